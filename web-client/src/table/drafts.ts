/**
 * What this client wrote and the server has not confirmed: commands without an answer, unsent
 * changes of texts, and what the person has to be told of them. All of it also stands in the outbox.
 */
import Delta from '../text/delta';
import type { Clock } from '../wire/clock';
import type { PastCommit } from '../wire/http';
import { newId, type Random } from '../wire/ids';
import type { Command, Commit, Seq, TableState } from '../wire/messages';
import {
	OutboxTaken,
	type Outbox,
	type OutboxChange,
	type Parted,
	type Refusal,
	type StoredText,
	type Unsent,
} from '../wire/outbox';
import { Timers } from '../wire/timers';
import * as co from './co-edit';
import { textBegunBy } from './fold';
import { EMPTY_TEXT, json } from './fold/texts';
import { resumed } from './past';
import { predicted, subjects, textBegun, type Author } from './predict';
import { Queue, type Outgoing } from './queue';
import { Texts } from './texts';

export interface DraftsHooks {
	/** A command stands in the outbox and may be sent. */
	written(): void;
	/** Another tab took the outbox; `lost` is what it cannot know of. */
	taken(lost: Refusal[]): void;
}

export interface Reason {
	code: string;
	message: string;
	params: Record<string, unknown>;
}

type News = Partial<Refusal> & { code: string };

/** Bytes of JSON of one edit. */
const EDIT_MOST = 48 * 1024;
/**
 * How long it may wait to write down what others' commits made of unsent letters: as they stand in
 * the outbox, they would be carried over those commits again.
 */
const SAVE_MS = 300;

export class Drafts {
	readonly queue = new Queue();
	readonly texts = new Texts();
	readonly outbox: Outbox;
	refusals: Refusal[];
	parted: Parted | undefined;
	/** The last commit that was folded in, and what it made of the table. */
	at: { seq: Seq; hash: string } = { seq: 0, hash: '' };
	confirmed: TableState | undefined;
	/** Rows of the outbox that were not carried to now yet. */
	resuming: StoredText[] | undefined;
	#random: Random;
	#hooks: DraftsHooks;
	#timers: Timers<'save'>;
	#counter: number;
	/** How many savings of texts are under way. */
	#saves = 0;
	/** Steps the outbox has not confirmed. */
	#writing = new Set<OutboxChange>();
	#gone = false;

	constructor(outbox: Outbox, clock: Clock, random: Random, hooks: DraftsHooks) {
		const { commands, texts, refusals, parted, counter } = outbox.content;
		this.outbox = outbox;
		this.refusals = refusals;
		this.parted = parted;
		this.#counter = counter;
		this.#random = random;
		this.#hooks = hooks;
		this.#timers = new Timers(clock);
		commands.forEach((one) => this.queue.add(one, true));
		this.texts.restored(texts.map(({ text }) => text));
		if (commands.length + texts.length > 0) {
			this.resuming = texts;
		}
	}

	/** How much has not got through. */
	get pending(): number {
		const behind = this.texts.entries().filter(([, text]) => !co.isEmpty(text.behind));
		return this.queue.size + behind.length + (this.resuming?.length ?? 0);
	}

	/** From where on history has to be read: our copy, or the oldest that the outbox stands on. */
	get since(): Seq {
		const rows = [...this.queue.all(), ...(this.resuming ?? [])];
		return this.confirmed === undefined ? Math.min(...rows.map(({ seq }) => seq)) : this.at.seq;
	}

