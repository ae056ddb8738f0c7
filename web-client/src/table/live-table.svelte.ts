/* eslint-disable svelte/prefer-svelte-reactivity -- the maps shown are replaced whole, the others are no state */
/** The table as the server tells it, for the screen. Only the server and one's own commands change it. */
import Delta from '../text/delta';
import { browserPage, browserStorage, type Page, type TabStorage } from '../wire/browser';
import { wallClock, type Clock } from '../wire/clock';
import type { Sockets } from '../wire/connection';
import { http, type Reading } from '../wire/http';
import { secureRandom, type Random } from '../wire/ids';
import type { Command, Commit, Here, Person, TableState, You } from '../wire/messages';
import type { Parted, Refusal, Unsent } from '../wire/outbox';
import { Carets, type Count } from './carets';
import { Changes, type Changed } from './changes';
import * as co from './co-edit';
import { Berths, type Berth } from './berths';
import { along } from './fold/talk';
import { Parts } from './parts.svelte';
import { Presence, type Spot } from './presence';
import { savingOf, type Saving } from './saving';
import { Seat } from './seat';
import type { ResetListener, TextListener } from './texts';

export type { Saving } from './saving';
export type { Parted, Refusal, Unsent } from '../wire/outbox';
export type { Changed } from './changes';

/** Everything outside comes in here; what is left out is the browser's own. */
export interface LiveTableOptions {
	table: string;
	/** The name of this tab; chosen, or the one it had before a reload, where it is not given. */
	client?: string;
	/** Scheme, host and port of the server; where the page came from, if not given. */
	url?: string;
	http?: Reading;
	socket?: Sockets;
	storage?: TabStorage;
	page?: Page;
	clock?: Clock;
	random?: Random;
}

/** One co-edited text, for an editor. */
export interface SharedText {
	/** The document on screen. */
	readonly shown: Delta;
	/** The person changed the document on screen. */
	edit(change: Delta): void;
	/**
	 * `changed`: someone else's change, against what is shown; `reset`: the whole document anew. The
	 * function it gives back ends it.
	 */
	subscribe(changed: TextListener, reset: ResetListener): () => void;
}

/** Counted in UTF-16 units. */
export interface Stretch {
	index: number;
	length: number;
}

const EMPTY = new Delta().insert('\n');

export class LiveTable {
	readonly table: string;
	/** What to show: what the server confirmed with one's own pending commands applied. */
	whole: TableState | undefined = $state.raw();
	/** What the server said. */
	confirmed: TableState | undefined = $state.raw();
	you: You | undefined = $state.raw();
	people: Map<string, Person> = $state.raw(new Map());
	saving: Saving = $state.raw({ kind: 'connecting', pending: 0, seq: 0 });
	refusals: Refusal[] = $state.raw([]);
	/** How many acts of this person wait until they have read the frame. */
	held = $state(0);
	/** A copy that the server does not know any more, with what was not sent; `dismiss('parted')`. */
	parted: Parted | undefined = $state.raw();
	/** What will not be sent, because the table takes nothing more; it is kept all the same. */
	stranded: Unsent[] = $state.raw([]);
	presence: { here: Here[]; count: Count } = $state.raw({
		here: [],
		count: { room: 0, remote: 0, observers: 0 },
	});
	/** Items that others changed in the last seconds, by item id. */
	changes: Map<string, Changed> = $state.raw(new Map());
	readonly seq: number = $derived(this.saving.seq);

