// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { Delta } from './delta';
import { TextEditor } from './editor';

test('a remote change is shown and told to nobody, and undo takes back what was made here alone', () => {
	const changes: Delta[] = [];
	const parent = document.body.appendChild(document.createElement('div'));
	const editor = new TextEditor(parent, {
		delta: { ops: [{ insert: 'aa\nb' }, { insert: '\n', attributes: { list: 'bullet' } }] },
		label: 'x',
		editable: true,
		onchange: (c) => changes.push(c),
		oncaret: () => {},
	});
	expect(parent.innerHTML).toContain('<ul><li><p>b</p></li></ul>');
	editor.apply(new Delta().retain(1).insert('Z'));
	expect(changes).toEqual([]);
	editor.focus('end');
	editor.toggle('ordered');
	expect(changes).toEqual([new Delta().retain(5).retain(1, { list: 'ordered' })]);
	editor.undo();
	expect(parent.innerHTML).toContain('<ul><li><p>b</p></li></ul>');
	expect(parent.innerHTML).toContain('aZa');
});
