/**
 * One client's place at a table: what the server confirmed, what this client has sent and not yet
 * got through, and the frames between the two. `live-table.svelte.ts` shows it to the screen; a seat
 * without a screen empties the outbox of a tab that was closed.
 */
import Delta from '../text/delta';
import type { Clock } from '../wire/clock';
import { Connection, type Reach, type Sockets, type Verdict } from '../wire/connection';
import { HttpError, type Http } from '../wire/http';
import { newId, type Random } from '../wire/ids';
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
import {
	OutboxTaken,
	type Outbox,
	type OutboxChange,
	type Parted,
	type Refusal,
	type StoredText,
	type Unsent,
} from '../wire/outbox';
import { Pace } from '../wire/pace';
import * as co from './co-edit';
import { after, EMPTY_TEXT, json } from './fold';
import { readPast, resumed, standsOn } from './past';
import { predicted, subjects } from './predict';
import { Queue, type Outgoing } from './queue';
import { Texts } from './texts';

export interface SeatHooks {
	/** Anything that is shown may have changed. */
	changed(): void;
	/** A commit was folded in. */
	folded?(commit: Commit, mine: boolean): void;
	presence?(frame: ServerFrame & { type: 'presence' }): void;
	/** The session is another person's now: the outbox waits for its own. */
	foreign(): void;
	/** Another tab took the outbox; `lost` is what it cannot know of. */
	taken(lost: Refusal[]): void;
}

export interface SeatOptions {
	table: string;
	outbox: Outbox;
	http: Http;
	url: string;
	sockets: Sockets;
	clock: Clock;
	random: Random;
	hooks: SeatHooks;
}

type Refused = ServerFrame & { type: 'refused' };

/** Bytes of JSON of one edit. */
const EDIT_MOST = 48 * 1024;
const SAVE_MS = 300;
/** An answer that takes longer is asked for. */
const ANSWER_MS = 5_000;
const HALT_MS = 1_000;
/** So many changes of a text later, the server cannot carry an edit any more. */
const BASE_MOST = 5_000;
const READINGS = 3;
const BASES = 3;

export class Seat {
	confirmed: TableState | undefined;
	seq: Seq = 0;
	hash = '';
	you: You | undefined;
	people = new Map<string, Person>();
	refusals: Refusal[];
	parted: Parted | undefined;
	readonly texts = new Texts();
	readonly queue = new Queue();
	readonly connection: Connection;
	readonly outbox: Outbox;
	#options: SeatOptions;
	#pace: Pace;
	#counter: number;
	#owner: string | undefined;
	/** What stood in the outbox and was not carried to now yet. */
	#resuming: StoredText[] | undefined;
	/** The welcome was taken in: commands may be sent. */
	#ready = false;
	/** Frames that wait while the past is being read. */
	#held: ServerFrame[] | undefined;
	/** Counts connections: what was begun on an earlier one is void. */
	#round = 0;
	#gone = false;
	#timers = new Map<'save' | 'forward' | 'answer', () => void>();

	constructor(options: SeatOptions) {
		const { outbox, clock, random, url, sockets } = options;
		const { content } = outbox;
		this.#options = options;
		this.outbox = outbox;
		this.refusals = content.refusals;
		this.parted = content.parted;
		this.#owner = content.participant;
		this.#counter = content.counter;
		this.#pace = new Pace(clock);
		content.commands.forEach((one) => this.queue.add(one, true));
		this.texts.restored(content.texts.map(({ text }) => text));
		if (content.commands.length + content.texts.length > 0) {
			this.#resuming = content.texts;
		}
		this.connection = new Connection({
			url,
			sockets,
			clock,
			random,
			mayConnect: () => this.#write({}),
			join: () => ({
				type: 'join',
				client: outbox.client,
				...(this.confirmed === undefined ? {} : { since: this.seq, hash: this.hash }),
			}),
			hear: (frame) => this.#hear(frame),
			reached: (reach) => this.#reached(reach),
			judge: () => this.#judge(),
		});
	}

	/** The server has answered everything. */
	get isSettled(): boolean {
		return this.#ready && this.pending === 0 && this.#resuming === undefined;
	}

