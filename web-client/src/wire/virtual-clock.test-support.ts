/** A clock that a test turns, and the browser's own events run to their end in between. */
import type { Clock } from './clock';
import type { Random } from './ids';

interface Timer {
	at: number;
	order: number;
	then: () => void;
}

export class VirtualClock implements Clock {
	#now: number;
	#order = 0;
	#timers: Timer[] = [];
	/** Storage that works in real time (fake IndexedDB) reports what it has under way. */
	busy: () => number = () => 0;

	constructor(now = 1_700_000_000_000) {
		this.#now = now;
	}

	now(): number {
		return this.#now;
	}

	after(ms: number, then: () => void): () => void {
		const timer = { at: this.#now + ms, order: ++this.#order, then };
		this.#timers.push(timer);
		return () => {
			this.#timers = this.#timers.filter((one) => one !== timer);
		};
	}

	async advance(ms: number): Promise<void> {
		const until = this.#now + ms;
		await this.settle();
		for (let next = this.#next(until); next !== undefined; next = this.#next(until)) {
			this.#timers = this.#timers.filter((one) => one !== next);
			this.#now = Math.max(this.#now, next.at);
			next.then();
			await this.settle();
		}
		this.#now = until;
	}

	/** The device sleeps: time goes on, timers do not. */
	sleep(ms: number): void {
		this.#now += ms;
	}

	/** All that needs no time has happened. */
	async settle(): Promise<void> {
		do {
			await new Promise<void>((then) => setImmediate(then));
		} while (this.busy() > 0);
	}

	#next(until: number): Timer | undefined {
		let first: Timer | undefined;
		for (const one of this.#timers) {
			const sooner = first === undefined || one.at < first.at;
			if (one.at <= until && (sooner || (one.at === first?.at && one.order < first.order))) {
				first = one;
			}
		}
		return first;
	}
}

/** A small generator with a seed (mulberry32), so that a world can be played again. */
export class Dice {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** From 0 up to 1. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = this.#state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	}

	/** From 0 up to `bound`, not including it. */
	below(bound: number): number {
		return Math.floor(this.next() * bound);
	}

	chance(part: number): boolean {
		return this.next() < part;
	}

	pick<T>(all: readonly T[]): T {
		const one = all[this.below(all.length)];
		if (one === undefined) {
			throw new Error('nothing to pick from');
		}
		return one;
	}

	get random(): Random {
		return (bytes) => bytes.map(() => this.below(256));
	}
}
