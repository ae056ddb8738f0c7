import type { Clock } from './clock';

/** Timers with names, one of each at most. */
export class Timers<Name extends string> {
	#clock: Clock;
	#stops = new Map<Name, () => void>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** Starts it anew where it was running. */
	in(name: Name, ms: number, then: () => void): void {
		this.stop(name);
		const stop = this.#clock.after(ms, () => {
			this.#stops.delete(name);
			then();
		});
		this.#stops.set(name, stop);
	}

	runs(name: Name): boolean {
		return this.#stops.has(name);
	}

	stop(name: Name): void {
		this.#stops.get(name)?.();
		this.#stops.delete(name);
	}

	stopAll(): void {
		this.#stops.forEach((stop) => stop());
		this.#stops.clear();
	}
}
