import { expect, test } from 'vitest';
import { Digest } from './digest';

const digest = () => new Digest((count) => `And ${count} more.`);

test('the first line is said at once, the next ones after five seconds and together', () => {
	const said = digest();
	expect(said.due(0)).toBeUndefined();
	said.add('Léa added a finding.');
	expect(said.take(0)).toBe('Léa added a finding.');
	said.add('Samir wrote.');
	said.add('Ana wrote.');
	expect(said.due(1200)).toBe(3800);
	expect(said.take(4999)).toBeUndefined();
	expect(said.take(5000)).toBe('Samir wrote. Ana wrote.');
	expect(said.take(20000)).toBeUndefined();
});

test('the same line is said once, and a flood is told as a number', () => {
	const said = digest();
	for (const line of ['a.', 'b.', 'a.', 'c.', 'd.', 'e.']) said.add(line);
	expect(said.take(0)).toBe('a. b. c. And 2 more.');
});

test('what was switched off is not said later', () => {
	const said = digest();
	said.add('a.');
	said.forget();
	expect(said.take(0)).toBeUndefined();
});
