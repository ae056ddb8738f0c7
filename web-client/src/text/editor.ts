import { toggleMark } from 'prosemirror-commands';
import { EditorState, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { Binding } from './binding';
import { CaretLayer, type Caret } from './carets';
import { changeBetween, touchedBy } from './change';
import { insertLines, linesFrom } from './clipboard';
import { Delta, joined, plainText, type DeltaJson } from './delta';
import { deltaToDoc, docToDelta, indexAt } from './delta-document';
import { catchUp } from './dom-selection';
import { changeLink } from './formats';
import { keys, type Editing } from './keys';
import { breakLine, indentLines, opensLine, openLine, type Edit } from './lines';
import { linkFrom } from './links';
import { PassageLayer, type Passage } from './passages';
import { textClass } from './render';
import { schema } from './schema';
import {
	carried,
	endOf,
	exact,
	normalising,
	rangeOf,
	reaches,
	select,
	showChange,
	type Range,
} from './show';
import { toggling, type ToolbarAct } from './toolbar-acts';
import { toolbarState, type ToolbarState } from './toolbar-state';
import { UndoStack } from './undo';

export type { Caret, Passage, ToolbarAct, ToolbarState };

export interface EditorOptions {
	delta: DeltaJson;
	/** What a screen reader calls the field. */
	label: string;
	editable: boolean;
	placeholder?: string;
	/** A change that a person made, against the text with every change applied so far. */
	onchange(change: Delta): void;
	/** The own selection in UTF-16 units of the text, after its owner moved it. */
	oncaret(index: number, length: number): void;
	/** Escape was pressed. */
	onleave?(): void;
	/** The person asks for a link (Ctrl+K). */
	onlink?(): void;
	/** Two square brackets were typed, and are not written. Without it they are letters like others. */
	onrefer?(): void;
	/** The person asks to comment on what is selected (Ctrl+Alt+M). */
	oncomment?(): void;
	/** Passages that are talked about are shown, each with a button of this name. */
	passages?: { label: (passage: Passage) => string; onopen: (id: string) => void };
	onstate?(state: ToolbarState): void;
	/** The card that others' names stay inside; the parent, where none is given. */
	bounds?: HTMLElement;
}

/** The meta of a transaction that shows a change which is known already. */
const known = 'known';
interface Known {
	/** Made here; null: by others. */
	own: Delta | null;
	/** Comes from the undo stack, which knows it. */
	travelled?: boolean;
}

// The browser settles the document some time after the last composed character.
const SETTLE_MILLIS = 60;

/** A field to write rich text in together with others. */
export class TextEditor {
	readonly #options: EditorOptions;
	/** ProseMirror's part of it. Tests make its transactions by hand; nobody else needs it. */
	readonly view: EditorView;
	readonly #carets: CaretLayer;
	readonly #passages: PassageLayer | undefined;
	readonly #binding: Binding;
	readonly #undo = new UndoStack();
	/** A key was pressed since the text took the focus. */
	#pressed = false;
	#editable: boolean;
	#composition: unknown;
	#state = '';

	constructor(parent: HTMLElement, options: EditorOptions) {
		this.#options = options;
		this.#editable = options.editable;
		this.#binding = new Binding(options.delta);
		const plugins = keys(this, (editing) => this.#edit(editing), {
			link: () => options.onlink?.(),
			leave: () => options.onleave?.(),
			comment: () => options.oncomment?.(),
		});
		this.view = new EditorView(parent, {
			state: EditorState.create({
				doc: deltaToDoc(this.#binding.shown),
				plugins: [normalising(), ...plugins],
			}),
			editable: () => this.#editable,
			attributes: (state) => this.#attributes(state),
			dispatchTransaction: (transaction) => this.#dispatch(transaction),
			handleTextInput: (_view, from, to, text) =>
				this.#refers(from, to, text) || this.#opens(from, to, text),
			clipboardTextSerializer: ({ content }) => content.textBetween(0, content.size, '\n'),
			handleDOMEvents: {
				paste: (_view, event) => this.#paste(event),
				drop: (_view, event) => this.#drop(event),
				keydown: (view) => {
					this.#pressed = true;
					return catchUp(view);
				},
				beforeinput: (view, event) => catchUp(view) || this.#beforeInput(event),
				compositionend: () => this.#composed(),
				focus: () => {
					this.#pressed = false;
					this.#tellCaret();
					return false;
				},
			},
		});
		document.addEventListener('selectionchange', this.#moved, true);
		this.#carets = new CaretLayer(parent, this.view.dom, options.bounds, (index) =>
			this.#binding.inwards(index),
		);
		this.#passages =
			options.passages &&
			new PassageLayer(parent, this.view.dom, {
				...options.passages,
				inwards: (index) => this.#binding.inwards(index),
			});
		this.#tellState();
	}

	/** The text with every change, also with one that waits for a composed character. */
	get delta(): Delta {
		return this.#binding.outer;
	}

	/** Takes in a change by others, against `delta`. */
	apply(change: DeltaJson): void {
		catchUp(this.view);
		const theirs = joined(change);
		this.#undo.carry(theirs);
		this.#carets.carry(theirs, 'theirs');
		this.#passages?.carry(theirs);
		const { state, composing } = this.view;
		const waits =
			composing && (this.#binding.waiting !== null || reaches(theirs, state.doc, this.#range.head));
		this.#binding.remote(theirs);
		if (!waits) this.#release();
		this.#tellState();
	}

	/** Takes the whole text anew; what did not change stays untouched, the caret too. */
	replace(delta: DeltaJson): void {
		this.apply(changeBetween(this.#binding.outer, joined(delta)));
	}

	setCarets(carets: Caret[]): void {
		this.#carets.set(carets);
	}

	setPassages(passages: readonly Passage[]): void {
		this.#passages?.set(passages);
	}

	/** The passage at a point of the window, else none. */
	passageAt(x: number, y: number): string | undefined {
		return this.#passages?.hit(x, y);
	}

	/** The passage that the caret stands in, else none. */
	passageHere(): string | undefined {
		return this.#passages?.around(this.selected.index);
	}

	/** What is selected, in UTF-16 units of the text with every change. */
	get selected(): { index: number; length: number } {
		const { anchor, head } = this.#range;
		const from = this.#binding.outwards(Math.min(anchor, head));
		const to = this.#binding.outwards(Math.max(anchor, head));
		return { index: from, length: to - from };
	}

	setEditable(editable: boolean): void {
		this.#editable = editable;
		this.view.setProps({ editable: () => this.#editable });
	}

	focus(at?: 'start' | 'end'): void {
		if (at) {
			const index = at === 'start' ? 0 : this.#binding.shown.length() - 1;
			this.view.dispatch(select(this.view.state.tr, { anchor: index, head: index }));
		}
		// Else the browser begins at the start of the text, and ProseMirror, 20 ms later, takes a caret
		// that a key moved there for the browser's, and puts it back.
		const { anchor, head } = this.view.state.selection;
		const [from, to] = [this.view.domAtPos(anchor), this.view.domAtPos(head)];
		document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
		this.view.focus();
	}

	toggle(act: ToolbarAct): void {
		const { state, dispatch } = this.view;
		const inline = act === 'bold' || act === 'italic';
		// With nothing selected the format is for what will be typed.
		if (inline && state.selection.empty) toggleMark(schema.marks[act])(state, dispatch);
		else this.#edit(toggling(act));
	}

	indent(by: 1 | -1): void {
		this.#edit((delta, range) => indentLines(delta, range, by));
	}

	/** Links what is selected; null takes the link away. An address that is not safe does nothing. */
	setLink(href: string | null): void {
		const link = href === null ? null : linkFrom(href);
		if (href === null || link !== null) {
			this.#edit((delta, range) => changeLink(delta, range, link));
		}
	}

	undo(): void {
		this.#travel(this.#undo.undo.bind(this.#undo));
	}

	redo(): void {
		this.#travel(this.#undo.redo.bind(this.#undo));
	}

	destroy(): void {
		document.removeEventListener('selectionchange', this.#moved, true);
		this.#carets.destroy();
		this.#passages?.destroy();
		this.view.destroy();
	}

	get #range(): Range {
		return rangeOf(this.view.state.doc, this.view.state.selection);
	}

	#attributes(state: EditorState): Record<string, string> {
		const { label, placeholder } = this.#options;
		const empty = state.doc.childCount === 1 && state.doc.content.size === 2;
		return {
			class: textClass,
			role: 'textbox',
			'aria-multiline': 'true',
			'aria-label': label,
			...(this.#editable ? {} : { 'aria-readonly': 'true' }),
			...(placeholder ? { 'aria-placeholder': placeholder } : {}),
			...(placeholder && empty ? { 'data-placeholder': placeholder } : {}),
		};
	}

	/** Runs a command; false where it leaves the key to the browser. */
	#edit(editing: Editing): boolean {
		if (!this.#editable) return false;
		const made = editing(this.#binding.shown, this.#range);
		if (!made) return false;
		this.#undo.pause();
		const { storedMarks, selection } = this.view.state;
		const marks = editing === breakLine ? (storedMarks ?? selection.$from.marks()) : null;
		this.#make(made, { own: made.change }, (tr) => (marks ? tr.setStoredMarks(marks) : tr));
		return true;
	}

	#make(
		{ change, range }: Edit,
		meta: Known,
		dressed: (transaction: Transaction) => Transaction = (transaction) => transaction,
	): void {
		if (change.ops.length === 0) return;
		const { tr } = this.view.state;
		showChange(tr, this.#binding.shown, change);
		this.#send(dressed(select(tr, range)).scrollIntoView(), meta);
	}

	#send(transaction: Transaction, meta: Known): void {
		this.view.dispatch(transaction.setMeta(exact, true).setMeta(known, meta));
	}

	#dispatch(transaction: Transaction): void {
		const before = this.view.state;
		const meta = transaction.getMeta(known) as Known | undefined;
		const { state } = before.applyTransaction(transaction);
		let change: Delta | null = meta?.own ?? null;
		if (!meta && state.doc !== before.doc) {
			const touched = touchedBy(transaction, before.doc);
			change = changeBetween(this.#binding.shown, docToDelta(state.doc), touched);
		}
		this.view.updateState(state);
		if (change && change.ops.length > 0) {
			this.#made(change, meta?.travelled === true, transaction);
		}
		this.#carets.draw();
		this.#passages?.draw();
		// A composition may end without a word, on some phones after a time.
		if (this.#binding.waiting && !this.view.composing) this.#settle();
		if (!meta || meta.own) {
			if (change || transaction.selectionSet) this.#tellCaret();
		}
		this.#tellState();
	}

	#made(change: Delta, travelled: boolean, transaction: Transaction): void {
		const before = this.#binding.outer;
		const outwards = this.#binding.local(change);
		const composition: unknown = transaction.getMeta('composition');
		const goesOn = composition !== undefined && composition === this.#composition;
		this.#composition = composition;
		if (!travelled) this.#undo.record(outwards, before, transaction.time, goesOn);
		this.#carets.carry(outwards, 'own');
		this.#passages?.carry(outwards);
		this.#options.onchange(outwards);
	}

	/** Shows what others did while a character was composed. */
	#release(): void {
		const before = this.#binding.shown;
		const change = this.#binding.release();
		if (!change) return;
		const { state } = this.view;
		const range = carried(this.#range, change);
		const { tr } = state;
		showChange(tr, before, change);
		this.#send(select(tr, range).setStoredMarks(state.storedMarks), { own: null });
	}

	#travel(step: (current: Delta) => Delta | null): void {
		if (!this.#editable || this.view.composing || this.#binding.waiting) return;
		const change = step(this.#binding.outer);
		if (!change) return;
		const end = endOf(change);
		const range = end === null ? this.#range : { anchor: end, head: end };
		this.#make({ change, range }, { own: change, travelled: true });
	}

	/** A space after "-", "1." or "##" at the start of a line: first the space, then what it means. */
	#opens(from: number, to: number, text: string): boolean {
		const { state, composing } = this.view;
		const $from = state.doc.resolve(from);
		const written = $from.parent.textBetween(0, $from.parentOffset);
		if (text !== ' ' || composing || !opensLine(written)) return false;
		this.view.dispatch(state.tr.insertText(text, from, to));
		this.#openLine();
		return true;
	}

	/** The second of two square brackets: the first is taken back, and the person refers to something. */
	#refers(from: number, to: number, text: string): boolean {
		const { onrefer } = this.#options;
		const { state, composing } = this.view;
		if (!onrefer || text !== '[' || from !== to || composing) return false;
		const index = indexAt(state.doc, from);
		const letters = plainText(this.#binding.shown);
		if (letters[index - 1] !== '[') return false;
		const change = new Delta().retain(index - 1).delete(1);
		this.#edit(() => ({ change, range: { anchor: index - 1, head: index - 1 } }));
		onrefer();
		return true;
	}

	#openLine(): void {
		const { shown } = this.#binding;
		const index = indexAt(this.view.state.doc, this.view.state.selection.head);
		this.#edit(() => openLine(shown, plainText(shown), index));
	}

	#composed(): boolean {
		this.#settle(() => {
			if (this.view.state.selection.empty) this.#openLine();
		});
		return false;
	}

	/** Shows what waits once nothing is composed any more. */
	#settle(then: () => void = () => {}): void {
		setTimeout(() => {
			if (this.view.isDestroyed || this.view.composing) return;
			this.#release();
			then();
		}, SETTLE_MILLIS);
	}

	#beforeInput(event: InputEvent): boolean {
		const acts: Record<string, () => void> = {
			historyUndo: () => this.undo(),
			historyRedo: () => this.redo(),
			formatBold: () => this.toggle('bold'),
			formatItalic: () => this.toggle('italic'),
		};
		const act = acts[event.inputType];
		if (!act) return false;
		event.preventDefault();
		act();
		return true;
	}

	#paste(event: ClipboardEvent): boolean {
		event.preventDefault();
		const lines = event.clipboardData ? linesFrom(event.clipboardData) : [];
		if (lines.length > 0) this.#edit((delta, range) => insertLines(delta, range, lines));
		return true;
	}

	/** What is dragged within the editor moves as it is; what comes from outside is cleaned. */
	#drop(event: DragEvent): boolean {
		if (this.view.dragging) return false;
		event.preventDefault();
		const place = this.view.posAtCoords({ left: event.clientX, top: event.clientY });
		const lines = event.dataTransfer ? linesFrom(event.dataTransfer) : [];
		if (!place || lines.length === 0) return true;
		const index = indexAt(this.view.state.doc, place.pos);
		this.#edit((delta) => insertLines(delta, { anchor: index, head: index }, lines));
		return true;
	}

	/** Before ProseMirror hears of it: for 200 ms after the focus it puts back a caret that came to the start, be it by a key. */
	readonly #moved = () => {
		if (this.#pressed) catchUp(this.view);
	};

	#tellCaret(): void {
		const { index, length } = this.selected;
		this.#options.oncaret(index, length);
	}

	#tellState(): void {
		const { onstate } = this.#options;
		if (!onstate) return;
		const state = toolbarState(this.#binding.shown, this.view.state, this.#undo);
		const text = JSON.stringify(state);
		if (text === this.#state) return;
		this.#state = text;
		onstate(state);
	}
}
