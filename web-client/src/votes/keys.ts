/**
 * The secret by which the server knows this device again, for whoever wants to change their ballot.
 * It is kept in this browser alone until the vote is over. What one voted is kept nowhere: a device
 * may have other users.
 */
import { device, type Device } from '../wire/device';
import { newId, secureRandom, type Random } from '../wire/ids';

export interface Place {
	table: string;
	vote: string;
	/** One device may be several people's. */
	participant: string;
}

const named = ({ table, vote, participant }: Place) =>
	`tablee-vote-${table}-${vote}-${participant}`;

export class BallotKeys {
	readonly #device: Device;
	readonly #random: Random;

	constructor(of: Device = device, random: Random = secureRandom) {
		this.#device = of;
		this.#random = random;
	}

	/** Whether a ballot may have been handed in from here. */
	has(place: Place): boolean {
		return this.#device.read(named(place)) !== undefined;
	}

	/** The secret of that place, made and kept where there is none. */
	at(place: Place): string {
		const kept = this.#device.read(named(place));
		if (kept !== undefined) return kept;
		const key = newId(this.#random);
		this.#device.keep(named(place), key);
		return key;
	}

	forget(place: Place): void {
		this.#device.forget(named(place));
	}
}

export const ballotKeys = new BallotKeys();