	#parts: Parts | undefined = $state.raw();
	#clock: Clock;
	#http: Reading;
	#berths: Berths;
	#berth: Berth | undefined;
	#carets = new Carets();
	#changes: Changes;
	#presence: Presence;
	#texts = new Map<string, SharedText>();
	/** Who listens to which text, to be carried to another seat. */
	#listeners = new Set<{
		id: string;
		changed: TextListener;
		reset: ResetListener;
		end: () => void;
	}>();
	#leave: () => void;
	#closed = false;
	#wasLive = false;
	/** Kept apart from the state: reading that here would tie whoever edits to it. */
	#presenceTold = '';

	constructor(options: LiveTableOptions) {
		const { table, clock = wallClock, random = secureRandom, page = browserPage } = options;
		const origin = options.url ?? globalThis.location?.origin ?? '';
		const calls = options.http ?? http({ origin });
		this.table = table;
		this.#clock = clock;
		this.#http = calls;
		this.#changes = new Changes(clock, () => {
			this.changes = this.#changes.recent();
		});
		this.#presence = new Presence(
			clock,
			(spot) => this.#placed(spot),
			(frame) => this.#seat?.connection.send(JSON.stringify(frame)) ?? false,
		);
		this.#berths = new Berths({
			table,
			client: options.client,
			http: calls,
			url: `${origin.replace(/^http/, 'ws')}/api/tables/${encodeURIComponent(table)}/live`,
			sockets: options.socket ?? ((url, protocol) => new WebSocket(url, protocol)),
			storage: options.storage ?? browserStorage(clock, random),
			clock,
			random,
			hooks: {
				changed: () => this.#publish(),
				folded: (commit) => this.#folded(commit),
				presence: (frame) => {
					this.#carets.heard(frame);
					this.#publish();
				},
			},
			moved: (berth) => this.#sit(berth),
		});
		this.#leave = page((news) => {
			if (news === 'leaving' || news === 'gone') {
				this.#seat?.drafts.save();
			} else {
				this.#seat?.connection.probe(news === 'network');
			}
		});
		void this.#berths.take();
	}

	/** The same part by part: who reads one is told when that one changes. For the screen. */
	get state(): TableState | undefined {
		return this.#parts?.state;
	}

	/** Queued in the outbox, then sent; its id. @throws Error before the table is there. */
	do(command: Command): string {
		if (command.type === 'EditText') {
			throw new Error('texts are edited through text(id)');
		}
		return this.#seated().do(command);
	}

	text(id: string): SharedText {
		const known = this.#texts.get(id) ?? this.#sharedText(id);
		this.#texts.set(id, known);
		return known;
	}

	/** Where this person is, counted in what is shown; told to the others now and then. */
	here(text?: string, index?: number, length?: number, typing?: boolean): void {
		this.#presence.here({
			...(text === undefined ? {} : { text }),
			...(index === undefined ? {} : { index }),
			...(length === undefined ? {} : { length }),
			...(typing === undefined ? {} : { typing }),
		});
	}

	/** The whole table after an earlier commit. @throws HttpError where it cannot be read now */
	async past(seq: number): Promise<TableState> {
		return (await this.#http.past(this.table, seq)).state;
	}

	/**
	 * A stretch of what is shown of a text, as a comment names it; undefined where the server has
	 * nothing of it yet.
	 */
	passage(text: string, stretch: Stretch): (Stretch & { base: number }) | undefined {
		const seat = this.#seat;
		if (seat?.confirmed === undefined) {
			return undefined;
		}
		const held = seat.drafts.texts.get(text);
		const back = held && co.unsent(held).invert(held.confirmed);
		const { index, length } = back ? along(stretch, back) : stretch;
		return length > 0 ? { base: seat.seq, index, length } : undefined;
	}

	/** Where a stretch of a text, as the server has it, stands in what is shown. */
	shownAt(text: string, stretch: Stretch): Stretch {
		const held = this.#seat?.drafts.texts.get(text);
		return held === undefined ? stretch : along(stretch, co.unsent(held));
	}

	/** The person has seen this refusal; `parted`: the kept copy. */
	dismiss(key: string): void {
		this.#seat?.dismiss(key);
	}

	retryNow(): void {
		this.#seat?.connection.retryNow();
	}

	/** Everything that is written down stays written down. */
	async close(): Promise<void> {
		this.#closed = true;
		this.#leave();
		this.#presence.close();
		this.#changes.close();
		await this.#berths.close();
	}

	/** Epoch milliseconds by the server's clock. */
	serverNow(): number {
		return this.#seat?.connection.time.now() ?? this.#clock.now();
	}

	get #seat(): Seat | undefined {
		return this.#berth?.seat;
	}

	#seated(): Seat {
		if (this.#seat?.confirmed === undefined) {
			throw new Error(`not at table ${this.table} yet`);
		}
		return this.#seat;
	}

	#sit(berth: Berth): void {
		this.#berth = berth;
		this.#wasLive = false;
		this.#carets.clear();
		for (const listener of this.#listeners) {
			listener.end = berth.seat.drafts.texts.listen(listener.id, listener.changed, listener.reset);
		}
	}

	#sharedText(id: string): SharedText {
		const held = () => this.#seat?.drafts.open(id);
		const seated = () => this.#seated();
		const listen = (changed: TextListener, reset: ResetListener) =>
			this.#listen(id, changed, reset);
		return {
			get shown() {
				const text = held();
				return text === undefined ? EMPTY : co.shown(text);
			},
			edit: (change) => seated().edit(id, change),
			subscribe: listen,
		};
	}

	#listen(id: string, changed: TextListener, reset: ResetListener): () => void {
		this.#seat?.drafts.open(id);
		const end = this.#seat?.drafts.texts.listen(id, changed, reset) ?? (() => {});
		const listener = { id, changed, reset, end };
		this.#listeners.add(listener);
		return () => {
			listener.end();
			this.#listeners.delete(listener);
		};
	}

	#folded(commit: Commit): void {
		this.#carets.folded(commit);
		if (commit.by !== this.#seat?.you?.id) {
			this.#changes.by(commit);
		}
	}

	/** A spot counted in the text that the server has: what is unsent is taken out again. */
	#placed(spot: Spot): { base: number; spot: Spot } | undefined {
		const seat = this.#seat;
		if (seat?.confirmed === undefined) {
			return undefined;
		}
		const text = spot.text === undefined ? undefined : seat.drafts.texts.get(spot.text);
		if (spot.index === undefined || text === undefined) {
			return { base: seat.seq, spot };
		}
		const back = co.unsent(text).invert(text.confirmed);
		const index = back.transformPosition(spot.index);
		const end = back.transformPosition(spot.index + (spot.length ?? 0));
		const length = spot.length === undefined ? {} : { length: end - index };
		return { base: seat.seq, spot: { ...spot, index, ...length } };
	}

	#publish(): void {
		const seat = this.#seat;
		if (seat === undefined || this.#closed) {
			return;
		}
		const live = seat.connection.reach.kind === 'live' && seat.confirmed !== undefined;
		if (live !== this.#wasLive && seat.connection.reach.kind !== 'checking') {
			this.#wasLive = live;
			if (live) {
				this.#presence.again();
				void this.#berths.sweep();
			} else {
				this.#carets.clear();
			}
		}
		this.confirmed = seat.confirmed;
		this.#show(seat.shown());
		this.you = seat.you;
		this.people = seat.people;
		this.refusals = seat.drafts.refusals;
		this.parted = seat.drafts.parted;
		this.saving = savingOf(seat);
		this.stranded = this.saving.reason === 'damaged' ? seat.drafts.unsent() : [];
		this.held = seat.held;
		const unsent = (id: string) => {
			const text = seat.drafts.texts.get(id);
			return text === undefined ? undefined : co.unsent(text);
		};
		this.#tellPresence(unsent);
	}

	#show(whole: TableState | undefined): void {
		this.whole = whole;
		if (whole === undefined || this.#parts === undefined) {
			this.#parts = whole && new Parts(whole);
		} else {
			this.#parts.show(whole);
		}
	}

	/** Told only where it changed: every commit passes here. */
	#tellPresence(unsent: (id: string) => Delta | undefined): void {
		const presence = { here: this.#carets.shown(unsent), count: this.#carets.count };
		const told = JSON.stringify(presence);
		if (told !== this.#presenceTold) {
			this.#presenceTold = told;
			this.presence = presence;
		}
	}
}