	/** What has not got through. */
	get pending(): number {
		const behind = this.texts.entries().filter(([, text]) => !co.isEmpty(text.behind));
		return this.queue.size + behind.length + (this.#resuming?.length ?? 0);
	}

	/** The confirmed table with what is on its way. */
	shown(): TableState | undefined {
		if (this.confirmed === undefined || this.you === undefined) {
			return undefined;
		}
		const author = { id: this.you.id, at: this.connection.time.now() };
		const state = this.queue
			.commands()
			.reduce((now, command) => predicted(now, command, author), this.confirmed);
		const open = this.texts.unsettled();
		if (open.length === 0) {
			return state;
		}
		const texts = { ...state.texts };
		open.forEach(([id, text]) => (texts[id] = json(co.shown(text))));
		return { ...state, texts };
	}

	/** Puts a command into the outbox and sends it when it can. */
	do(command: Command): string {
		const { id } = this.#enqueue(command, {});
		this.#options.hooks.changed();
		return id;
	}

	/** The person changed what is shown of a text. */
	edit(id: string, change: Delta): void {
		if (co.isEmpty(change)) {
			return;
		}
		const text = this.open(id);
		if (text === undefined) {
			this.#offer([{ code: 'text.unknown', words: co.words(change), params: { text: id } }]);
		} else {
			this.texts.set(id, co.typed(text, change));
			this.#forward();
			this.#saveSoon();
		}
		this.#options.hooks.changed();
	}

	/** The text as held here; undefined where the table has none of that id. */
	open(id: string): co.CoText | undefined {
		const own = this.queue
			.commands()
			.some((one) => one.type === 'AddFinding' && one.finding === id);
		const confirmed = this.confirmed?.texts[id] ?? (own ? EMPTY_TEXT : undefined);
		return this.texts.get(id) ?? (confirmed && this.texts.open(id, confirmed));
	}

	dismiss(key: string): void {
		this.refusals = this.refusals.filter((one) => one.key !== key);
		if (key === 'parted') {
			this.parted = undefined;
		}
		void this.#write({ refusals: this.refusals, parted: this.parted ?? null });
		this.#options.hooks.changed();
	}

	/** Takes over what another seat of this person had to tell. */
	keep(refusals: Refusal[], parted: Parted | undefined): void {
		this.refusals = [...this.refusals, ...refusals];
		this.parted = parted === undefined ? this.parted : joined(this.parted, parted);
		void this.#write({ refusals: this.refusals, parted: this.parted ?? null });
		this.#options.hooks.changed();
	}

	/** Writes down at once what was typed. */
	save(): void {
		this.#stop('save');
		if (this.texts.hasUnsaved) {
			void this.#write(this.texts.save(this.seq, this.hash));
		}
	}

	async close(): Promise<void> {
		this.save();
		this.connection.close('left');
		this.#gone = true;
		this.#timers.forEach((stop) => stop());
		this.#timers.clear();
		await this.outbox.settled();
		this.outbox.close();
	}

	#reached(reach: Reach): void {
		if (reach.kind !== 'live' && reach.kind !== 'checking') {
			this.#ready = false;
			this.#round += 1;
			this.#held = undefined;
			this.queue.unsend();
		}
		this.#forward();
		this.#options.hooks.changed();
	}