	/** The confirmed table with what is on its way. */
	shown(author: Author): TableState | undefined {
		if (this.confirmed === undefined) {
			return undefined;
		}
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

	/** The text as held here; undefined where the table has none of that id. */
	open(id: string): co.CoText | undefined {
		const confirmed = this.confirmed?.texts[id] ?? (this.#adds(id) ? EMPTY_TEXT : undefined);
		return this.texts.get(id) ?? (confirmed && this.texts.open(id, confirmed));
	}

	/** The person changed what is shown of a text; to be written down with `save`. */
	typed(id: string, change: Delta): void {
		const text = this.open(id);
		if (text === undefined) {
			this.#offer([{ code: 'text.unknown', words: co.words(change), params: { text: id } }]);
		} else {
			this.texts.set(id, co.typed(text, change));
		}
	}

	/** Texts with something to send that may be sent: their item is stored, nothing is in flight. */
	launchable(): string[] {
		return this.texts
			.unsettled()
			.filter(([id, { inFlight }]) => inFlight === undefined && this.confirmed?.texts[id])
			.map(([id]) => id);
	}

	/** Puts what was typed in a text into flight, as much as one edit carries. */
	launch(id: string): void {
		const text = this.texts.get(id);
		if (text === undefined) {
			return;
		}
		const { first, rest } = co.cut(text.behind, EDIT_MOST);
		const { seq: base } = this.at;
		const edit = { type: 'EditText' as const, text: id, base, delta: json(first) };
		this.enqueue(edit, (one) => this.texts.set(id, co.launched(text, one, first, rest)));
	}

	/** Numbers a command and writes it down; `before` that happens texts may change with it. */
	enqueue(command: Command, before?: (id: string) => void, also: OutboxChange = {}): Outgoing {
		const n = ++this.#counter;
		const id = `${this.outbox.client}-${n}`;
		const bytes = JSON.stringify({ type: 'do', id, command });
		const stored = { n, id, bytes, command, ...this.at };
		const one = this.queue.add(stored, false);
		before?.(id);
		void this.#writeWithTexts({ ...also, add: [stored] }).then((written) => {
			one.written = written;
			this.#hooks.written();
		});
		return one;
	}

	/** What a commit does to the texts open here; `own`: it answers a command of this client. */
	folded(commit: Commit, own: boolean): void {
		for (const event of commit.events) {
			const begun = textBegunBy(event);
			if (begun !== undefined && this.texts.isHeard(begun)) {
				this.texts.open(begun, EMPTY_TEXT);
			}
			const text = event.type === 'TextEdited' ? this.texts.get(event.text) : undefined;
			if (event.type !== 'TextEdited' || text === undefined) {
				continue;
			}
			const committed = new Delta(event.delta.ops);
			if (own && text.inFlight?.id === commit.id) {
				this.#acknowledged(event.text, text, committed);
			} else {
				this.texts.arrived(event.text, committed, commit.by);
			}
		}
	}

	/** These wait for nothing more; written down in one step with what else changed. */
	answered(all: Outgoing[], also: OutboxChange = {}): void {
		all.forEach(({ id }) => this.queue.delete(id));
		if (all.length > 0) {
			void this.#writeWithTexts({ ...also, remove: all.map(({ n }) => n) });
		} else {
			this.#saveSoon();
		}
	}

	/** Stored, and known from elsewhere: an edit still in flight stands in the text as another's. */
	settled(one: Outgoing): void {
		if (one.command.type === 'EditText') {
			this.#takenOut(one.command.text, one.id);
		}
		this.answered([one]);
	}

	/** It will never be stored: it is taken back, and the person is told. */
	refused(one: Outgoing, reason: Reason): void {
		const { command, id } = one;
		const begun = textBegun(command);
		if (command.type === 'EditText') {
			const words = this.#takenOut(command.text, id);
			const params = { text: command.text, ...reason.params };
			this.#offer([{ id, ...reason, params, command, words }], [one]);
		} else if (begun !== undefined) {
			this.#fallen(one, begun, reason);
		} else {
			this.#offer([{ id, ...reason, command }], [one]);
		}
	}

	/** Not stored, and never to be under this id: it goes again under another. */
	again(one: Outgoing): void {
		const { command, id } = one;
		this.queue.delete(id);
		if (command.type !== 'EditText') {
			this.enqueue(command, undefined, { remove: [one.n] });
			return;
		}
		const text = this.texts.get(command.text);
		if (text?.inFlight?.id === id) {
			this.texts.set(command.text, co.recalled(text));
		}
		this.answered([one]);
	}

	/** Tells the person something that belongs to no command. */
	tell(reason: Reason): void {
		this.#offer([reason]);
	}

	dismiss(key: string): void {
		this.refusals = this.refusals.filter((one) => one.key !== key);
		if (key === 'parted') {
			this.parted = undefined;
		}
		void this.write({ refusals: this.refusals, parted: this.parted ?? null });
	}

	/** Takes over what another seat of this person had to tell. */
	keep(refusals: Refusal[], parted: Parted | undefined): void {
		this.refusals = [...this.refusals, ...refusals];
		this.parted = parted === undefined ? this.parted : joined(this.parted, parted);
		void this.write({ refusals: this.refusals, parted: this.parted ?? null });
	}

