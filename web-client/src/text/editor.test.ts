// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cleanCharacters } from './characters';
import { Delta, plainText, sameDelta } from './delta';
import { deltaToDoc, docToDelta } from './delta-document';
import { TextEditor, type EditorOptions } from './editor';
import { act, press } from './editor-acts';
import { dice, keepsEnd, someChange, someText } from './random-text';
import { carried, rangeOf, select, type Range } from './show';

let parent: HTMLElement;
let open: TextEditor[] = [];

beforeEach(() => {
	parent = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
	for (const editor of open) editor.destroy();
	open = [];
	parent.remove();
	vi.useRealTimers();
});

function editing(delta: Delta, more: Partial<EditorOptions> = {}) {
	const changes: Delta[] = [];
	const carets: [number, number][] = [];
	const editor = new TextEditor(parent, {
		delta,
		label: 'Constat',
		editable: true,
		onchange: (change) => changes.push(change),
		oncaret: (index, length) => carets.push([index, length]),
		...more,
	});
	open.push(editor);
	return { editor, changes, carets };
}

const rangeIn = ({ view }: TextEditor): Range => rangeOf(view.state.doc, view.state.selection);

function put({ view }: TextEditor, anchor: number, head = anchor): void {
	view.dispatch(select(view.state.tr, { anchor, head }));
}

function write(editor: TextEditor, letters: string): void {
	for (const letter of letters) {
		const { from, to } = editor.view.state.selection;
		const { view } = editor;
		const tr = () => view.state.tr.insertText(letter, from, to);
		if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, letter, tr))) {
			view.dispatch(tr());
		}
	}
}

const allowed: Record<string, (value: unknown) => boolean> = {
	bold: (value) => value === true,
	italic: (value) => value === true,
	link: (value) => typeof value === 'string',
	header: (value) => value === 2 || value === 3,
	list: (value) => value === 'bullet' || value === 'ordered',
	indent: (value) => [1, 2, 3, 4].includes(value as number),
	blockquote: (value) => value === true,
};

function isAccepted(change: Delta): boolean {
	return change.ops.every((op) => {
		const text = typeof op.insert === 'string' ? op.insert : '';
		return (
			cleanCharacters(text) === text &&
			Object.entries(op.attributes ?? {}).every(
				([name, value]) =>
					(value === null && op.retain !== undefined) || allowed[name]?.(value) === true,
			)
		);
	});
}

test('whatever people do here and elsewhere, document and Delta stay equal', () => {
	fc.assert(
		fc.property(dice(150), (dice) => {
			let text = someText(dice);
			let heard = 0;
			const editor = new TextEditor(parent, {
				delta: text,
				label: 'Constat',
				editable: true,
				onchange: (change) => {
					heard++;
					expect(keepsEnd(change, plainText(text).length)).toBe(true);
					if (!isAccepted(change)) throw new Error(JSON.stringify(change));
					expect(change.ops).not.toEqual([]);
					text = text.compose(change);
				},
				oncaret: () => {},
			});
			for (let turn = 0; turn < 12; turn++) {
				if (dice.roll(3) === 0) {
					const before = heard;
					const range = rangeIn(editor);
					const change = someChange(dice, text);
					text = text.compose(change);
					editor.apply(change);
					expect(heard).toBe(before);
					expect(rangeIn(editor)).toEqual(carried(range, change));
				} else if (dice.roll(8) === 0) {
					const before = heard;
					text = someText(dice);
					editor.replace(text);
					expect(heard).toBe(before);
				} else act(dice, editor);
				expect(sameDelta(editor.delta, text)).toBe(true);
				expect(sameDelta(docToDelta(editor.view.state.doc), text)).toBe(true);
				expect(editor.view.state.doc.eq(deltaToDoc(text))).toBe(true);
			}
			editor.destroy();
		}),
		{ numRuns: 1200 },
	);
}, 120_000);

const text = (letters: string) => new Delta().insert(letters);

