import { Binding } from './binding';
import { changeBetween, type Touched } from './change';
import { cleanCharacters } from './characters';
import { Delta, joined, plainText, type AttributeMap, type DeltaJson } from './delta';
import type { Caret, EditorOptions, Passage } from './editor';
import { deleteSelected, lineAt, linesOf, splitLine } from './lines';
import { carried, endOf, type Range } from './show';
import { UndoStack } from './undo';

// The field settles some time after the last composed character.
const SETTLE_MILLIS = 60;

/**
 * A field that shows the letters of a text and nothing else, for people whom a rich editor hinders.
 * Formats stay where they are while one writes between them.
 */
export class PlainEditor {
	readonly #options: EditorOptions;
	readonly #area: HTMLTextAreaElement;
	readonly #binding: Binding;
	readonly #undo = new UndoStack();
	#composing = false;
	/** The selection before the newest input: where that input began. */
	#before: Range = { anchor: 0, head: 0 };

	constructor(parent: HTMLElement, options: EditorOptions) {
		this.#options = options;
		this.#binding = new Binding(options.delta);
		this.#area = parent.appendChild(document.createElement('textarea'));
		const area = this.#area;
		area.className = 'plain-text';
		area.setAttribute('aria-label', options.label);
		if (options.placeholder) area.placeholder = options.placeholder;
		area.value = this.#letters;
		this.setEditable(options.editable);
		area.addEventListener('beforeinput', (event) => this.#beforeInput(event));
		area.addEventListener('input', () => this.#input());
		area.addEventListener('keydown', (event) => this.#key(event));
		for (const moved of ['select', 'keyup', 'pointerup', 'focus']) {
			area.addEventListener(moved, () => this.#tellCaret());
		}
		area.addEventListener('compositionstart', () => {
			this.#composing = true;
		});
		area.addEventListener('compositionend', () => {
			this.#composing = false;
			setTimeout(() => this.#release(), SETTLE_MILLIS);
		});
		this.#grow();
		this.#tellState();
	}

	/** The text with every change, also with one that waits for a composed character. */
	get delta(): Delta {
		return this.#binding.outer;
	}

	/** Takes in a change by others, against `delta`. */
	apply(change: DeltaJson): void {
		const theirs = joined(change);
		this.#undo.carry(theirs);
		this.#binding.remote(theirs);
		this.#release();
		this.#tellState();
	}

	/** Takes the whole text anew; what did not change stays untouched, the caret too. */
	replace(delta: DeltaJson): void {
		this.apply(changeBetween(this.#binding.outer, joined(delta)));
	}

	/** Others' carets are not drawn over plain letters. */
	setCarets(_carets: Caret[]): void {}

	/** Nor are passages; their threads are beside the text all the same. */
	setPassages(_passages: readonly Passage[]): void {}

	passageAt(_x: number, _y: number): undefined {}

	passageHere(): undefined {}

	/** What is selected, in UTF-16 units of the text with every change. */
	get selected(): { index: number; length: number } {
		const from = this.#binding.outwards(this.#area.selectionStart);
		const to = this.#binding.outwards(this.#area.selectionEnd);
		return { index: from, length: to - from };
	}

	setEditable(editable: boolean): void {
		this.#area.readOnly = !editable;
	}

	focus(at?: 'start' | 'end'): void {
		if (at) {
			const index = at === 'start' ? 0 : this.#area.value.length;
			this.#area.setSelectionRange(index, index);
		}
		this.#area.focus();
	}

	undo(): void {
		this.#travel(this.#undo.undo.bind(this.#undo));
	}

	redo(): void {
		this.#travel(this.#undo.redo.bind(this.#undo));
	}

	destroy(): void {
		this.#area.remove();
	}

	get #letters(): string {
		return plainText(this.#binding.shown).slice(0, -1);
	}

	get #range(): Range {
		return { anchor: this.#area.selectionStart, head: this.#area.selectionEnd };
	}

	#beforeInput(event: InputEvent): void {
		this.#before = this.#range;
		if (this.#refers(event)) return;
		if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
		event.preventDefault();
		if (event.inputType === 'historyUndo') this.undo();
		else this.redo();
	}

	/** The second of two square brackets: the first is taken back, and the person refers to something. */
	#refers(event: InputEvent): boolean {
		const { onrefer } = this.#options;
		const { selectionStart: at, selectionEnd, value } = this.#area;
		const typed = event.inputType === 'insertText' && event.data === '[' && at === selectionEnd;
		if (!onrefer || !typed || value[at - 1] !== '[' || this.#binding.waiting) return false;
		event.preventDefault();
		this.#made(new Delta().retain(at - 1).delete(1));
		this.#show({ anchor: at - 1, head: at - 1 });
		this.#tellCaret();
		this.#tellState();
		onrefer();
		return true;
	}

	#key(event: KeyboardEvent): void {
		if (event.key === 'Escape' && !event.isComposing) this.#options.onleave?.();
		const command = (event.ctrlKey || event.metaKey) && !event.altKey;
		const key = event.key.toLowerCase();
		const comments = (event.ctrlKey || event.metaKey) && event.altKey && key === 'm';
		if (comments) {
			event.preventDefault();
			this.#options.oncomment?.();
			return;
		}
		const undoes = command && key === 'z' && !event.shiftKey;
		const redoes = command && (key === 'y' || (key === 'z' && event.shiftKey));
		if (!undoes && !redoes) return;
		event.preventDefault();
		if (undoes) this.undo();
		else this.redo();
	}

	#input(): void {
		const old = this.#letters;
		const { value, selectionEnd } = this.#area;
		const now = cleanCharacters(value);
		const end = cleanCharacters(value.slice(0, selectionEnd)).length;
		const touched: Touched = {
			from: Math.min(this.#before.anchor, end),
			before: old.length - (now.length - end),
			after: end,
		};
		const change = plainChange(this.#binding.shown, now, touched);
		if (change.ops.length > 0) this.#made(change);
		if (now !== value) this.#show({ anchor: end, head: end });
		this.#before = this.#range;
		this.#grow();
		this.#tellCaret();
		this.#tellState();
	}

	#made(change: Delta, travelled = false): void {
		const before = this.#binding.outer;
		const outwards = this.#binding.local(change);
		if (!travelled) this.#undo.record(outwards, before, performance.now());
		this.#options.onchange(outwards);
	}

	#travel(step: (current: Delta) => Delta | null): void {
		if (this.#area.readOnly || this.#composing || this.#binding.waiting) return;
		const change = step(this.#binding.outer);
		if (!change) return;
		const end = endOf(change) ?? this.#area.selectionEnd;
		this.#made(change, true);
		this.#show({ anchor: end, head: end });
		this.#tellCaret();
		this.#tellState();
	}

	#release(): void {
		if (this.#composing) return;
		const range = this.#range;
		const change = this.#binding.release();
		if (change) this.#show(carried(range, change));
	}

	#show({ anchor, head }: Range): void {
		const area = this.#area;
		const letters = this.#letters;
		if (area.value === letters) return;
		const { scrollTop } = area;
		area.value = letters;
		area.setSelectionRange(anchor, head);
		area.scrollTop = scrollTop;
		this.#before = { anchor, head };
		this.#grow();
	}

	#grow(): void {
		this.#area.rows = Math.max(3, this.#area.value.split('\n').length + 1);
	}

	#tellCaret(): void {
		const { index, length } = this.selected;
		this.#options.oncaret(index, length);
	}

	#tellState(): void {
		this.#options.onstate?.({
			bold: false,
			italic: false,
			link: null,
			header: 0,
			list: null,
			quote: false,
			selected: this.selected.length > 0,
			canUndo: this.#undo.canUndo,
			canRedo: this.#undo.canRedo,
		});
	}
}

/**
 * The change that gives a text new letters (its last "\n" left out). Inserted letters take the look
 * that both their neighbours have, new lines that of their line; lines that are joined look like
 * the first.
 */
export function plainChange(delta: Delta, letters: string, touched: Touched): Delta {
	const old = plainText(delta);
	const now = `${letters}\n`;
	const bare = (text: string) => new Delta().insert(text);
	const change = changeBetween(bare(old), bare(now), touched);
	let text = delta;
	let whole = new Delta();
	let at = 0;
	const make = (step: Delta) => {
		whole = whole.compose(step);
		text = text.compose(step);
	};
	for (const op of change.ops) {
		if (typeof op.retain === 'number') at += op.retain;
		else if (op.delete) {
			make(deleteSelected(text, { anchor: at, head: at + op.delete }).change);
		} else if (typeof op.insert === 'string') {
			for (const part of op.insert.split(/(\n)/)) {
				if (part === '') continue;
				make(part === '\n' ? lineEnd(text, at) : words(text, at, part));
				at += part.length;
			}
		}
	}
	return whole;
}

function lineEnd(text: Delta, at: number): Delta {
	const lines = linesOf(text);
	const line = lines[lineAt(lines, at)];
	return line ? splitLine(line, at) : new Delta().retain(at).insert('\n');
}

function words(text: Delta, at: number, letters: string): Delta {
	const looks = (index: number): AttributeMap | undefined => {
		const op = text.slice(index, index + 1).ops[0];
		return op?.insert === '\n' ? undefined : op?.attributes;
	};
	const before = at > 0 ? looks(at - 1) : undefined;
	const after = looks(at);
	const shared = Object.entries(before ?? {}).filter(([name, value]) => after?.[name] === value);
	return new Delta().retain(at).insert(letters, Object.fromEntries(shared));
}
