/** Sends what waits as fast as it may, and asks after answers that do not come. */
import type { Clock } from '../wire/clock';
import type { Connection } from '../wire/connection';
import type { Command } from '../wire/messages';
import { Pace } from '../wire/pace';
import { Timers } from '../wire/timers';
import type { Drafts } from './drafts';

/** An answer that takes longer is asked for. */
const ANSWER_MS = 5_000;
/** How long to wait where the server did not say. */
const HALT_MS = 1_000;

export class Sender {
	/** The welcome was taken in: commands may be sent. */
	ready = false;
	#drafts: Drafts;
	#connection: Connection;
	#isHeld: (command: { type: Command['type'] }) => boolean;
	#pace: Pace;
	#timers: Timers<'forward' | 'answer'>;

	/** `isHeld`: what the server would refuse as yet. */
	constructor(
		drafts: Drafts,
		connection: Connection,
		clock: Clock,
		isHeld: (command: { type: Command['type'] }) => boolean,
	) {
		this.#drafts = drafts;
		this.#isHeld = isHeld;
		this.#connection = connection;
		this.#pace = new Pace(clock);
		this.#timers = new Timers(clock);
	}

	/** Everything that may go now: changes of texts become commands as late as this. */
	forward(): void {
		if (!this.ready || this.#connection.reach.kind !== 'live') {
			return;
		}
		for (const id of this.#isHeld({ type: 'EditText' }) ? [] : this.#drafts.launchable()) {
			if (this.#waits()) {
				break;
			}
			this.#drafts.launch(id);
		}
		this.pump();
	}

	pump(): void {
		const { queue } = this.#drafts;
		if (!this.ready) {
			return;
		}
		const next = () => queue.next(this.#isHeld);
		for (let one = next(); one !== undefined; one = next()) {
			if (this.#waits() || !this.#connection.send(one.bytes)) {
				return;
			}
			this.#pace.spend();
			one.sent = true;
			this.#watch();
		}
	}

	/** The server asked for patience, or has no room: `params.retryInMs`. */
	halt(params: Record<string, unknown> = {}): void {
		const { retryInMs } = params;
		this.#pace.halt(typeof retryInMs === 'number' ? retryInMs : HALT_MS);
	}

	/** The connection is gone: nothing is sent on the next one yet. */
	stop(): void {
		this.ready = false;
		this.#drafts.queue.unsend();
		this.#timers.stopAll();
	}

	#waits(): boolean {
		const wait = this.#pace.wait();
		if (wait > 0) {
			this.#timers.in('forward', wait, () => this.forward());
		}
		return wait > 0;
	}

	#watch(): void {
		if (this.#timers.runs('answer')) {
			return;
		}
		this.#timers.in('answer', ANSWER_MS, () => {
			if (this.#drafts.queue.all().some(({ sent }) => sent)) {
				this.#connection.probe();
				this.#watch();
			}
		});
	}
}
