import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeBetween } from './change';
import { Delta, plainText, sameDelta } from './delta';
import { dice, keepsEnd, someChange, someText } from './random-text';

test('the change between two texts makes the second of the first and leaves the last line end', () => {
	fc.assert(
		fc.property(dice(), dice(), (dice, others) => {
			const before = someText(dice);
			const after =
				dice.roll(2) === 0 ? before.compose(someChange(dice, before)) : someText(others);
			const from = dice.roll(plainText(before).length + 1);
			const change = changeBetween(before, after, {
				from,
				before: from + dice.roll(4),
				after: from + dice.roll(4),
			});
			expect(sameDelta(before.compose(change), after)).toBe(true);
			expect(keepsEnd(change, plainText(before).length)).toBe(true);
		}),
		{ numRuns: 3000 },
	);
});

test('a letter typed inside a run of equal letters goes in where it was typed', () => {
	const before = new Delta().insert('aaaa\n');
	const after = new Delta().insert('aaaaa\n');
	expect(changeBetween(before, after, { from: 2, before: 2, after: 3 })).toEqual(
		new Delta().retain(2).insert('a'),
	);
});

test('one emoji made another is replaced as a whole', () => {
	const before = new Delta().insert('x😀\n');
	const after = new Delta().insert('x😁\n');
	const change = changeBetween(before, after, { from: 2, before: 3, after: 3 });
	expect(change).toEqual(new Delta().retain(1).insert('😁').delete(2));
});

test('a last paragraph that goes takes the line end before it', () => {
	const before = new Delta().insert('a\nb\n');
	const after = new Delta().insert('a\n');
	expect(changeBetween(before, after, { from: 2, before: 4, after: 2 })).toEqual(
		new Delta().retain(1).delete(2),
	);
});

test('among characters that share a half, none is cut', () => {
	const family = '👩\u200d👩\u200d👧';
	const before = new Delta().insert(`${family}\n`);
	const after = new Delta().insert(`👩\u200d${family}\n`);
	const change = changeBetween(before, after);
	expect(sameDelta(before.compose(change), after)).toBe(true);
	for (const { insert } of change.ops) expect(insert ?? '').not.toMatch(/^[\udc00-\udfff]/);
});
