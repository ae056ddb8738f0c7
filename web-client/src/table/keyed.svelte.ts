/* eslint-disable svelte/prefer-svelte-reactivity -- the map only holds the signals */
import { untrack } from 'svelte';

class Cell<V> {
	value: V;

	constructor(value: V) {
		this.value = $state.raw(value);
	}
}

/**
 * Values by a key, each a signal of its own: of three hundred who read one of them each, only those
 * are told whose value is another.
 */
export class Keyed<V> {
	readonly #cells = new Map<string, Cell<V>>();

	/** `none`: where nothing was said of a key. */
	constructor(private readonly none: V) {}

	get(key: string): V {
		return this.#cell(key).value;
	}

	/** These and no others; one that is the `same` as before stays. */
	replace(all: ReadonlyMap<string, V>, same: (one: V, other: V) => boolean): void {
		for (const key of all.keys()) this.#cell(key);
		for (const [key, cell] of this.#cells) {
			const value = all.get(key) ?? this.none;
			const before = untrack(() => cell.value);
			if (before !== value && !same(before, value)) cell.value = value;
		}
	}

	#cell(key: string): Cell<V> {
		const cell = this.#cells.get(key) ?? this.#made();
		this.#cells.set(key, cell);
		return cell;
	}

	/** Apart from whoever asks: of a signal that an effect makes itself it is not told. */
	#made(): Cell<V> {
		let made: Cell<V> | undefined;
		$effect.root(() => {
			made = new Cell(this.none);
		})();
		return made!;
	}
}