test('nobody hears of opening a text, of showing odd attributes or of what others did', () => {
	const odd = text('a')
		.insert('\n', { header: 2, list: 'bullet', indent: 1, bold: true })
		.insert('b')
		.insert('\n', { list: 'ordered', indent: 4 });
	const { editor, changes } = editing(odd);
	editor.apply(new Delta().retain(1).retain(1, { header: null }));
	editor.replace(text('b').insert('\n', { indent: 3, list: 'bullet' }));
	editor.setEditable(false);
	expect(changes).toEqual([]);
});

test('what a line keeps and does not show stays when one writes in it', () => {
	const odd = text('ab').insert('\n', { header: 2, list: 'bullet', indent: 1, bold: true });
	const { editor, changes } = editing(odd);
	put(editor, 1);
	write(editor, 'X');
	expect(changes).toEqual([new Delta().retain(1).insert('X')]);
	expect(editor.delta.ops.at(-1)?.attributes).toEqual(odd.ops.at(-1)?.attributes);
});

test('a header that becomes a plain line does not become the list that was hidden behind it', () => {
	const { editor, changes } = editing(text('a').insert('\n', { header: 2, list: 'bullet' }));
	editor.toggle('header2');
	expect(changes).toEqual([new Delta().retain(1).retain(1, { header: null, list: null })]);
});

test('a letter typed inside a run of equal letters goes in at the caret', () => {
	const { editor, changes } = editing(text('aaaa\n'));
	put(editor, 2);
	write(editor, 'a');
	expect(changes).toEqual([new Delta().retain(2).insert('a')]);
});

test('the caret stays before what another inserts at it, and a selection does not grow', () => {
	const { editor } = editing(text('abcd\n'));
	put(editor, 2);
	editor.apply(new Delta().retain(2).insert('X'));
	expect(rangeIn(editor)).toEqual({ anchor: 2, head: 2 });
	put(editor, 3, 1);
	editor.apply(new Delta().retain(1).insert('Y').retain(2).insert('Z'));
	expect(rangeIn(editor)).toEqual({ anchor: 4, head: 2 });
});

test('a caret the browser has not told of yet stays where it was moved while others write', () => {
	const { editor, carets } = editing(text('abc\n'));
	editor.focus('end');
	const untold = (event: Event) => event.stopImmediatePropagation();
	document.addEventListener('selectionchange', untold, true);
	document.getSelection()?.collapse(editor.view.dom.querySelector('p')!.firstChild, 1);
	document.removeEventListener('selectionchange', untold, true);
	editor.apply(new Delta().retain(3).insert('!'));
	expect(rangeIn(editor)).toEqual({ anchor: 1, head: 1 });
	expect(carets.at(-1)).toEqual([1, 0]);
});

test('the caret stands where one goes on before the text takes the focus', () => {
	const { editor } = editing(text('abc\n'));
	let place: number | undefined;
	editor.view.dom.addEventListener('focus', () => {
		const { anchorNode, anchorOffset } = document.getSelection()!;
		place = editor.view.posAtDOM(anchorNode!, anchorOffset);
	});
	editor.focus('end');
	expect(place).toBe(editor.view.state.selection.head);
	expect(rangeIn(editor)).toEqual({ anchor: 3, head: 3 });
});

test('the own selection is told when its owner moves it, not when others write', () => {
	const { editor, carets } = editing(text('abcd\n'));
	put(editor, 3, 1);
	expect(carets).toEqual([[1, 2]]);
	editor.apply(new Delta().insert('X'));
	expect(carets).toHaveLength(1);
});

test('undo takes back what was written here and leaves what others wrote into it', () => {
	const { editor, changes } = editing(text('\n'));
	write(editor, 'mine');
	editor.apply(new Delta().retain(2).insert('THEIRS'));
	editor.undo();
	expect(plainText(editor.delta)).toBe('THEIRS\n');
	editor.redo();
	expect(plainText(editor.delta)).toBe('miTHEIRSne\n');
	expect(changes.reduce((all, change) => all.compose(change), new Delta()).ops).not.toEqual([]);
});

