/**
 * Which client this tab is: its own from before a reload, that of a tab which was closed with
 * something unsent, or a new one. What other closed tabs left is emptied by seats without a screen.
 */
import type { TabStorage } from '../wire/browser';
import { newId } from '../wire/ids';
import { isEmptyOutbox, type Outbox, type Refusal } from '../wire/outbox';
import { Seat, type SeatHooks, type SeatOptions } from './seat';

export interface Berth {
	seat: Seat;
	/** Gives the client's name free for another tab. */
	release(): void;
}

export interface BerthsOptions extends Omit<SeatOptions, 'outbox' | 'hooks'> {
	client: string | undefined;
	storage: TabStorage;
	hooks: Pick<SeatHooks, 'changed' | 'folded' | 'presence'>;
	/** This tab has a seat, or another one than before. */
	moved(berth: Berth): void;
}

type Held = { outbox: Outbox; release: () => void };

/** How often to look for what other tabs left. */
const SWEEP_MS = 30_000;

export class Berths {
	#options: BerthsOptions;
	#own: Berth | undefined;
	#draining: Berth | undefined;
	#swept: (() => void) | undefined;
	#closed = false;

	constructor(options: BerthsOptions) {
		this.#options = options;
	}

	async take(): Promise<void> {
		const { client } = this.#options;
		const held =
			client === undefined
				? ((await this.#before()) ?? (await this.#orphan()) ?? (await this.#fresh()))
				: ((await this.#hold(client, false)) ?? (await this.#fresh()));
		this.#sit(held, []);
	}

	/** Empties, one after the other, the outboxes that nobody holds. */
	async sweep(): Promise<void> {
		if (this.#draining !== undefined || this.#closed) {
			return;
		}
		const { clock } = this.#options;
		this.#swept?.();
		this.#swept = clock.after(SWEEP_MS, () => void this.sweep());
		const me = this.#own?.seat.you?.id;
		const held = await this.#orphan(me);
		if (held === undefined || this.#closed || this.#draining !== undefined) {
			held?.outbox.close();
			held?.release();
			return;
		}
		const done = () => this.#drained();
		this.#draining = this.#seat(held, { changed: done, foreign: done, taken: done });
		this.#draining.seat.connection.open();
	}

	async close(): Promise<void> {
		this.#closed = true;
		this.#swept?.();
		await Promise.all([this.#own, this.#draining].map((berth) => left(berth)));
	}

	#drained(): void {
		const berth = this.#draining;
		const own = this.#own?.seat;
		if (berth === undefined || own === undefined) {
			return;
		}
		const { seat, release } = berth;
		const closed = seat.connection.reach.kind === 'closed';
		if (!closed && (!seat.isSettled || this.#closed)) {
			return;
		}
		this.#draining = undefined;
		if (closed) {
			void left(berth);
			return;
		}
		own.keep(seat.drafts.refusals, seat.drafts.parted);
		seat.connection.close('left');
		void own.drafts.outbox
			.settled()
			.then(() => seat.drafts.outbox.settled())
			.then(() => seat.drafts.outbox.destroy())
			.finally(release)
			.then(() => this.sweep());
	}

	#sit(held: Held, refusals: Refusal[]): void {
		if (this.#closed) {
			held.outbox.close();
			held.release();
			return;
		}
		const { storage, table, hooks, moved } = this.#options;
		const again = (lost: Refusal[]) => {
			void left(this.#own)
				.then(() => this.#fresh())
				.then((next) => this.#sit(next, lost));
		};
		this.#own = this.#seat(held, {
			...hooks,
			foreign: () => again([]),
			taken: again,
		});
		storage.tab.set(key(table), held.outbox.client);
		moved(this.#own);
		if (refusals.length > 0) {
			this.#own.seat.keep(refusals, undefined);
		}
		this.#own.seat.connection.open();
	}

	#seat({ outbox, release }: Held, hooks: SeatHooks): Berth {
		const { table, http, url, sockets, clock, random } = this.#options;
		const seat = new Seat({ table, http, url, sockets, clock, random, outbox, hooks });
		return { seat, release };
	}

	/** The client of this tab before it was reloaded. */
	async #before(): Promise<Held | undefined> {
		const { storage, table } = this.#options;
		const client = storage.tab.get(key(table));
		return client === null ? undefined : this.#hold(client, true);
	}

	/** One that nobody holds and that has something in it; the empty ones are cleared away. */
	async #orphan(owner?: string): Promise<Held | undefined> {
		const { storage, table } = this.#options;
		for (const client of await storage.outboxes.clients(table)) {
			const held = await this.#hold(client, true);
			if (held === undefined) {
				continue;
			}
			const { content } = held.outbox;
			const another = owner !== undefined && content.participant !== owner;
			if (!isEmptyOutbox(content) && !another) {
				return held;
			}
			if (isEmptyOutbox(content)) {
				await held.outbox.destroy();
			} else {
				held.outbox.close();
			}
			held.release();
		}
		return undefined;
	}

	async #fresh(): Promise<Held> {
		const held = await this.#hold(newId(this.#options.random), false);
		if (held === undefined) {
			throw new Error('a name drawn at random was taken');
		}
		return held;
	}

	async #hold(client: string, onlyExisting: boolean): Promise<Held | undefined> {
		const { storage, table } = this.#options;
		const release = await storage.leases.take(`tablee.client.${client}`);
		if (release === undefined) {
			return undefined;
		}
		const outbox = await storage.outboxes.open(table, client, onlyExisting);
		if (outbox === undefined) {
			release();
			return undefined;
		}
		return { outbox, release };
	}
}

function key(table: string): string {
	return `tablee.client.${table}`;
}

async function left(berth: Berth | undefined): Promise<void> {
	await berth?.seat.close();
	berth?.release();
}
