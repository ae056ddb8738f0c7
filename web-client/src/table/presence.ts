/** Tells the others where this person is, five times a second at most. */
import type { Clock } from '../wire/clock';
import type { ClientFrame, Seq } from '../wire/messages';

const EVERY_MS = 200;

export interface Spot {
	text?: string;
	index?: number;
	length?: number;
	typing?: boolean;
}

export class Presence {
	#clock: Clock;
	#send: (frame: ClientFrame & { type: 'here' }) => boolean;
	#place: (spot: Spot) => { base: Seq; spot: Spot } | undefined;
	#spot: Spot | undefined;
	#told = '';
	#waiting: (() => void) | undefined;

	/** `place` counts a spot on the screen in the text that the server has. */
	constructor(
		clock: Clock,
		place: (spot: Spot) => { base: Seq; spot: Spot } | undefined,
		send: (frame: ClientFrame & { type: 'here' }) => boolean,
	) {
		this.#clock = clock;
		this.#place = place;
		this.#send = send;
	}

	here(spot: Spot): void {
		this.#spot = spot;
		if (this.#waiting === undefined) {
			this.#tell();
		}
	}

	/** A new connection knows nothing of us. */
	again(): void {
		this.#told = '';
		if (this.#spot !== undefined && this.#waiting === undefined) {
			this.#tell();
		}
	}

	close(): void {
		this.#waiting?.();
		this.#waiting = undefined;
		this.#spot = undefined;
	}

	#tell(): void {
		const placed = this.#spot === undefined ? undefined : this.#place(this.#spot);
		if (placed === undefined || JSON.stringify(this.#spot) === this.#told) {
			return;
		}
		const { base, spot } = placed;
		const { text, index, length, typing } = spot;
		const sent = this.#send({
			type: 'here',
			base,
			...(text === undefined ? {} : { text }),
			...(index === undefined ? {} : { index }),
			...(length === undefined ? {} : { length }),
			...(typing === true ? { typing } : {}),
		});
		if (sent) {
			this.#told = JSON.stringify(this.#spot);
			this.#waiting = this.#clock.after(EVERY_MS, () => {
				this.#waiting = undefined;
				this.#tell();
			});
		}
	}
}
