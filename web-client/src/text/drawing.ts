import { whileNear } from '../look/near';

/**
 * When a layer over a text is drawn: once in the next frame, however often it was asked for, also
 * when the text has another size; and only while the text is near the window.
 */
export class Drawing {
	#due = false;
	#near = false;
	#frame: number | null = null;
	readonly #resized: ResizeObserver | undefined;
	readonly #leave: () => void;

	/** `sizes`: of these the drawing depends; the first is the text. */
	constructor(
		private readonly draw: () => void,
		...sizes: [HTMLElement, ...HTMLElement[]]
	) {
		if (typeof ResizeObserver !== 'undefined') {
			this.#resized = new ResizeObserver(() => this.soon());
			sizes.forEach((one) => this.#resized?.observe(one));
		}
		this.#leave = whileNear(sizes[0], (near) => {
			this.#near = near;
			if (near && this.#due) this.soon();
		});
	}

	soon(): void {
		this.#due = true;
		if (!this.#near) return;
		this.#frame ??= requestAnimationFrame(() => {
			this.#frame = null;
			this.#due = false;
			this.draw();
		});
	}

	end(): void {
		if (this.#frame !== null) cancelAnimationFrame(this.#frame);
		this.#resized?.disconnect();
		this.#leave();
	}
}
