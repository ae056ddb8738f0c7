/**
 * One client's place at a table: what the server confirmed, and the frames between the two.
 * `live-table.svelte.ts` shows it to the screen; a seat without a screen empties the outbox of a tab
 * that was closed.
 */
import type Delta from '../text/delta';
import type { Clock } from '../wire/clock';
import { Connection, type Reach, type Sockets, type Verdict } from '../wire/connection';
import { HttpError, type PastCommit, type Reading } from '../wire/http';
import type { Random } from '../wire/ids';
import { EVENTS } from '../wire/known';
import type {
	Command,
	Commit,
	Person,
	Seq,
	ServerFrame,
	TableState,
	Welcome,
	You,
} from '../wire/messages';
import type { Outbox, Refusal } from '../wire/outbox';
import * as co from './co-edit';
import { Drafts } from './drafts';
import { after } from './fold';
import { readPast, standsOn } from './past';
import type { Outgoing } from './queue';
import { isContribution, isUnread } from './reading';
import { Sender } from './sender';

export interface SeatHooks {
	/** Anything that is shown may have changed. */
	changed(): void;
	/** A commit was folded in. */
	folded?(commit: Commit): void;
	presence?(frame: ServerFrame & { type: 'presence' }): void;
	/** The session is another person's now: the outbox waits for its own. */
	foreign(): void;
	/** Another tab took the outbox; `lost` is what it cannot know of. */
	taken(lost: Refusal[]): void;
}

export interface SeatOptions {
	table: string;
	outbox: Outbox;
	http: Reading;
	url: string;
	sockets: Sockets;
	clock: Clock;
	random: Random;
	hooks: SeatHooks;
}

type Refused = ServerFrame & { type: 'refused' };

/** So many changes of a text later, the server cannot carry an edit any more. */
const BASE_MOST = 5_000;
/** How often to try before the copies are kept apart, or an edit is given back. */
const READINGS = 3;
const BASES = 3;

export class Seat {
	you: You | undefined;
	people = new Map<string, Person>();
	readonly drafts: Drafts;
	readonly connection: Connection;
	#options: SeatOptions;
	#sender: Sender;
	#owner: string | undefined;
	/** Frames that wait while the past is being read. */
	#held: ServerFrame[] | undefined;
	/** Counts connections: what was begun on an earlier one is void. */
	#round = 0;

