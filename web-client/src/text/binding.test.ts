import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Binding } from './binding';
import { Delta, plainText, sameDelta } from './delta';
import { dice, someChange, someIndex, someText } from './random-text';

test('what is typed while changes of others wait arrives as a change of the text with theirs', () => {
	fc.assert(
		fc.property(dice(120), (dice) => {
			const binding = new Binding(someText(dice));
			let table = binding.outer;
			let field = binding.shown;
			for (let turn = dice.roll(10); turn >= 0; turn--) {
				if (dice.roll(3) === 0) {
					const change = someChange(dice, table);
					binding.remote(change);
					table = table.compose(change);
				} else if (dice.roll(4) === 0) {
					const change = binding.release();
					if (change) field = field.compose(change);
					expect(sameDelta(field, table)).toBe(true);
				} else {
					const change = someChange(dice, field);
					field = field.compose(change);
					table = table.compose(binding.local(change));
				}
				expect(sameDelta(binding.outer, table)).toBe(true);
				expect(sameDelta(binding.shown, field)).toBe(true);
			}
			const rest = binding.release();
			expect(sameDelta(rest ? field.compose(rest) : field, table)).toBe(true);
		}),
		{ numRuns: 2000 },
	);
});

test('an index stays within the text on the way out and in', () => {
	fc.assert(
		fc.property(dice(), (dice) => {
			const binding = new Binding(someText(dice));
			const index = someIndex(dice, plainText(binding.shown).slice(0, -1));
			expect(binding.outwards(index)).toBe(index);
			binding.remote(someChange(dice, binding.outer));
			expect(binding.outwards(index)).toBeLessThan(plainText(binding.outer).length);
			expect(binding.inwards(binding.outwards(index))).toBeLessThan(
				plainText(binding.shown).length,
			);
		}),
		{ numRuns: 500 },
	);
});

test('at one place what others wrote stands before what was typed meanwhile', () => {
	const binding = new Binding(new Delta().insert('ab\n'));
	binding.remote(new Delta().retain(1).insert('THEIRS'));
	expect(binding.local(new Delta().retain(1).insert('mine'))).toEqual(
		new Delta().retain(7).insert('mine'),
	);
	expect(binding.release()).toEqual(new Delta().retain(1).insert('THEIRS'));
	expect(plainText(binding.outer)).toBe('aTHEIRSmineb\n');
});