test('while a character is composed, what others write in that line waits and is not lost', () => {
	vi.useFakeTimers();
	const { editor, changes } = editing(text('ab\ncd\nef\ngh\n'));
	put(editor, 1);
	const { dom } = editor.view;
	dom.dispatchEvent(new CompositionEvent('compositionstart'));
	expect(editor.view.composing).toBe(true);
	editor.apply(new Delta().retain(9).insert('FAR'));
	expect(dom.textContent).toBe('abcdefFARgh');
	editor.apply(new Delta().insert('NEAR'));
	expect(dom.textContent).toBe('abcdefFARgh');
	editor.view.dispatch(editor.view.state.tr.insertText('é'));
	expect(changes).toEqual([new Delta().retain(5).insert('é')]);
	expect(plainText(editor.delta)).toBe('NEARaéb\ncd\nef\nFARgh\n');
	dom.dispatchEvent(new CompositionEvent('compositionend'));
	vi.runAllTimers();
	expect(dom.textContent).toBe('NEARaébcdefFARgh');
	expect(rangeIn(editor)).toEqual({ anchor: 6, head: 6 });
	expect(changes).toHaveLength(1);
});

test('a dash and a space begin a list, and undo gives the dash and the space back', () => {
	const { editor } = editing(text('\n'));
	write(editor, '- a');
	expect(editor.delta).toEqual(text('a').insert('\n', { list: 'bullet' }));
	editor.undo();
	editor.undo();
	expect(editor.delta).toEqual(text('- \n'));
});

test.each([
	['1. ', { list: 'ordered' }],
	['## ', { header: 2 }],
	['### ', { header: 3 }],
	['> ', { blockquote: true }],
])('%s at the start of a line says what it is', (opening, attributes) => {
	const { editor } = editing(text('\n'));
	write(editor, `${opening}a`);
	expect(editor.delta).toEqual(text('a').insert('\n', attributes));
});

const list = (...items: [string, Record<string, unknown>][]) =>
	items.reduce(
		(delta, [letters, more]) => delta.insert(letters).insert('\n', { list: 'bullet', ...more }),
		new Delta(),
	);

test('Enter makes the next item, on an empty one it leaves the list level by level', () => {
	const { editor } = editing(list(['a', {}], ['b', { indent: 1 }]));
	editor.focus('end');
	press(editor.view, 'Enter');
	expect(editor.delta).toEqual(list(['a', {}], ['b', { indent: 1 }], ['', { indent: 1 }]));
	press(editor.view, 'Enter');
	expect(editor.delta).toEqual(list(['a', {}], ['b', { indent: 1 }], ['', {}]));
	press(editor.view, 'Enter');
	expect(editor.delta).toEqual(list(['a', {}], ['b', { indent: 1 }]).insert('\n'));
});

test('Enter behind a header goes on with a plain line, before it with the header below', () => {
	const { editor } = editing(text('a').insert('\n', { header: 2 }));
	editor.focus('end');
	press(editor.view, 'Enter');
	expect(editor.delta).toEqual(text('a').insert('\n', { header: 2 }).insert('\n'));
	put(editor, 0);
	press(editor.view, 'Enter');
	expect(editor.delta).toEqual(text('\na').insert('\n', { header: 2 }).insert('\n'));
});

test('Backspace at the start of an item moves it out, then makes it plain, then joins it', () => {
	const { editor } = editing(list(['a', {}], ['b', { indent: 1 }]));
	put(editor, 2);
	press(editor.view, 'Backspace');
	expect(editor.delta).toEqual(list(['a', {}], ['b', {}]));
	press(editor.view, 'Backspace');
	expect(editor.delta).toEqual(list(['a', {}]).insert('b\n'));
	press(editor.view, 'Backspace');
	expect(editor.delta).toEqual(list(['ab', {}]));
	expect(rangeIn(editor)).toEqual({ anchor: 1, head: 1 });
});

