import { placeAt } from './moving';

interface Held {
	id: string;
	pointer: number;
	/** How far the pointer went, in px, the page's scroll counted in. */
	offset: number;
	/** The place among the shown cards that it would take now, from 0. */
	place: number;
	/** The place it was taken from, and its height with the gap that follows. */
	from: number;
	height: number;
	startY: number;
	y: number;
}

/** Nearer than this to the window's edge the page scrolls along. */
const edge = 90;
const edgePerFrame = 14;

/** A hand that shakes less than this, in px, only presses. */
const slack = 6;

/** A card that is carried by its handle, with a mouse, a pen or a finger. Escape puts it back. */
export class Dragging {
	held = $state.raw<Held>();
	#frame = 0;

	constructor(
		/** The other shown cards' elements, from top to bottom. */
		private readonly others: (id: string) => HTMLElement[],
		private readonly ondrop: (id: string, place: number) => void,
	) {}

	/** Whether it is carried, and not only pressed. */
	get moves(): boolean {
		return this.held !== undefined && Math.abs(this.held.offset) > slack;
	}

	/** How far the card at `place` steps aside for the carried one, in px. */
	aside(place: number): number {
		const { held } = this;
		if (!held || !this.moves) return 0;
		if (held.from < place && place <= held.place) return -held.height;
		return held.place <= place && place < held.from ? held.height : 0;
	}

	start(id: string, place: number, height: number, event: PointerEvent): void {
		if (event.button !== 0 || this.held) return;
		const y = event.clientY + window.scrollY;
		(event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
		const pointer = event.pointerId;
		const from = place;
		this.held = { id, pointer, offset: 0, place, from, height, startY: y, y: event.clientY };
		this.#frame = requestAnimationFrame(() => this.#scroll());
	}

	move(event: PointerEvent): void {
		if (this.held?.pointer !== event.pointerId) return;
		event.preventDefault();
		this.#at(event.clientY);
	}

	end(event: PointerEvent): void {
		const { held } = this;
		if (held?.pointer !== event.pointerId) return;
		const { moves } = this;
		this.cancel();
		// A press without a carry is no move; the handle's keys and the menu serve those who only press.
		if (moves) this.ondrop(held.id, held.place);
	}

	cancel(): void {
		cancelAnimationFrame(this.#frame);
		this.held = undefined;
	}

	#at(y: number): void {
		const { held } = this;
		if (!held) return;
		const middles = this.others(held.id).map((card) => {
			// Where it stands without the step aside, which its box on the screen would count in.
			const top = card.offsetParent?.getBoundingClientRect().top ?? 0;
			return top + card.offsetTop + card.offsetHeight / 2;
		});
		const offset = y + window.scrollY - held.startY;
		this.held = { ...held, y, offset, place: placeAt(middles, y) };
	}

	#scroll(): void {
		const { held } = this;
		if (!held) return;
		const by =
			held.y < edge + 72 ? -edgePerFrame : held.y > window.innerHeight - edge ? edgePerFrame : 0;
		if (by !== 0 && this.moves) {
			window.scrollBy({ top: by, behavior: 'instant' });
			this.#at(held.y);
		}
		this.#frame = requestAnimationFrame(() => this.#scroll());
	}
}