	#hear(frame: ServerFrame): void {
		if (this.#held !== undefined && frame.type !== 'presence') {
			this.#held.push(frame);
			return;
		}
		switch (frame.type) {
			case 'welcome':
				this.#welcome(frame);
				break;
			case 'commits':
				this.#apply(frame.commits, frame.hash);
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
				// A newer server says things that this client does not know.
				frame satisfies never;
				return;
		}
		this.#forward();
		this.#options.hooks.changed();
	}

	#welcome(welcome: Welcome): void {
		if (this.#owner !== undefined && this.#owner !== welcome.you.id) {
			this.connection.close('left');
			this.#options.hooks.foreign();
			return;
		}
		if (this.#owner === undefined) {
			this.#owner = welcome.you.id;
			void this.#write({ participant: this.#owner });
		}
		this.you = welcome.you;
		this.people = merged(new Map(), welcome.people);
		if (welcome.commits !== undefined) {
			this.#ready = this.#apply(welcome.commits, welcome.hash);
			return;
		}
		if (welcome.parted === true) {
			this.#setAside();
		} else if (this.#resuming !== undefined || this.#isBehind(welcome.seq)) {
			void this.#settle({ ...welcome, state: welcome.state });
			return;
		}
		this.#take(welcome.seq, welcome.hash, welcome.state);
		this.#ready = true;
	}

	/** Unsent changes of texts have to be carried over what was missed. */
	#isBehind(seq: Seq): boolean {
		return this.confirmed !== undefined && seq > this.seq && this.texts.unsettled().length > 0;
	}

	/** Reads what lies between the copy (or the outbox) and a welcome that only told the whole state. */
	async #settle(welcome: { seq: Seq; hash: string; state: TableState }): Promise<void> {
		const round = this.#round;
		this.#held = [];
		const { commands, texts } = { commands: this.queue.all(), texts: this.#resuming };
		const from = texts === undefined ? this.seq : Math.min(...rows(commands, texts));
		const past = await this.#read(from, welcome.seq, round);
		if (round !== this.#round || this.#gone) {
			return;
		}
		if (past !== undefined && texts !== undefined) {
			this.#resuming = undefined;
			this.#take(welcome.seq, welcome.hash, welcome.state);
			this.#resume(past, welcome.state, texts);
		} else {
			if (past !== undefined && standsOn(past, this)) {
				this.#apply(past.slice(1), welcome.hash);
			} else {
				this.#setAside();
			}
			this.#take(welcome.seq, welcome.hash, welcome.state);
		}
		this.#ready = true;
		const held = this.#held;
		this.#held = undefined;
		held.forEach((frame) => this.#hear(frame));
		this.#forward();
		this.#options.hooks.changed();
	}

	async #read(from: Seq, to: Seq, round: number) {
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

	#resume(past: Parameters<typeof resumed>[0], state: TableState, texts: StoredText[]): void {
		const commands = this.queue.all().filter(({ command }) => command.type !== 'EditText');
		const found = resumed(past, state, this.#owner ?? '', { commands, texts });
		for (const one of this.queue.all()) {
			const inFlight = found.texts.some(([, text]) => text.inFlight?.id === one.id);
			if (found.stored.has(one.id) || (one.command.type === 'EditText' && !inFlight)) {
				this.#answered(one);
			}
		}
		found.texts.forEach(([id, text]) => this.texts.replaced(id, text));
		found.apartTexts.forEach(({ text }) => this.texts.forget(text));
		const apart = found.apartCommands.filter(({ id }) => this.queue.find(id) !== undefined);
		apart.forEach((one) => this.#answered(one));
		const unsent: Unsent[] = [
			...apart.map(({ command }) => ({ command })),
			...found.apartTexts.map(left),
		];
		if (unsent.length > 0) {
			this.parted = joined(this.parted, { unsent });
			void this.#write({ parted: this.parted });
		}
	}

	/** The whole state, where no commit tells how it came about. */
	#take(seq: Seq, hash: string, state: TableState): void {
		this.confirmed = state;
		this.seq = seq;
		this.hash = hash;
		for (const [id, text] of this.texts.entries()) {
			const whole = state.texts[id];
			if (whole === undefined) {
				continue;
			}
			const confirmed = new Delta(whole.ops);
			const change = co.unsent(text);
			if (co.fits(change, confirmed)) {
				this.texts.replaced(id, { ...text, confirmed });
			} else {
				this.#drop(text.inFlight?.id);
				this.texts.replaced(id, co.opened(confirmed));
				this.#offer([{ code: 'text.base', words: co.words(change), params: { text: id } }]);
			}
		}
		this.#saveSoon();
	}

	/** This is not the history we knew: our copy and what we had not sent are kept, and not sent. */
	#setAside(): void {
		const state = this.shown();
		const commands = this.queue.commands().filter(({ type }) => type !== 'EditText');
		const unsent: Unsent[] = [
			...commands.map((command) => ({ command })),
			...this.texts.unsettled().map(([text, held]) => {
				const change = co.unsent(held);
				return { text, change: json(change), words: co.words(change) };
			}),
			...(this.#resuming ?? []).map(left),
		];
		this.parted = joined(this.parted, { ...(state === undefined ? {} : { state }), unsent });
		const remove = this.queue.all().map(({ n }) => n);
		const rows = [
			...this.texts.entries().map(([id]) => id),
			...(this.#resuming ?? []).map(({ text }) => text),
		];
		this.queue.clear();
		for (const [id, text] of this.texts.entries()) {
			this.texts.replaced(id, co.opened(text.confirmed));
		}
		this.#resuming = undefined;
		void this.#write({ remove, drop: rows, parted: this.parted });
	}

	/** False where a commit is missing between what we hold and these. */
	#apply(commits: Commit[], hash: string): boolean {
		let { confirmed } = this;
		const remove: number[] = [];
		for (const commit of commits) {
			if (commit.seq <= this.seq) {
				continue;
			}
			if (commit.seq !== this.seq + 1 || confirmed === undefined) {
				this.connection.rejoin();
				return false;
			}
			const own = commit.by === this.you?.id ? this.queue.find(commit.id) : undefined;
			this.#changeTexts(commit, own !== undefined);
			confirmed = after(confirmed, commit);
			this.confirmed = confirmed;
			this.seq = commit.seq;
			this.#changeOwnRole(commit);
			if (own !== undefined) {
				this.queue.delete(own.id);
				remove.push(own.n);
			}
			this.#options.hooks.folded?.(commit, own !== undefined);
		}
		if (commits.at(-1)?.seq === this.seq) {
			this.hash = hash;
		}
		if (remove.length > 0) {
			void this.#write({ remove, ...this.texts.save(this.seq, this.hash) });
		} else {
			this.#saveSoon();
		}
		this.texts.tidy();
		return true;
	}

	#changeTexts(commit: Commit, own: boolean): void {
		for (const event of commit.events) {
			const text = event.type === 'TextEdited' ? this.texts.get(event.text) : undefined;
			if (event.type !== 'TextEdited' || text === undefined) {
				continue;
			}
			const committed = new Delta(event.delta.ops);
			if (own && text.inFlight?.id === commit.id) {
				this.#acknowledge(event.text, text, committed);
			} else {
				this.texts.arrived(event.text, committed, commit.by);
			}
		}
	}

	#acknowledge(id: string, text: co.CoText, committed: Delta): void {
		const next = co.acknowledged(text, committed);
		const foreseen = JSON.stringify(text.inFlight?.change.ops) === JSON.stringify(committed.ops);
		if (foreseen) {
			this.texts.set(id, next);
		} else {
			this.texts.replaced(id, next);
		}
	}

	#changeOwnRole(commit: Commit): void {
		for (const event of commit.events) {
			if (event.type === 'RoleChanged' && event.participant === this.you?.id) {
				this.you = { ...this.you, role: event.role };
			}
		}
	}

	#done(id: string, seq: Seq | undefined): void {
		const one = this.queue.find(id);
		if (one === undefined) {
			return;
		}
		if (seq !== undefined && seq > this.seq) {
			one.storedAs = seq;
			return;
		}
		if (one.command.type === 'EditText') {
			this.#takeOut(one.command.text, id);
		}
		this.#answered(one);
	}

	#refused(frame: Refused): void {
		const one = frame.id === null ? undefined : this.queue.find(frame.id);
		if (one === undefined) {
			if (frame.id === null && this.#ready) {
				const { code, message, params } = frame;
				this.#offer([{ code, message, params }]);
			}
			return;
		}
		const { retryInMs } = frame.params;
		const wait = typeof retryInMs === 'number' ? retryInMs : HALT_MS;
		switch (frame.code) {
			case 'rate.limited':
			case 'store.unavailable':
				this.#pace.halt(wait);
				one.sent = false;
				return;
			case 'text.base':
				one.baseless += 1;
				if (one.baseless > BASES) {
					void this.#findOut(one, frame);
				} else {
					this.#pace.halt(wait);
					one.sent = false;
				}
				return;
			case 'command.stale':
				void this.#findOut(one, frame);
				return;
			default:
				this.#final(one, frame);
		}
	}

	/** Whether it was stored is unknown: history tells. What was not goes again under a new id. */
	async #findOut(one: Outgoing, frame: Refused): Promise<void> {
		const { http, table } = this.#options;
		const round = this.#round;
		const to = (await http.past(table).catch(() => undefined))?.seq;
		const past = to === undefined ? undefined : await this.#read(one.seq, to, round);
		if (round !== this.#round || this.#gone || this.queue.find(one.id) !== one) {
			return;
		}
		if (past === undefined) {
			this.#pace.halt(HALT_MS);
			one.sent = false;
		} else {
			const stored = past.find(({ by, id }) => by === this.you?.id && id === one.id);
			const passed = one.command.type === 'EditText' ? this.#passed(one.command.text) : 0;
			if (stored !== undefined) {
				this.#done(one.id, stored.seq);
			} else if (frame.code === 'command.stale' || passed > BASE_MOST) {
				this.#again(one);
			} else {
				this.#final(one, frame);
			}
		}
		this.#forward();
		this.#options.hooks.changed();
	}

	#passed(text: string): number {
		return this.texts.get(text)?.inFlight?.passed ?? 0;
	}

	/** Only for a command that the server will never store under its id. */
	#again(one: Outgoing): void {
		const { command } = one;
		if (command.type !== 'EditText') {
			this.#answered(one);
			this.#enqueue(command, {});
			return;
		}
		const text = this.texts.get(command.text);
		if (text?.inFlight?.id === one.id) {
			this.texts.set(command.text, co.recalled(text));
		}
		this.#answered(one);
	}

	#final(one: Outgoing, { code, message, params }: Refused): void {
		const { command, id } = one;
		if (command.type === 'EditText') {
			const words = this.#takeOut(command.text, id);
			const of = { text: command.text, ...params };
			this.#offer([{ id, code, message, params: of, command, words }]);
			this.#answered(one);
			return;
		}
		const falls: Outgoing[] = [one];
		if (command.type === 'AddFinding') {
			const { finding } = command;
			const later = this.queue.all().filter((other) => other !== one);
			falls.push(...later.filter((other) => subjects(other.command).includes(finding)));
		}
		this.#offer(
			falls.map((fall) => ({ id: fall.id, code, message, params, command: fall.command })),
		);
		falls.forEach((fall) => this.#answered(fall));
		if (command.type === 'AddFinding') {
			this.#dropText(command.finding, code, message);
		}
	}

	/** The item of this text does not come about. */
	#dropText(id: string, code: string, message: string): void {
		const text = this.texts.get(id);
		if (text !== undefined && !co.isSettled(text)) {
			const words = co.words(co.unsent(text));
			this.#offer([{ code, message, params: { text: id }, words }]);
		}
		this.texts.forget(id);
		this.#saveSoon();
	}

	/** Takes an edit in flight out from under what was typed behind it; its words. */
	#takeOut(id: string, edit: string): string {
		const text = this.texts.get(id);
		if (text?.inFlight?.id !== edit) {
			return '';
		}
		const step = co.refused(text);
		this.texts.set(id, step.text);
		this.texts.tell(id, step.shown, this.you?.id ?? '');
		return co.words(step.lost);
	}

	/** Adds to what the person is told; words of one text refused for one reason stay together. */
	#offer(news: (Partial<Refusal> & { code: string })[]): void {
		for (const one of news) {
			const refusal = {
				key: newId(this.#options.random),
				id: null,
				message: '',
				params: {},
				...one,
			};
			const { text } = refusal.params;
			const before = this.refusals.find(
				(other) => text !== undefined && other.code === one.code && other.params['text'] === text,
			);
			if (before === undefined) {
				this.refusals = [...this.refusals, refusal];
			} else {
				const words = (before.words ?? '') + (refusal.words ?? '');
				this.refusals = this.refusals.map((other) =>
					other === before ? { ...refusal, key: before.key, words } : other,
				);
			}
		}
		void this.#write({ refusals: this.refusals });
	}

	/** It waits for nothing more. */
	#answered({ id, n }: { id: string; n: number }): void {
		this.queue.delete(id);
		void this.#write({ remove: [n], ...this.texts.save(this.seq, this.hash) });
	}

	#drop(id: string | undefined): void {
		const one = id === undefined ? undefined : this.queue.find(id);
		if (one !== undefined) {
			this.#answered(one);
		}
	}

	#enqueue(command: Command, launch: { text?: string; first?: Delta; rest?: Delta }): Outgoing {
		const n = ++this.#counter;
		const id = `${this.outbox.client}-${n}`;
		const bytes = JSON.stringify({ type: 'do', id, command });
		const stored = { n, id, bytes, command, seq: this.seq, hash: this.hash };
		const one = this.queue.add(stored, false);
		const { text, first, rest } = launch;
		const held = text === undefined ? undefined : this.texts.get(text);
		if (text !== undefined && held !== undefined && first !== undefined && rest !== undefined) {
			this.texts.set(text, co.launched(held, id, first, rest));
		}
		// The edit and what is typed behind it are written in one step: they belong together.
		const change = { add: [stored], ...this.texts.save(this.seq, this.hash) };
		void this.#write(change).then((held) => {
			one.written = held;
			this.#pump();
		});
		return one;
	}

	/** Sends what can be sent now. */
	#forward(): void {
		if (!this.#ready || this.connection.reach.kind !== 'live') {
			return;
		}
		for (const [id, text] of this.texts.unsettled()) {
			const waits = text.inFlight !== undefined || co.isEmpty(text.behind);
			if (waits || this.confirmed?.texts[id] === undefined) {
				continue;
			}
			const wait = this.#pace.wait();
			if (wait > 0) {
				this.#in('forward', wait, () => this.#forward());
				break;
			}
			const { first, rest } = co.cut(text.behind, EDIT_MOST);
			const command: Command = { type: 'EditText', text: id, base: this.seq, delta: json(first) };
			this.#enqueue(command, { text: id, first, rest });
		}
		this.#pump();
	}

	#pump(): void {
		if (!this.#ready) {
			return;
		}
		for (let one = this.queue.next(); one !== undefined; one = this.queue.next()) {
			const wait = this.#pace.wait();
			if (wait > 0) {
				this.#in('forward', wait, () => this.#forward());
				return;
			}
			if (!this.connection.send(one.bytes)) {
				return;
			}
			this.#pace.spend();
			one.sent = true;
			this.#watch();
		}
	}

	#watch(): void {
		if (!this.#timers.has('answer')) {
			this.#in('answer', ANSWER_MS, () => {
				if (this.queue.all().some(({ sent }) => sent)) {
					this.connection.probe();
					this.#watch();
				}
			});
		}
	}

	#saveSoon(): void {
		if (this.texts.hasUnsaved && !this.#timers.has('save')) {
			this.#in('save', SAVE_MS, () => this.save());
		}
	}

	/** False where the outbox is another tab's by now; then this seat is over. */
	async #write(change: OutboxChange): Promise<boolean> {
		if (this.#gone) {
			return false;
		}
		try {
			await this.outbox.write(change);
			return true;
		} catch (fault) {
			if (!(fault instanceof OutboxTaken)) {
				// A full or broken disk: what is sent is safe all the same, so go on sending.
				return true;
			}
			if (!this.#gone) {
				this.#gone = true;
				this.connection.close('replaced');
				this.#options.hooks.taken(this.#unwritten(change));
			}
			return false;
		}
	}

	#unwritten({ add = [], put = [] }: OutboxChange): Refusal[] {
		const { random } = this.#options;
		const told = { id: null, code: 'outbox.taken', message: '' };
		return [
			...add
				.filter(({ command }) => command.type !== 'EditText')
				.map(({ command }) => ({ ...told, key: newId(random), params: {}, command })),
			...put.map(({ text, inFlight, behind }) => ({
				...told,
				key: newId(random),
				params: { text },
				words: co.words(new Delta(inFlight?.change.ops ?? []).compose(new Delta(behind.ops))),
			})),
		];
	}

	async #judge(): Promise<Verdict> {
		const { http, table } = this.#options;
		try {
			await http.session();
			await http.table(table);
			return 'reachable';
		} catch (fault) {
			if (!(fault instanceof HttpError)) {
				throw fault;
			}
			switch (fault.status) {
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

	#in(name: 'save' | 'forward' | 'answer', ms: number, then: () => void): void {
		this.#stop(name);
		const stop = this.#options.clock.after(ms, () => {
			this.#timers.delete(name);
			then();
		});
		this.#timers.set(name, stop);
	}

	#stop(name: 'save' | 'forward' | 'answer'): void {
		this.#timers.get(name)?.();
		this.#timers.delete(name);
	}
}

function merged(known: Map<string, Person>, news: Person[]): Map<string, Person> {
	return new Map([...known, ...news.map((one): [string, Person] => [one.id, one])]);
}

function rows(...lists: { seq: Seq }[][]): Seq[] {
	return lists.flat().map(({ seq }) => seq);
}

function left({ text, inFlight, behind }: StoredText): Unsent {
	const change = new Delta(inFlight?.change.ops ?? []).compose(new Delta(behind.ops));
	return { text, change: json(change), words: co.words(change) };
}

/** Two partings not yet looked at: the later copy, and all that was unsent. */
function joined(before: Parted | undefined, now: Parted): Parted {
	const state = now.state ?? before?.state;
	return {
		...(state === undefined ? {} : { state }),
		unsent: [...(before?.unsent ?? []), ...now.unsent],
	};
}
