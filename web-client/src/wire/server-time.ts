import type { Clock } from './clock';

/** How many round trips the best is chosen from. */
const REMEMBERED = 8;

/** The server's clock as seen from here: the quickest of the last round trips tells it best. */
export class ServerTime {
	#clock: Clock;
	#asked = new Map<number, number>();
	#trips: { took: number; offset: number }[] = [];
	#offset = 0;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** Epoch milliseconds. */
	now(): number {
		return this.#clock.now() + this.#offset;
	}

	/** A time that came without a question: good until a round trip is known. */
	told(at: number): void {
		if (this.#trips.length === 0) {
			this.#offset = at - this.#clock.now();
		}
	}

	ping(n: number): void {
		this.#asked.clear();
		this.#asked.set(n, this.#clock.now());
	}

	pong(n: number, at: number): void {
		const asked = this.#asked.get(n);
		if (asked === undefined) {
			return;
		}
		this.#asked.delete(n);
		const now = this.#clock.now();
		this.#trips.push({ took: now - asked, offset: at - (asked + now) / 2 });
		this.#trips = this.#trips.slice(-REMEMBERED);
		this.#offset = this.#trips.reduce((best, one) => (one.took < best.took ? one : best)).offset;
	}
}
