import type { Delta } from './delta';
import { Drawing } from './drawing';
import { placeFlag, type Box } from './flag';
import { blocksOf, caretBox, textBoxes, wordBoxes } from './text-boxes';

/** Where another person writes, counted in the text. */
export interface Caret {
	participant: string;
	name: string;
	initials: string;
	colour: string;
	/** Tells carets apart without colour. */
	pattern?: 'solid' | 'dashed' | 'dotted' | 'double';
	/** The start of the selection and, `length` further on, its end, where the caret is drawn. */
	index: number;
	length: number;
}

const FLAG_MILLIS = 2000;
const FRESH_MILLIS = 2000;

/** Words that others have just written: they light up for a while. */
interface Fresh {
	from: number;
	to: number;
	light: HTMLElement;
	timer: ReturnType<typeof setTimeout>;
}

interface Shown {
	caret: Caret;
	bar: HTMLElement;
	flag: HTMLElement;
	tint: HTMLElement;
	/** Runs while the name is shown. */
	timer: ReturnType<typeof setTimeout> | null;
}

/**
 * The carets of others, drawn over a text and not into it: neither the own caret nor a character
 * that is being composed is disturbed by them, and screen readers do not meet them. Works over the
 * editor and over a text that is only read.
 */
export class CaretLayer {
	readonly #layer: HTMLElement;
	readonly #root: HTMLElement;
	readonly #card: HTMLElement;
	readonly #inwards: (index: number) => number;
	readonly #shown = new Map<string, Shown>();
	#fresh: Fresh[] = [];
	readonly #drawing: Drawing;

	/** `card` is where flags stay inside; `inwards` turns an index of the text into one of `root`. */
	constructor(
		parent: HTMLElement,
		root: HTMLElement,
		card: HTMLElement = parent,
		inwards: (index: number) => number = (index) => index,
	) {
		this.#root = root;
		this.#card = card;
		this.#inwards = inwards;
		parent.classList.add('text-field');
		this.#layer = parent.appendChild(document.createElement('div'));
		this.#layer.className = 'caret-layer';
		this.#layer.setAttribute('aria-hidden', 'true');
		this.#drawing = new Drawing(() => this.#place(), root, card);
	}

	/** Shows these carets and no others; who moved shows a name for two seconds. */
	set(carets: readonly Caret[]): void {
		const here = new Set(carets.map((caret) => caret.participant));
		for (const [participant, shown] of this.#shown) {
			if (!here.has(participant)) this.#remove(participant, shown);
		}
		for (const caret of carets) {
			const known = this.#shown.get(caret.participant);
			const shown = known ?? this.#add(caret);
			const { index, length } = shown.caret;
			shown.caret = { ...caret };
			this.#dress(shown);
			if (!known || index !== caret.index || length !== caret.length) this.#raise(shown);
		}
		this.draw();
	}

	/** Takes the carets along with a change of the text; what others wrote lights up. */
	carry(change: Delta, whose: 'own' | 'theirs'): void {
		for (const fresh of this.#fresh) {
			fresh.from = change.transformPosition(fresh.from);
			fresh.to = Math.max(fresh.from, change.transformPosition(fresh.to, true));
		}
		if (whose === 'theirs') this.#light(change);
		for (const shown of this.#shown.values()) {
			const { index, length } = shown.caret;
			const end = index + length;
			// What is written here stays behind their caret, as it does on their own screen; what
			// is written elsewhere at that very place is most likely theirs and pushes it on.
			const stays = whose === 'own';
			const start = change.transformPosition(index, stays);
			const carried = Math.max(start, change.transformPosition(end, stays));
			const typed = !stays && carried !== change.transformPosition(end, true);
			shown.caret = { ...shown.caret, index: start, length: carried - start };
			if (typed) this.#raise(shown);
		}
		this.draw();
	}

