import { AllSelection, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/**
 * The browser tells of a moved caret some time after it moved; a key that comes at once would act
 * where the caret was, and a change by others would put it back there. Answers false: an event goes
 * on.
 */
export function catchUp(view: EditorView): false {
	const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {};
	if (view.composing || !view.hasFocus() || !anchorNode || !focusNode) return false;
	if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return false;
	const place = (node: Node, offset = 0) => view.state.doc.resolve(view.posAtDOM(node, offset));
	const there = TextSelection.between(
		place(anchorNode, anchorOffset),
		place(focusNode, focusOffset),
	);
	const { selection, tr } = view.state;
	const known = selection instanceof AllSelection || there.eq(selection);
	if (!known) view.dispatch(tr.setSelection(there));
	return false;
}
