import { expect, test } from 'vitest';
import type { Finding, FindingKind } from '../wire/messages';
import { counts } from './listing';

const finding = (id: string, kind: FindingKind, withdrawn = false): Finding => ({
	id,
	kind,
	title: id,
	text: id,
	by: 'ana',
	at: 0,
	...(withdrawn ? { withdrawn } : {}),
});

const list = [
	finding('a', 'need'),
	finding('b', 'need', true),
	finding('c', 'actor', true),
	finding('d', 'actor'),
	finding('e', 'need', true),
];

test('withdrawn findings are not counted', () => {
	expect(counts(list)).toEqual({
		all: 2,
		need: 1,
		resource: 0,
		strength: 0,
		weakness: 0,
		actor: 1,
		question: 0,
	});
});

test('a finding that was merged into another is not counted', () => {
	const merged = { ...finding('a', 'need'), mergedInto: 'd' };
	expect(counts([merged, finding('d', 'need')]).all).toBe(1);
});