test('an item moves with the items below it, no deeper than one level under the one above', () => {
	const { editor } = editing(list(['a', {}], ['b', {}], ['c', { indent: 1 }], ['d', {}]));
	put(editor, 2);
	press(editor.view, ']', { ctrlKey: true });
	const deeper = list(['a', {}], ['b', { indent: 1 }], ['c', { indent: 2 }], ['d', {}]);
	expect(editor.delta).toEqual(deeper);
	editor.indent(1);
	expect(editor.delta).toEqual(deeper);
	press(editor.view, '[', { ctrlKey: true });
	expect(editor.delta).toEqual(list(['a', {}], ['b', {}], ['c', { indent: 1 }], ['d', {}]));
});

test('Tab is left to the page, Escape leaves the field, Ctrl+K asks for a link', () => {
	const asked: string[] = [];
	const { editor } = editing(list(['a', {}]), {
		onleave: () => asked.push('leave'),
		onlink: () => asked.push('link'),
	});
	expect(press(editor.view, 'Tab')).toBe(false);
	expect(press(editor.view, 'Tab', { shiftKey: true })).toBe(false);
	press(editor.view, 'Escape');
	press(editor.view, 'k', { ctrlKey: true });
	expect(asked).toEqual(['leave', 'link']);
});

test('a link is put on what is selected, changed at the caret, taken away, and never unsafe', () => {
	const { editor } = editing(text('see here\n'));
	put(editor, 4, 8);
	editor.setLink('example.org');
	const linked = (link: string) => text('see ').insert('here', { link }).insert('\n');
	expect(editor.delta).toEqual(linked('https://example.org'));
	put(editor, 6);
	editor.setLink('ana@example.org');
	expect(editor.delta).toEqual(linked('mailto:ana@example.org'));
	editor.setLink('javascript:alert(1)');
	editor.setLink('https://me:secret@example.org');
	expect(editor.delta).toEqual(linked('mailto:ana@example.org'));
	editor.setLink(null);
	expect(editor.delta).toEqual(text('see here\n'));
});

test('the toolbar hears what holds at the caret', () => {
	const states: unknown[] = [];
	const { editor } = editing(list(['a', {}]), { onstate: (state) => states.push(state) });
	editor.focus('end');
	editor.toggle('bold');
	write(editor, 'b');
	expect(states.at(-1)).toEqual({
		bold: true,
		italic: false,
		link: null,
		header: 0,
		list: 'bullet',
		quote: false,
		selected: false,
		canUndo: true,
		canRedo: false,
	});
	expect(editor.delta).toEqual(
		text('a').insert('b', { bold: true }).insert('\n', { list: 'bullet' }),
	);
});

test('the field has a name and a role, and says when it is only to be read', () => {
	const { editor } = editing(text('\n'), { editable: false, placeholder: 'Écrire ici' });
	const { dom } = editor.view;
	expect(dom.getAttribute('role')).toBe('textbox');
	expect(dom.getAttribute('aria-multiline')).toBe('true');
	expect(dom.getAttribute('aria-label')).toBe('Constat');
	expect(dom.getAttribute('aria-readonly')).toBe('true');
	expect(dom.getAttribute('contenteditable')).toBe('false');
	expect(dom.dataset.placeholder).toBe('Écrire ici');
	editor.setEditable(true);
	expect(dom.getAttribute('contenteditable')).toBe('true');
	expect(dom.hasAttribute('aria-readonly')).toBe(false);
});

test('a text taken anew keeps the caret and what can be undone', () => {
	const { editor, changes } = editing(text('one two\n'));
	put(editor, 7);
	write(editor, '!');
	editor.replace(text('ONE one two!\n'));
	expect(rangeIn(editor)).toEqual({ anchor: 12, head: 12 });
	editor.undo();
	expect(plainText(editor.delta)).toBe('ONE one two\n');
	expect(changes).toHaveLength(2);
});

test('everything selected and deleted leaves one plain line', () => {
	const { editor } = editing(list(['a', {}], ['b', { indent: 1 }]));
	press(editor.view, 'a', { ctrlKey: true });
	press(editor.view, 'Delete');
	expect(editor.delta).toEqual(text('\n'));
});
