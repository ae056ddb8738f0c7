import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Delta, plainText, sameDelta } from './delta';
import { dice, someChange, someText } from './random-text';
import { UndoStack } from './undo';

const type = (at: number, text: string) => new Delta().retain(at).insert(text);

test('all steps taken back and made again give the same texts, with nobody else writing', () => {
	fc.assert(
		fc.property(dice(120), (dice) => {
			const start = someText(dice);
			const stack = new UndoStack();
			let text = start;
			for (let turn = 0; turn < 8; turn++) {
				const change = someChange(dice, text);
				stack.record(change, text, turn * dice.roll(900));
				text = text.compose(change);
			}
			const end = text;
			for (let step = stack.undo(text); step; step = stack.undo(text)) text = text.compose(step);
			expect(sameDelta(text, start)).toBe(true);
			for (let step = stack.redo(text); step; step = stack.redo(text)) text = text.compose(step);
			expect(sameDelta(text, end)).toBe(true);
		}),
		{ numRuns: 1000 },
	);
});

test('taking back what I wrote leaves every letter that others wrote, whatever the order', () => {
	fc.assert(
		fc.property(dice(120), (dice) => {
			const stack = new UndoStack();
			let text = new Delta().insert('\n');
			let theirs = 0;
			for (let turn = 0; turn < 14; turn++) {
				const at = dice.roll(plainText(text).length);
				if (dice.roll(2) === 0) {
					const change = type(at, String.fromCharCode(65 + (theirs % 26)));
					theirs++;
					stack.carry(change);
					text = text.compose(change);
				} else if (dice.roll(4) === 0) {
					const step = dice.roll(2) === 0 ? stack.undo(text) : stack.redo(text);
					if (step) text = text.compose(step);
				} else {
					const change = type(at, 'mine');
					stack.record(change, text, turn * 1000);
					text = text.compose(change);
				}
			}
			for (let step = stack.undo(text); step; step = stack.undo(text)) text = text.compose(step);
			expect(plainText(text)).toMatch(/^[A-Z]*\n$/);
			expect(plainText(text)).toHaveLength(theirs + 1);
		}),
		{ numRuns: 2000 },
	);
});

test('typing without a pause is one step, a pause or another place starts the next', () => {
	const stack = new UndoStack();
	let text = new Delta().insert('\n');
	const write = (at: number, letters: string, millis: number) => {
		stack.record(type(at, letters), text, millis);
		text = text.compose(type(at, letters));
	};
	write(0, 'a', 0);
	write(1, 'b', 300);
	write(2, 'c', 5000);
	write(0, 'd', 5100);
	const undone = () => {
		const step = stack.undo(text);
		text = step ? text.compose(step) : text;
		return plainText(text);
	};
	expect([undone(), undone(), undone()]).toEqual(['abc\n', 'ab\n', '\n']);
	expect(stack.canUndo).toBe(false);
});

test('typing goes on as one step while others write elsewhere', () => {
	const stack = new UndoStack();
	let text = new Delta().insert('\n');
	const apply = (change: Delta) => {
		text = text.compose(change);
	};
	stack.record(type(0, 'a'), text, 0);
	apply(type(0, 'a'));
	stack.carry(type(0, 'XX'));
	apply(type(0, 'XX'));
	stack.record(type(3, 'b'), text, 100);
	apply(type(3, 'b'));
	const step = stack.undo(text);
	expect(step).toEqual(new Delta().retain(2).delete(2));
	expect(stack.canUndo).toBe(false);
});

test('a format that another took away is not taken away again', () => {
	const stack = new UndoStack();
	const bold = new Delta().retain(1, { bold: true });
	const text = new Delta().insert('a\n').compose(bold);
	stack.record(bold, new Delta().insert('a\n'), 0);
	stack.carry(new Delta().retain(1, { bold: null }));
	expect(stack.undo(text.compose(new Delta().retain(1, { bold: null })))).toBe(null);
});
