import type { Clock } from './clock';

/** The server allows 20 commands a second and bursts of 60; this stays well below both. */
const BURST = 40;
const PER_SECOND = 10;

/** How fast this client sends commands: a burst, then a steady pace, and a halt where it was told. */
export class Pace {
	#clock: Clock;
	#tokens = BURST;
	#filledAt: number;
	#haltedUntil = 0;

	constructor(clock: Clock) {
		this.#clock = clock;
		this.#filledAt = clock.now();
	}

	/** Milliseconds until one more may be sent; 0: now. */
	wait(): number {
		const now = this.#clock.now();
		const gained = (Math.max(0, now - this.#filledAt) * PER_SECOND) / 1000;
		this.#tokens = Math.min(BURST, this.#tokens + gained);
		this.#filledAt = now;
		const filling = this.#tokens >= 1 ? 0 : ((1 - this.#tokens) * 1000) / PER_SECOND;
		return Math.ceil(Math.max(filling, this.#haltedUntil - now, 0));
	}

	spend(): void {
		this.#tokens -= 1;
	}

	halt(ms: number): void {
		this.#haltedUntil = Math.max(this.#haltedUntil, this.#clock.now() + ms);
	}
}
