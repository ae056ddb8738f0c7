import { Delta, joined, type DeltaJson } from './delta';

/**
 * One text in two places: `outer` is the text as the table has it, every change of others included;
 * `shown` is what stands in the field. They differ by `waiting`, the changes of others that may not
 * be shown yet because somebody is composing a character there.
 */
export class Binding {
	outer: Delta;
	shown: Delta;
	waiting: Delta | null = null;

	constructor(delta: DeltaJson) {
		this.outer = joined(delta);
		this.shown = this.outer;
	}

	/** Takes a change made on what is shown; answers the same change against `outer`. */
	local(change: Delta): Delta {
		this.shown = this.shown.compose(change);
		if (!this.waiting) {
			this.outer = this.shown;
			return change;
		}
		// What others did came first: where both insert at one place, theirs stands before.
		const travelled = this.waiting.transform(change, true);
		this.waiting = change.transform(this.waiting, false);
		this.outer = this.outer.compose(travelled);
		return travelled;
	}

	/** Takes a change of others against `outer`, to be shown later. */
	remote(change: Delta): void {
		this.outer = this.outer.compose(change);
		this.waiting = this.waiting ? this.waiting.compose(change) : change;
	}

	/** What is to be shown now to be level with `outer`. */
	release(): Delta | null {
		const change = this.waiting;
		this.waiting = null;
		this.shown = this.outer;
		return change;
	}

	/** An index of what is shown, counted in `outer`. */
	outwards(index: number): number {
		return this.waiting ? this.waiting.transformPosition(index, true) : index;
	}

	/** An index of `outer`, counted in what is shown. */
	inwards(index: number): number {
		return this.waiting ? this.waiting.invert(this.shown).transformPosition(index, true) : index;
	}
}
