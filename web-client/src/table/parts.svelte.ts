/* eslint-disable svelte/prefer-svelte-reactivity -- the map is never another, what it holds are the signals */
import type { TableState } from '../wire/messages';

const KEYS: Record<keyof TableState, true> = {
	title: true,
	territory: true,
	theme: true,
	locale: true,
	phase: true,
	lists: true,
	calendar: true,
	frame: true,
	terms: true,
	glossary: true,
	colleges: true,
	participants: true,
	contributions: true,
	findings: true,
	challenges: true,
	rating: true,
	proposals: true,
	comments: true,
	strips: true,
	rounds: true,
	votes: true,
	texts: true,
};

/** One signal. */
class Part {
	value: unknown = $state.raw();
}

/**
 * A table on the screen, each of its parts a signal of its own: with every letter that somebody
 * types there is another table, and who shows the findings has nothing to draw for it.
 */
export class Parts {
	/** Always the same object: what is read of it is the table as it is now. */
	readonly state: TableState;
	readonly #parts = new Map<string, Part>(Object.keys(KEYS).map((key) => [key, new Part()]));

	constructor(first: TableState) {
		const state = {};
		for (const [key, part] of this.#parts) {
			Object.defineProperty(state, key, { enumerable: true, get: () => part.value });
		}
		this.state = state as TableState;
		this.show(first);
	}

	show(whole: TableState): void {
		for (const [key, part] of this.#parts) part.value = whole[key as keyof TableState];
	}
}