	/** Draws anew in the next frame; call it when the text has moved. */
	draw(): void {
		if (this.#shown.size > 0 || this.#fresh.length > 0) this.#drawing.soon();
	}

	destroy(): void {
		this.#drawing.end();
		for (const [participant, shown] of this.#shown) this.#remove(participant, shown);
		for (const fresh of this.#fresh) clearTimeout(fresh.timer);
		this.#layer.remove();
	}

	#light(change: Delta): void {
		let at = 0;
		for (const op of change.ops) {
			const length = typeof op.insert === 'string' ? op.insert.length : 0;
			if (length > 0) {
				const light = this.#layer.appendChild(document.createElement('div'));
				light.className = 'fresh-words';
				const timer = setTimeout(() => {
					light.remove();
					this.#fresh = this.#fresh.filter((one) => one.light !== light);
				}, FRESH_MILLIS);
				this.#fresh.push({ from: at, to: at + length, light, timer });
			}
			at += length + (typeof op.retain === 'number' ? op.retain : 0);
		}
	}

	#add(caret: Caret): Shown {
		const part = (name: string) => {
			const element = this.#layer.appendChild(document.createElement('div'));
			element.className = name;
			return element;
		};
		const shown: Shown = {
			caret,
			tint: part('caret-tint'),
			bar: part('caret-bar'),
			flag: part('caret-flag'),
			timer: null,
		};
		shown.flag.hidden = true;
		this.#shown.set(caret.participant, shown);
		return shown;
	}

	#dress({ caret, bar, flag, tint }: Shown): void {
		for (const element of [bar, flag, tint]) {
			element.style.setProperty('--caret', caret.colour);
			element.dataset.pattern = caret.pattern ?? 'solid';
		}
		const initials = document.createElement('b');
		initials.textContent = caret.initials;
		flag.replaceChildren(initials, ` ${caret.name}`);
	}

	#raise(shown: Shown): void {
		if (shown.timer !== null) clearTimeout(shown.timer);
		shown.flag.hidden = false;
		shown.timer = setTimeout(() => {
			shown.timer = null;
			shown.flag.hidden = true;
		}, FLAG_MILLIS);
	}

	#remove(participant: string, shown: Shown): void {
		if (shown.timer !== null) clearTimeout(shown.timer);
		for (const element of [shown.bar, shown.flag, shown.tint]) element.remove();
		this.#shown.delete(participant);
	}

	#place(): void {
		const origin = this.#layer.getBoundingClientRect();
		const blocks = blocksOf(this.#root);
		let taken: Box[] | null = null;
		for (const { light, from, to } of this.#fresh) {
			paint(light, textBoxes(blocks, this.#inwards(from), this.#inwards(to)), origin);
		}
		for (const shown of this.#shown.values()) {
			const { index, length } = shown.caret;
			const from = this.#inwards(index);
			const to = this.#inwards(index + length);
			const box = caretBox(blocks, to);
			shown.bar.hidden = box === null;
			paint(shown.tint, textBoxes(blocks, from, to), origin);
			if (!box) {
				shown.flag.style.visibility = 'hidden';
				continue;
			}
			put(shown.bar, box, origin);
			shown.bar.style.height = `${box.bottom - box.top}px`;
			if (shown.flag.hidden) continue;
			taken ??= wordBoxes(this.#card, this.#layer);
			const { width, height } = shown.flag.getBoundingClientRect();
			const card = this.#card.getBoundingClientRect();
			const spot = placeFlag(box, { width, height }, card, taken);
			shown.flag.style.visibility = spot ? 'visible' : 'hidden';
			if (!spot) continue;
			const { left, top } = spot;
			put(shown.flag, { left, top }, origin);
			taken.push({ left, top, right: left + width, bottom: top + height });
		}
	}
}

/** Fills boxes with the colour of what they belong to. */
function paint(owner: HTMLElement, boxes: readonly Box[], origin: DOMRect): void {
	owner.replaceChildren(
		...boxes.map((box) => {
			const part = document.createElement('div');
			put(part, box, origin);
			part.style.width = `${box.right - box.left}px`;
			part.style.height = `${box.bottom - box.top}px`;
			return part;
		}),
	);
}

function put(element: HTMLElement, at: { left: number; top: number }, origin: DOMRect): void {
	element.style.left = `${at.left - origin.left}px`;
	element.style.top = `${at.top - origin.top}px`;
}
