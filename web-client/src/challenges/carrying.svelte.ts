/** A finding, or several that were picked, carried by a handle to where they shall stand. */
interface Carried {
	ids: string[];
	title: string;
	pointer: number;
	startX: number;
	startY: number;
	x: number;
	y: number;
	/** The place under the pointer: the id of a challenge, empty for "under none". */
	over: string | undefined;
}

/** A hand that shakes less than this, in px, only presses. */
const slack = 6;
/** Nearer than this to the window's edge the page scrolls along. */
const edge = 90;
const edgePerFrame = 14;

/** With a mouse, a pen or a finger; Escape lets go. Places say what they are by `data-drop`. */
export class Carrying {
	held = $state.raw<Carried>();
	#frame = 0;

	constructor(private readonly ondrop: (ids: string[], place: string) => void) {}

	get moves(): boolean {
		const { held } = this;
		if (!held) return false;
		return Math.hypot(held.x - held.startX, held.y - held.startY) > slack;
	}

	/** Whether the carried would land there now. */
	isOver(place: string): boolean {
		return this.moves && this.held?.over === place;
	}

	start(ids: string[], title: string, event: PointerEvent): void {
		if (event.button !== 0 || this.held) return;
		(event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
		const { clientX: x, clientY: y, pointerId: pointer } = event;
		this.held = { ids, title, pointer, startX: x, startY: y, x, y, over: undefined };
		this.#frame = requestAnimationFrame(() => this.#scroll());
	}

	move(event: PointerEvent): void {
		if (this.held?.pointer !== event.pointerId) return;
		event.preventDefault();
		this.#at(event.clientX, event.clientY);
	}

	end(event: PointerEvent): void {
		const { held, moves } = this;
		if (held?.pointer !== event.pointerId) return;
		this.cancel();
		if (moves && held.over !== undefined) this.ondrop(held.ids, held.over);
	}

	cancel(): void {
		cancelAnimationFrame(this.#frame);
		this.held = undefined;
	}

	#at(x: number, y: number): void {
		if (!this.held) return;
		const place = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop]');
		this.held = { ...this.held, x, y, over: place?.dataset['drop'] };
	}

	#scroll(): void {
		const { held } = this;
		if (!held) return;
		const by =
			held.y < edge + 72 ? -edgePerFrame : held.y > window.innerHeight - edge ? edgePerFrame : 0;
		if (by !== 0 && this.moves) {
			window.scrollBy({ top: by, behavior: 'instant' });
			this.#at(held.x, held.y);
		}
		this.#frame = requestAnimationFrame(() => this.#scroll());
	}
}
