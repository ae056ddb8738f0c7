import type { EditorState } from 'prosemirror-state';
import type { Delta } from './delta';
import { isFormatted, linkAt } from './formats';
import { lineAt, linesOf, type ListKind } from './lines';
import { rangeOf } from './show';
import type { UndoStack } from './undo';

/** What the toolbar shows as pressed and possible. */
export interface ToolbarState {
	bold: boolean;
	italic: boolean;
	link: string | null;
	header: 0 | 2 | 3;
	list: ListKind | null;
	quote: boolean;
	/** Something is selected. */
	selected: boolean;
	canUndo: boolean;
	canRedo: boolean;
}

export function toolbarState(delta: Delta, state: EditorState, undo: UndoStack): ToolbarState {
	const { selection } = state;
	const range = rangeOf(state.doc, selection);
	const lines = linesOf(delta);
	const kind = lines[lineAt(lines, Math.min(range.anchor, range.head))]?.kind;
	const typed = state.storedMarks ?? selection.$head.marks();
	const has = (name: 'bold' | 'italic') =>
		selection.empty
			? typed.some((mark) => mark.type.name === name)
			: isFormatted(delta, range, name);
	return {
		bold: has('bold'),
		italic: has('italic'),
		link: linkAt(delta, range),
		header: kind?.type === 'header' ? kind.level : 0,
		list: kind?.type === 'list' ? kind.list : null,
		quote: kind?.type === 'quote',
		selected: !selection.empty,
		canUndo: undo.canUndo,
		canRedo: undo.canRedo,
	};
}
