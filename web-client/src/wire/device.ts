/**
 * What this browser alone remembers for a person, by name: it never leaves the device, and whoever
 * keeps something here forgets it when it is over, for a device may have other users.
 */

/** The browser's own storage, which may be missing or refuse. */
export type Keeping = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export class Device {
	readonly #keeping: () => Keeping;
	/** Of this page, where the browser keeps nothing. */
	readonly #here = new Map<string, string>();

	constructor(keeping: () => Keeping = () => globalThis.localStorage) {
		this.#keeping = keeping;
	}

	read(name: string): string | undefined {
		let kept: string | null = null;
		this.#quietly((keeping) => (kept = keeping.getItem(name)));
		return kept ?? this.#here.get(name);
	}

	keep(name: string, text: string): void {
		if (this.#quietly((keeping) => keeping.setItem(name, text))) this.#here.delete(name);
		else this.#here.set(name, text);
	}

	forget(name: string): void {
		this.#here.delete(name);
		this.#quietly((keeping) => keeping.removeItem(name));
	}

	/** False where the browser does not let it. */
	#quietly(act: (keeping: Keeping) => void): boolean {
		try {
			act(this.#keeping());
			return true;
		} catch {
			return false;
		}
	}
}

/** Of this page: its parts come and go. */
export const device = new Device();
