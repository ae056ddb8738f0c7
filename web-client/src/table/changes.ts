import type { Clock } from '../wire/clock';
import type { Commit } from '../wire/messages';
import { itemsOf } from './fold';

export interface Changed {
	by: string;
	/** Epoch milliseconds by the server's clock. */
	at: number;
}

/** How long a change by another is new. */
const NEW_MS = 4_000;

/** Which items others changed a moment ago. */
export class Changes {
	#clock: Clock;
	#told: () => void;
	#all = new Map<string, { changed: Changed; until: number }>();
	#timer: (() => void) | undefined;

	constructor(clock: Clock, told: () => void) {
		this.#clock = clock;
		this.#told = told;
	}

	by(commit: Commit): void {
		const until = this.#clock.now() + NEW_MS;
		const items = commit.events.flatMap(itemsOf);
		items.forEach((id) => this.#all.set(id, { changed: { by: commit.by, at: commit.at }, until }));
		if (items.length > 0) {
			this.#timer ??= this.#clock.after(NEW_MS, () => this.#age());
			this.#told();
		}
	}

	recent(): Map<string, Changed> {
		return new Map([...this.#all].map(([id, { changed }]) => [id, changed]));
	}

	close(): void {
		this.#timer?.();
	}

	#age(): void {
		const now = this.#clock.now();
		this.#timer = undefined;
		for (const [id, { until }] of this.#all) {
			if (until <= now) {
				this.#all.delete(id);
			}
		}
		const next = Math.min(...[...this.#all.values()].map(({ until }) => until));
		if (this.#all.size > 0) {
			this.#timer = this.#clock.after(next - now, () => this.#age());
		}
		this.#told();
	}
}
