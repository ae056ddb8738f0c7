/** Where somebody who opens a round wants to go on: at that round, as soon as it stands there. */
export class Awaited {
	#round: string | undefined;

	/** Somebody here opens it. */
	opens(round: string): void {
		this.#round = round;
	}

	/** Whether somebody here opened it; said once. */
	greets(round: string): boolean {
		if (this.#round !== round) return false;
		this.#round = undefined;
		return true;
	}
}

/** Of this page: what asks for a round and what shows it are two parts of it. */
export const awaited = new Awaited();
