// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { Delta, plainText, sameDelta } from './delta';
import { PlainEditor, plainChange } from './plain';
import { dice, keepsEnd, someChange, someIndex, someText } from './random-text';

let open: PlainEditor[] = [];
afterEach(() => {
	for (const editor of open) editor.destroy();
	open = [];
	vi.useRealTimers();
});

function editing(delta: Delta) {
	const changes: Delta[] = [];
	const editor = new PlainEditor(document.body, {
		delta,
		label: 'Constat',
		editable: true,
		onchange: (change) => changes.push(change),
		oncaret: () => {},
	});
	open.push(editor);
	const area = document.body.querySelector('textarea');
	if (!area) throw new Error('no field');
	/** Replaces a stretch, as a keyboard does. */
	const write = (from: number, to: number, letters: string) => {
		area.setSelectionRange(from, to);
		area.dispatchEvent(new InputEvent('beforeinput', { inputType: 'insertText' }));
		area.value = area.value.slice(0, from) + letters + area.value.slice(to);
		area.setSelectionRange(from + letters.length, from + letters.length);
		area.dispatchEvent(new InputEvent('input', { inputType: 'insertText' }));
	};
	return { editor, area, changes, write };
}

test('whatever is written here and elsewhere, field and Delta tell the same letters', () => {
	fc.assert(
		fc.property(dice(100), (dice) => {
			let text = someText(dice);
			const { editor, area, changes, write } = editing(text);
			for (let turn = 0; turn < 10; turn++) {
				changes.length = 0;
				if (dice.roll(3) === 0) {
					const change = someChange(dice, text);
					text = text.compose(change);
					editor.apply(change);
					expect(changes).toEqual([]);
				} else if (dice.roll(4) === 0) {
					if (dice.roll(2) === 0) editor.undo();
					else editor.redo();
				} else {
					const letters = plainText(text).slice(0, -1);
					const from = someIndex(dice, letters);
					const to =
						from + someIndex(dice, letters.slice(from), Math.min(3, letters.length - from));
					write(from, to, dice.pick(['a', 'aa', '\n', 'b\nc\n', '😀', '']));
				}
				for (const change of changes) {
					expect(keepsEnd(change, plainText(text).length)).toBe(true);
					text = text.compose(change);
				}
				expect(sameDelta(editor.delta, text)).toBe(true);
				expect(`${area.value}\n`).toBe(plainText(text));
			}
			editor.destroy();
		}),
		{ numRuns: 600 },
	);
}, 60_000);

test('a letter goes in where it was typed, in the look of the word around it', () => {
	const { changes, write } = editing(new Delta().insert('aaaa', { bold: true }).insert('\n'));
	write(2, 2, 'a');
	expect(changes).toEqual([new Delta().retain(2).insert('a', { bold: true })]);
});

test('a new line in a list is an item, and behind a header a plain line', () => {
	const item = new Delta().insert('one').insert('\n', { list: 'bullet' });
	expect(plainChange(item, 'one\n', { from: 3, before: 3, after: 4 })).toEqual(
		new Delta().retain(3).insert('\n', { list: 'bullet' }),
	);
	const header = new Delta().insert('one').insert('\n', { header: 2 });
	expect(plainChange(header, 'one\n', { from: 3, before: 3, after: 4 })).toEqual(
		new Delta().retain(3).insert('\n', { header: 2 }).retain(1, { header: null }),
	);
});

test('what others write waits while a character is composed', () => {
	vi.useFakeTimers();
	const { editor, area, changes, write } = editing(new Delta().insert('ab\n'));
	area.dispatchEvent(new CompositionEvent('compositionstart'));
	editor.apply(new Delta().insert('THEIRS '));
	expect(area.value).toBe('ab');
	write(2, 2, 'é');
	expect(changes).toEqual([new Delta().retain(9).insert('é')]);
	area.dispatchEvent(new CompositionEvent('compositionend'));
	vi.runAllTimers();
	expect(area.value).toBe('THEIRS abé');
	expect(area.selectionStart).toBe(10);
	expect(plainText(editor.delta)).toBe('THEIRS abé\n');
});

test('the caret stays where it was when others write', () => {
	const { editor, area } = editing(new Delta().insert('abc\n'));
	area.setSelectionRange(2, 2);
	editor.apply(new Delta().retain(2).insert('X'));
	expect([area.value, area.selectionStart]).toEqual(['abXc', 2]);
	editor.apply(new Delta().insert('Y'));
	expect([area.value, area.selectionStart]).toEqual(['YabXc', 3]);
});

test('two square brackets refer to something and are not written', () => {
	const changes: Delta[] = [];
	const onrefer = vi.fn();
	const editor = new PlainEditor(document.body, {
		delta: new Delta().insert('Oui [\n'),
		label: 'Constat',
		editable: true,
		onchange: (change) => changes.push(change),
		oncaret: () => {},
		onrefer,
	});
	open.push(editor);
	const area = document.body.querySelector('textarea');
	if (!area) throw new Error('no field');
	const bracket = () => {
		const typed = { inputType: 'insertText', data: '[', cancelable: true };
		return area.dispatchEvent(new InputEvent('beforeinput', typed));
	};
	area.setSelectionRange(4, 4);
	expect(bracket()).toBe(true);
	expect(onrefer).not.toHaveBeenCalled();
	area.setSelectionRange(5, 5);
	expect(bracket()).toBe(false);
	expect(onrefer).toHaveBeenCalledOnce();
	expect(area.value).toBe('Oui ');
	expect(changes).toEqual([new Delta().retain(4).delete(1)]);
});