	/** The whole table, where no commit tells how it came about. */
	replaced(state: TableState, at: { seq: Seq; hash: string }): void {
		this.confirmed = state;
		this.at = { seq: at.seq, hash: at.hash };
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
				const edit = this.queue.find(text.inFlight?.id ?? '');
				this.texts.replaced(id, co.opened(confirmed));
				const news = { code: 'text.base', words: co.words(change), params: { text: id } };
				this.#offer([news], edit === undefined ? [] : [edit]);
			}
		}
		for (const id of this.texts.awaited()) {
			const whole = state.texts[id];
			if (whole !== undefined) {
				this.texts.replaced(id, co.opened(new Delta(whole.ops)));
			}
		}
		this.#saveSoon();
	}

	/** Carries what the outbox held to now; `past` reaches from `since` to the table as it is. */
	resume(past: PastCommit[], state: TableState, owner: string): void {
		const all = this.queue.all();
		const commands = all.filter(({ command }) => command.type !== 'EditText');
		const found = resumed(past, state, owner, { commands, texts: this.resuming ?? [] });
		this.resuming = undefined;
		found.texts.forEach(([id, text]) => this.texts.replaced(id, text));
		found.apartTexts.forEach(({ text }) => this.texts.forget(text));
		const apart = found.apartCommands.filter(({ id }) => !found.stored.has(id));
		const over = all.filter(({ id, command }) => {
			const inFlight = found.texts.some(([, text]) => text.inFlight?.id === id);
			const loose = command.type === 'EditText' && !inFlight;
			return found.stored.has(id) || loose || apart.some((one) => one.id === id);
		});
		const unsent: Unsent[] = [
			...apart.map(({ command }) => ({ command })),
			...found.apartTexts.map(left),
		];
		if (unsent.length > 0) {
			this.parted = joined(this.parted, { unsent });
		}
		const rest = { drop: found.apartTexts.map(({ text }) => text), parted: this.parted ?? null };
		over.forEach(({ id }) => this.queue.delete(id));
		void this.#writeWithTexts({ ...rest, remove: over.map(({ n }) => n) });
		for (const [id] of this.texts.unsettled()) {
			if (state.texts[id] === undefined && !this.#adds(id)) {
				// Its item was refused; the tab was closed before it could take the words out.
				this.#dropped(id, { code: 'text.unknown', message: '', params: {} });
			}
		}
	}

	/** What was not sent, for the person to read; it stays in the outbox. */
	unsent(): Unsent[] {
		const commands = this.queue.commands().filter(({ type }) => type !== 'EditText');
		return [
			...commands.map((command) => ({ command })),
			...this.texts.unsettled().map(([text, held]) => unsentIn(text, co.unsent(held))),
			...(this.resuming ?? []).map(left),
		];
	}

	/** This is not the history we knew: our copy and what was not sent are kept, and never sent. */
	setAside(state: TableState | undefined): void {
		const all = this.queue.all();
		const waiting = this.resuming ?? [];
		const unsent = this.unsent();
		this.parted = joined(this.parted, { ...(state === undefined ? {} : { state }), unsent });
		const drop = [...this.texts.entries().map(([id]) => id), ...waiting.map(({ text }) => text)];
		this.queue.clear();
		this.texts
			.entries()
			.forEach(([id, text]) => this.texts.replaced(id, co.opened(text.confirmed)));
		this.resuming = undefined;
		void this.write({ remove: all.map(({ n }) => n), drop, parted: this.parted });
	}

	/** Writes down at once what was typed. */
	save(): void {
		this.#timers.stop('save');
		if (this.texts.hasUnsaved) {
			this.#saves += 1;
			void this.#writeWithTexts({}).then(() => {
				this.#saves -= 1;
				this.saveNext();
			});
		}
	}

	/** The same, but once the device is done with what it is writing: a slow one is not flooded by letters. */
	saveNext(): void {
		if (this.#saves === 0) {
			this.save();
		}
	}

	async close(): Promise<void> {
		this.save();
		this.#gone = true;
		await this.outbox.settled();
		this.outbox.close();
	}

	/** False where the outbox is another tab's by now; then these drafts are over. */
	async write(change: OutboxChange): Promise<boolean> {
		if (this.#gone) {
			return false;
		}
		this.#writing.add(change);
		try {
			await this.outbox.write(change);
			this.#writing.delete(change);
			return true;
		} catch (fault) {
			if (!(fault instanceof OutboxTaken)) {
				// A full or broken disk: what gets through is safe all the same, so go on sending.
				return true;
			}
			if (!this.#gone) {
				this.#gone = true;
				this.#hooks.taken(this.#unwritten());
			}
			return false;
		}
	}

	#writeWithTexts(change: OutboxChange): Promise<boolean> {
		const { put, drop } = this.texts.save(this.at.seq, this.at.hash);
		return this.write({ ...change, put, drop: [...drop, ...(change.drop ?? [])] });
	}

	#saveSoon(): void {
		if (this.texts.hasUnsaved && !this.#timers.runs('save')) {
			this.#timers.in('save', SAVE_MS, () => this.save());
		}
	}

	#adds(text: string): boolean {
		return this.queue.commands().some((one) => textBegun(one) === text);
	}

	#acknowledged(id: string, text: co.CoText, committed: Delta): void {
		const next = co.acknowledged(text, committed);
		const foreseen = JSON.stringify(text.inFlight?.change.ops) === JSON.stringify(committed.ops);
		if (foreseen) {
			this.texts.set(id, next);
		} else {
			this.texts.replaced(id, next);
		}
	}

	/**
	 * An item that does not come about takes with it what was meant for it, the items made of it
	 * among that, and what was meant for those.
	 */
	#fallen(one: Outgoing, begun: string, reason: Reason): void {
		const gone = new Set([begun]);
		const falls = [one];
		for (const other of this.queue.all()) {
			const { command } = other;
			if (other !== one && subjects(command).some((subject) => gone.has(subject))) {
				falls.push(other);
				gone.add(textBegun(command) ?? begun);
			}
		}
		this.#offer(
			falls.map(({ id, command }) => ({ id, ...reason, command })),
			falls,
		);
		gone.forEach((text) => this.#dropped(text, reason));
	}

	#dropped(id: string, reason: Reason): void {
		const text = this.texts.get(id);
		if (text === undefined) {
			return;
		}
		const words = co.words(co.unsent(text));
		this.texts.replaced(id, co.opened(new Delta(EMPTY_TEXT.ops)));
		this.texts.forget(id);
		if (words === '') {
			this.#saveSoon();
		} else {
			this.#offer([{ ...reason, params: { ...reason.params, text: id }, words }]);
		}
	}

	/** Takes an edit in flight out from under what was typed behind it; gives back its words. */
	#takenOut(id: string, edit: string): string {
		const text = this.texts.get(id);
		if (text?.inFlight?.id !== edit) {
			return '';
		}
		const step = co.refused(text);
		this.texts.set(id, step.text);
		this.texts.tell(id, step.shown, '');
		return co.words(step.lost);
	}

	/** Adds to what the person is told; words of one text refused for one reason stay together. */
	#offer(all: News[], over: Outgoing[] = []): void {
		for (const one of all) {
			const { code } = one;
			const news = { key: newId(this.#random), id: null, message: '', params: {}, ...one };
			const { text } = news.params as { text?: unknown };
			const before = this.refusals.find(
				(other) => text !== undefined && other.code === code && other.params['text'] === text,
			);
			if (before === undefined) {
				this.refusals = [...this.refusals, news];
			} else {
				const words = (before.words ?? '') + (news.words ?? '');
				this.refusals = this.refusals.map((other) =>
					other === before ? { ...news, key: before.key, words } : other,
				);
			}
		}
		over.forEach(({ id }) => this.queue.delete(id));
		const remove = over.map(({ n }) => n);
		void this.#writeWithTexts({ remove, refusals: this.refusals });
	}

	/** What the tab that took the outbox did not find in it. */
	#unwritten(): Refusal[] {
		const steps = [...this.#writing, this.texts.save(this.at.seq, this.at.hash)];
		const commands = steps
			.flatMap(({ add = [] }: OutboxChange) => add)
			.filter(({ command }) => command.type !== 'EditText');
		const texts = new Map(steps.flatMap(({ put = [] }) => put).map((row) => [row.text, row]));
		const told = () => ({
			key: newId(this.#random),
			id: null,
			code: 'outbox.taken',
			message: '',
			params: {},
		});
		return [
			...commands.map(({ command }) => ({ ...told(), command })),
			...[...texts.values()].map((row) => {
				return { ...told(), params: { text: row.text }, words: left(row).words };
			}),
		];
	}
}

function unsentIn(text: string, change: Delta) {
	return { text, change: json(change), words: co.words(change) };
}

function left({ text, inFlight, behind }: StoredText) {
	const change = new Delta(inFlight?.change.ops ?? []).compose(new Delta(behind.ops));
	return unsentIn(text, change);
}

/** Two partings not yet looked at: the later copy, and all that was unsent. */
function joined(before: Parted | undefined, now: Parted): Parted {
	const state = now.state ?? before?.state;
	return {
		...(state === undefined ? {} : { state }),
		unsent: [...(before?.unsent ?? []), ...now.unsent],
	};
}
