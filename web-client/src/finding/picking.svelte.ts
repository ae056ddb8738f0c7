import { SvelteSet } from 'svelte/reactivity';

/** Several findings that one person picked, to do one thing with all of them. */
export class Picking {
	readonly #ids = new SvelteSet<string>();

	has(id: string): boolean {
		return this.#ids.has(id);
	}

	set(id: string, picked: boolean): void {
		if (picked) this.#ids.add(id);
		else this.#ids.delete(id);
	}

	clear(): void {
		this.#ids.clear();
	}

	/** Those of a list that are picked, in its order: what was withdrawn meanwhile is picked no more. */
	among<T extends { id: string }>(list: T[]): T[] {
		return list.filter(({ id }) => this.#ids.has(id));
	}
}
