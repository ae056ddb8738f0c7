/**
 * The secret by which the server knows this device again, for whoever wants to change their ballot.
 * It is kept in this browser alone until the vote is over. What one voted is kept nowhere: a device
 * may have other users.
 */
import { newId, secureRandom, type Random } from '../wire/ids';

/** The browser's own storage, which may be missing or refuse. */
export type Keeping = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface Place {
	table: string;
	vote: string;
	/** One device may be several people's. */
	participant: string;
}

const named = ({ table, vote, participant }: Place) =>
	`tablee-vote-${table}-${vote}-${participant}`;

export class BallotKeys {
	readonly #keeping: () => Keeping;
	readonly #random: Random;
	/** Of this page, where the browser keeps nothing. */
	readonly #here = new Map<string, string>();

	constructor(keeping: () => Keeping = () => globalThis.localStorage, random = secureRandom) {
		this.#keeping = keeping;
		this.#random = random;
	}

	/** Whether a ballot may have been handed in from here. */
	has(place: Place): boolean {
		return this.#read(named(place)) !== undefined;
	}

	/** The secret of that place, made and kept where there is none. */
	at(place: Place): string {
		const name = named(place);
		const kept = this.#read(name);
		if (kept !== undefined) return kept;
		const key = newId(this.#random);
		this.#here.set(name, key);
		this.#quietly((keeping) => keeping.setItem(name, key));
		return key;
	}

	forget(place: Place): void {
		this.#here.delete(named(place));
		this.#quietly((keeping) => keeping.removeItem(named(place)));
	}

	#read(name: string): string | undefined {
		let kept: string | null = null;
		this.#quietly((keeping) => (kept = keeping.getItem(name)));
		return kept ?? this.#here.get(name);
	}

	#quietly(act: (keeping: Keeping) => void): void {
		try {
			act(this.#keeping());
		} catch {
			return;
		}
	}
}

/** Of this page: cards come and go. */
export const ballotKeys = new BallotKeys();