	constructor(options: SeatOptions) {
		const { outbox, clock, random, url, sockets, hooks } = options;
		this.#options = options;
		this.#owner = outbox.content.participant;
		this.drafts = new Drafts(outbox, clock, random, {
			written: () => this.#sender.pump(),
			taken: (lost) => {
				this.connection.close('replaced');
				hooks.taken(lost);
			},
		});
		this.connection = new Connection({
			url,
			sockets,
			clock,
			random,
			mayConnect: () => this.drafts.write({}),
			join: () => {
				const { seq: since, hash } = this.drafts.at;
				const held = this.confirmed === undefined ? {} : { since, hash };
				return { type: 'join', client: outbox.client, ...held };
			},
			hear: (frame) => this.#hear(frame),
			reached: (reach) => this.#reached(reach),
			judge: () => this.#judge(),
		});
		this.#sender = new Sender(this.drafts, this.connection, clock, (command) => {
			return this.isUnread && isContribution(command);
		});
	}

	get confirmed(): TableState | undefined {
		return this.drafts.confirmed;
	}

	get seq(): Seq {
		return this.drafts.at.seq;
	}

	/** The frame is to be read: contributions wait until it was. */
	get isUnread(): boolean {
		return isUnread(this.confirmed, this.you?.id);
	}

	/** How many acts wait until the frame is read, letters left out. */
	get held(): number {
		if (!this.isUnread) return 0;
		const commands = this.drafts.queue.commands();
		return commands.filter((one) => isContribution(one) && one.type !== 'EditText').length;
	}

	/** The server has answered everything. */
	get isSettled(): boolean {
		const { pending, resuming } = this.drafts;
		return this.#sender.ready && pending === 0 && resuming === undefined;
	}

	/** The confirmed table with what is on its way. */
	shown(): TableState | undefined {
		const author = { id: this.you?.id ?? '', at: this.connection.time.now() };
		return this.drafts.shown(author);
	}

	/** Puts a command into the outbox and sends it when it can. */
	do(command: Command): string {
		const { id } = this.drafts.enqueue(command);
		this.#options.hooks.changed();
		return id;
	}

	/** The person changed what is shown of a text. */
	edit(id: string, change: Delta): void {
		if (!co.isEmpty(change)) {
			this.drafts.typed(id, change);
			// What goes at once is written down with its command.
			this.#sender.forward();
			this.drafts.saveNext();
			this.#options.hooks.changed();
		}
	}

	dismiss(key: string): void {
		this.drafts.dismiss(key);
		this.#options.hooks.changed();
	}

	keep(...told: Parameters<Drafts['keep']>): void {
		this.drafts.keep(...told);
		this.#options.hooks.changed();
	}

	async close(): Promise<void> {
		this.connection.close('left');
		await this.drafts.close();
	}

	#reached(reach: Reach): void {
		if (reach.kind !== 'live' && reach.kind !== 'checking') {
			this.#round += 1;
			this.#held = undefined;
			this.#sender.stop();
		}
		this.#sender.forward();
		this.#options.hooks.changed();
	}

	#hear(frame: ServerFrame): void {
		if (this.#held !== undefined && frame.type !== 'presence') {
			this.#held.push(frame);
			return;
		}
		switch (frame.type) {
			case 'welcome':
				this.#welcomed(frame);
				break;
			case 'commits':
				this.#fold(frame.commits, frame.hash);
				break;
			case 'done':
				this.#done(frame.id, frame.seq);
				break;
			case 'refused':
				this.#refused(frame);
				break;
			case 'people':
				this.people = merged(this.people, frame.people);
				break;
			case 'presence':
				this.#options.hooks.presence?.(frame);
				return;
			case 'pong':
			case 'goodbye':
				return;
			default:
				frame satisfies never;
				return;
		}
		this.#sender.forward();
		this.#options.hooks.changed();
	}

	#welcomed(welcome: Welcome): void {
		const { you } = welcome;
		if (this.#owner !== undefined && this.#owner !== you.id) {
			this.connection.close('left');
			this.#options.hooks.foreign();
			return;
		}
		if (this.#owner === undefined) {
			this.#owner = you.id;
			void this.drafts.write({ participant: you.id });
		}
		this.you = you;
		this.people = merged(new Map(), welcome.people);
		if (welcome.commits !== undefined) {
			this.#sender.ready = this.#fold(welcome.commits, welcome.hash);
			return;
		}
		if (welcome.parted === true) {
			this.drafts.setAside(this.shown());
		} else if (this.drafts.resuming !== undefined || this.#isBehind(welcome.seq)) {
			void this.#catchUp(welcome.state, welcome);
			return;
		}
		this.drafts.replaced(welcome.state, welcome);
		this.#sender.ready = true;
	}

	/** Unsent changes of texts have to be carried over what was missed. */
	#isBehind(seq: Seq): boolean {
		const { texts } = this.drafts;
		return this.confirmed !== undefined && seq > this.seq && texts.unsettled().length > 0;
	}

	/** Reads what lies between our copy (or the outbox) and a welcome that told only the whole state. */
	async #catchUp(state: TableState, { seq, hash }: { seq: Seq; hash: string }): Promise<void> {
		const round = this.#round;
		const held: ServerFrame[] = [];
		this.#held = held;
		const { drafts } = this;
		const read = await this.#read(drafts.since, seq, round);
		const { resuming } = drafts;
		// Just loaded, it cannot be helped by a reload: what was unsent is kept apart instead.
		const past = resuming === undefined || read?.every(isKnown) === true ? read : undefined;
		if (round !== this.#round) {
			return;
		}
		if (past === undefined) {
			drafts.setAside(this.shown());
		} else if (resuming === undefined) {
			if (standsOn(past, drafts.at)) {
				this.#fold(past, hash);
			} else {
				drafts.setAside(this.shown());
			}
		}
		if (round !== this.#round) {
			return;
		}
		drafts.replaced(state, { seq, hash });
		if (past !== undefined && resuming !== undefined) {
			drafts.resume(past, state, this.#owner ?? '');
		}
		this.#held = undefined;
		this.#sender.ready = true;
		held.forEach((frame) => this.#hear(frame));
		this.#sender.forward();
		this.#options.hooks.changed();
	}

	async #read(from: Seq, to: Seq, round: number): Promise<PastCommit[] | undefined> {
		const { http, table, clock } = this.#options;
		for (let reading = 1; reading <= READINGS && round === this.#round; reading++) {
			try {
				return await readPast(http, table, from, to);
			} catch {
				await new Promise<void>((then) => clock.after(reading * 1_000, then));
			}
		}
		return undefined;
	}

	/** False where a commit is missing between what we hold and these, or one is beyond us. */
	#fold(commits: Commit[], hash: string): boolean {
		const { drafts } = this;
		const answered: Outgoing[] = [];
		const fresh = commits.filter(({ seq }) => seq > this.seq);
		if (fresh.some(({ seq }, at) => seq !== this.seq + 1 + at)) {
			this.connection.rejoin();
			return false;
		}
		if (!fresh.every(isKnown)) {
			// Of a newer server: folded without it, the table shown would not be the table.
			this.connection.close('outdated');
			return false;
		}
		for (const commit of fresh) {
			if (drafts.confirmed === undefined) {
				throw new Error(`commit ${commit.seq} came before a welcome`);
			}
			const own = commit.by === this.you?.id ? drafts.queue.find(commit.id) : undefined;
			drafts.folded(commit, own !== undefined);
			drafts.confirmed = after(drafts.confirmed, commit);
			drafts.at = { seq: commit.seq, hash };
			this.#changeOwnRole(commit);
			if (own !== undefined) {
				drafts.queue.delete(own.id);
				answered.push(own);
			}
			this.#options.hooks.folded?.(commit);
		}
		drafts.answered(answered);
		drafts.texts.tidy();
		return true;
	}

	#changeOwnRole(commit: Commit): void {
		for (const event of commit.events) {
			if (event.type === 'RoleChanged' && event.participant === this.you?.id) {
				this.you = { ...this.you, role: event.role };
			}
		}
	}

	#done(id: string, seq: Seq | undefined): void {
		const one = this.drafts.queue.find(id);
		// Where its commit is still to come, that is the answer.
		if (one !== undefined && (seq === undefined || seq <= this.seq)) {
			this.drafts.settled(one);
		}
	}

	#refused(frame: Refused): void {
		const one = frame.id === null ? undefined : this.drafts.queue.find(frame.id);
		if (one === undefined) {
			if (frame.id === null && this.#sender.ready) {
				this.drafts.tell(reason(frame));
			}
			return;
		}
		switch (frame.code) {
			case 'rate.limited':
			case 'store.unavailable':
				this.#later(one, frame);
				return;
			case 'frame.unacknowledged':
				// It was on its way when the frame was published: it goes again once that is read.
				one.sent = false;
				return;
			case 'text.base':
				one.baseless += 1;
				if (one.baseless > BASES) {
					void this.#findOut(one, frame);
				} else {
					this.#later(one, frame);
				}
				return;
			case 'command.stale':
				void this.#findOut(one, frame);
				return;
			default:
				this.drafts.refused(one, reason(frame));
		}
	}

	#later(one: Outgoing, { params }: Refused): void {
		this.#sender.halt(params);
		one.sent = false;
	}

	/** Whether it was stored is unknown: history tells. */
	async #findOut(one: Outgoing, frame: Refused): Promise<void> {
		const { http, table } = this.#options;
		const { drafts } = this;
		const round = this.#round;
		const to = (await http.past(table).catch(() => undefined))?.seq;
		const past = to === undefined ? undefined : await this.#read(one.seq, to, round);
		if (round !== this.#round || drafts.queue.find(one.id) !== one) {
			return;
		}
		const stored = past?.find(({ by, id }) => by === this.you?.id && id === one.id);
		if (past === undefined) {
			this.#later(one, frame);
		} else if (stored !== undefined) {
			this.#done(one.id, stored.seq);
		} else if (frame.code === 'command.stale' || this.#passed(one) > BASE_MOST) {
			drafts.again(one);
		} else {
			drafts.refused(one, reason(frame));
		}
		this.#sender.forward();
		this.#options.hooks.changed();
	}

	/** How many changes by others an edit was carried over. */
	#passed({ command }: Outgoing): number {
		const text = command.type === 'EditText' ? this.drafts.texts.get(command.text) : undefined;
		return text?.inFlight?.passed ?? 0;
	}

	async #judge(): Promise<Verdict> {
		const { http, table } = this.#options;
		try {
			await http.session();
			const { you } = await http.table(table);
			// The organiser may read a table without being at it.
			return you === undefined ? 'unknown' : 'reachable';
		} catch (fault) {
			switch (fault instanceof HttpError ? fault.status : 0) {
				case 401:
					return 'unauthorised';
				case 403:
				case 404:
					return 'unknown';
				default:
					return 'unreachable';
			}
		}
	}
}

/** Whether this client can tell what a commit did. */
function isKnown({ events }: Commit): boolean {
	return events.every(({ type }) => EVENTS.has(type));
}

function reason({ code, message, params }: Refused) {
	return { code, message, params };
}

function merged(known: Map<string, Person>, news: Person[]): Map<string, Person> {
	return new Map([...known, ...news.map((one): [string, Person] => [one.id, one])]);
}
