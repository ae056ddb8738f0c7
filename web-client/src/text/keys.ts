import { baseKeymap } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import type { Command, Plugin } from 'prosemirror-state';
import type { Delta } from './delta';
import { breakLine, joinBackward, joinForward, type Edit } from './lines';
import type { Range } from './show';
import type { TextEditor } from './editor';

export type Editing = (delta: Delta, range: Range) => Edit | null;

/**
 * What the keys of the editor do. Tab is not among them: it leaves the field, as everywhere on the
 * page.
 */
export function keys(
	editor: TextEditor,
	edit: (editing: Editing) => boolean,
	asks: { link(): void; leave(): void; comment(): void },
): Plugin[] {
	const run =
		(editing: Editing): Command =>
		() =>
			edit(editing);
	const call =
		(act: () => void): Command =>
		() => {
			act();
			return true;
		};
	const enter = run(breakLine);
	const back = run(joinBackward);
	const ahead = run(joinForward);
	const indent = call(() => editor.indent(1));
	const outdent = call(() => editor.indent(-1));
	return [
		keymap({
			'Mod-b': call(() => editor.toggle('bold')),
			'Mod-i': call(() => editor.toggle('italic')),
			'Mod-k': call(asks.link),
			'Mod-Alt-m': call(asks.comment),
			'Mod-z': call(() => editor.undo()),
			'Mod-y': call(() => editor.redo()),
			'Shift-Mod-z': call(() => editor.redo()),
			'Mod-]': indent,
			'Mod-[': outdent,
			// Brackets are out of reach on many keyboards, the French one among them.
			'Alt-Shift-ArrowRight': indent,
			'Alt-Shift-ArrowLeft': outdent,
			Enter: enter,
			'Shift-Enter': enter,
			'Mod-Enter': enter,
			Backspace: back,
			'Shift-Backspace': back,
			'Mod-Backspace': back,
			Delete: ahead,
			'Mod-Delete': ahead,
			Escape: call(asks.leave),
		}),
		keymap(baseKeymap),
	];
}
