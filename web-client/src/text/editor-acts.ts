import {
	deleteSelection,
	joinBackward,
	lift,
	setBlockType,
	splitBlock,
	wrapIn,
} from 'prosemirror-commands';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import type { Node } from 'prosemirror-model';
import { AllSelection, TextSelection, type Command, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { splitsPair } from './characters';
import { deltaToDoc } from './delta-document';
import type { TextEditor, ToolbarAct } from './editor';
import { someText, type Dice } from './random-text';
import { schema } from './schema';

const { paragraph, heading, blockquote, bullet_list, ordered_list, list_item } = schema.nodes;

// ProseMirror's own commands, which know nothing of our rules: whatever they leave is put right.
const commands: Command[] = [
	splitBlock,
	joinBackward,
	deleteSelection,
	lift,
	splitListItem(list_item),
	liftListItem(list_item),
	sinkListItem(list_item),
	wrapInList(bullet_list),
	wrapInList(ordered_list),
	wrapIn(blockquote),
	setBlockType(paragraph),
	setBlockType(heading, { level: 3 }),
];

const acts: ToolbarAct[] = ['bold', 'italic', 'bullet', 'ordered', 'quote', 'header2', 'header3'];
const keys = ['Enter', 'Backspace', 'Delete'];
const typed = ['a', 'aa', ' ', '- ', '😀', 'é', '\0', '\ud800', '\uffff'];

export function press(view: EditorView, key: string, more: KeyboardEventInit = {}): boolean {
	const event = new KeyboardEvent('keydown', { key, ...more });
	return view.someProp('handleKeyDown', (handle) => handle(view, event)) ?? false;
}

/** A place that no caret of a browser misses: not between the halves of a character. */
function placeOf(dice: Dice, doc: Node, from = 0): number {
	const place = from + dice.roll(doc.content.size + 1 - from);
	const { parent, parentOffset } = doc.resolve(place);
	return splitsPair(parent.textContent, parentOffset) && parent.isTextblock ? place + 1 : place;
}

function chosen(dice: Dice, view: EditorView): Transaction {
	const { tr, doc } = view.state;
	if (dice.roll(12) === 0) return tr.setSelection(new AllSelection(doc));
	const anchor = placeOf(dice, doc);
	const head = dice.roll(2) === 0 ? anchor : placeOf(dice, doc);
	return tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head)));
}

function insertSlice(dice: Dice, view: EditorView): void {
	const other = deltaToDoc(someText(dice));
	const from = placeOf(dice, other);
	const to = placeOf(dice, other, from);
	view.dispatch(view.state.tr.replaceSelection(other.slice(from, to)));
}

/** One thing a person, or code that speaks for one, does to an editor. */
export function act(dice: Dice, editor: TextEditor): void {
	const { view } = editor;
	view.dispatch(chosen(dice, view));
	const { state } = view;
	const { from, to } = state.selection;
	switch (dice.roll(12)) {
		case 0:
		case 1:
			view.dispatch(state.tr.insertText(dice.pick(typed)));
			break;
		case 2:
			view.dispatch(state.tr.delete(from, to));
			break;
		case 3:
			insertSlice(dice, view);
			break;
		case 4:
		case 5:
			dice.pick(commands)(state, view.dispatch);
			break;
		case 6:
			view.dispatch(state.tr.addMark(from, to, schema.mark(dice.pick(['bold', 'italic']))));
			break;
		case 7:
			press(view, dice.pick(keys));
			break;
		case 8:
			editor.toggle(dice.pick(acts));
			break;
		case 9:
			editor.indent(dice.roll(2) === 0 ? 1 : -1);
			break;
		case 10:
			editor.setLink(dice.pick([null, 'https://example.org/c', 'example.org', 'javascript:x']));
			break;
		default:
			if (dice.roll(3) === 0) editor.redo();
			else editor.undo();
	}
}
