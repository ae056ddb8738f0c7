import type { Delta } from './delta';
import { Drawing } from './drawing';
import type { Box } from './flag';
import { blocksOf, textBoxes } from './text-boxes';

/** A stretch of a text that somebody talks about, counted in the text as it is shown. */
export interface Passage {
	/** Of the thread about it. */
	id: string;
	index: number;
	length: number;
	/** Its words, for who does not see it. */
	quote: string;
}

interface Shown {
	passage: Passage;
	mark: HTMLElement;
	boxes: Box[];
}

/**
 * The passages that are talked about, underlined over a text and not in it: neither the caret nor a
 * character that is being composed is disturbed. Each has a button, out of the pointer's way, by
 * which the keyboard and screen readers come to its thread.
 */
export class PassageLayer {
	readonly #root: HTMLElement;
	readonly #layer: HTMLElement;
	readonly #shown = new Map<string, Shown>();
	readonly #drawing: Drawing;

	constructor(
		parent: HTMLElement,
		root: HTMLElement,
		private readonly options: {
			/** What the button of a passage is called. */
			label: (passage: Passage) => string;
			onopen: (id: string) => void;
			/** Turns an index of the text into one of `root`, where these differ. */
			inwards?: (index: number) => number;
		},
	) {
		this.#root = root;
		parent.classList.add('text-field');
		this.#layer = parent.appendChild(document.createElement('div'));
		this.#layer.className = 'passage-layer';
		this.#drawing = new Drawing(() => this.#place(), root);
	}

	/** Shows these passages and no others. */
	set(passages: readonly Passage[]): void {
		const here = new Set(passages.map(({ id }) => id));
		for (const [id, { mark }] of this.#shown) {
			if (here.has(id)) continue;
			mark.remove();
			this.#shown.delete(id);
		}
		for (const passage of passages) {
			const shown = this.#shown.get(passage.id) ?? this.#add(passage.id);
			shown.passage = passage;
			shown.mark.querySelector('button')?.setAttribute('aria-label', this.options.label(passage));
		}
		this.draw();
	}

	/** Takes the passages along with a change of the text. */
	carry(change: Delta): void {
		for (const shown of this.#shown.values()) {
			const { index, length } = shown.passage;
			const start = change.transformPosition(index, false);
			const end = Math.max(start, change.transformPosition(index + length, true));
			shown.passage = { ...shown.passage, index: start, length: end - start };
		}
		this.draw();
	}

	/** The passage around an index of the text; the shortest of several. */
	around(index: number): string | undefined {
		return this.#first(({ passage }) => {
			return passage.index <= index && index <= passage.index + passage.length;
		});
	}

	/** The passage at a point of the window. */
	hit(x: number, y: number): string | undefined {
		return this.#first(({ boxes }) =>
			boxes.some((box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom),
		);
	}

	/** Draws anew in the next frame; call it when the text has moved. */
	draw(): void {
		if (this.#shown.size > 0) this.#drawing.soon();
	}

	destroy(): void {
		this.#drawing.end();
		this.#layer.remove();
	}

	#first(fits: (shown: Shown) => boolean): string | undefined {
		// A page that scrolled moved the boxes without a drawing.
		if (this.#shown.size > 0) this.#place();
		const found = [...this.#shown.values()].filter(fits).map(({ passage }) => passage);
		return found.sort((one, other) => one.length - other.length)[0]?.id;
	}

	#add(id: string): Shown {
		const mark = this.#layer.appendChild(document.createElement('div'));
		mark.dataset.passage = id;
		const button = mark.appendChild(document.createElement('button'));
		button.type = 'button';
		button.addEventListener('click', (event) => {
			event.stopPropagation();
			this.options.onopen(id);
		});
		const shown = { passage: { id, index: 0, length: 0, quote: '' }, mark, boxes: [] };
		this.#shown.set(id, shown);
		return shown;
	}

	#place(): void {
		const origin = this.#layer.getBoundingClientRect();
		const blocks = blocksOf(this.#root);
		const { inwards = (index: number) => index } = this.options;
		const all = [...this.#shown.values()];
		// All is read before anything is written: a read after a write lays the page out once more.
		for (const shown of all) {
			const { index, length } = shown.passage;
			shown.boxes = textBoxes(blocks, inwards(index), inwards(index + length));
		}
		for (const { mark, boxes } of all) {
			const lines = boxes.map((box) => {
				const line = document.createElement('span');
				put(line, box, origin);
				return line;
			});
			const button = mark.querySelector('button');
			mark.querySelectorAll('span').forEach((line) => line.remove());
			mark.prepend(...lines);
			mark.hidden = boxes[0] === undefined;
			if (button && boxes[0]) put(button, boxes[0], origin);
		}
	}
}

function put(element: HTMLElement, box: Box, origin: DOMRect): void {
	element.style.left = `${box.left - origin.left}px`;
	element.style.top = `${box.top - origin.top}px`;
	element.style.width = `${box.right - box.left}px`;
	element.style.height = `${box.bottom - box.top}px`;
}
