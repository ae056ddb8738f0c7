/**
 * A server in a few lines, after the contract: one order, transforms with `quill-delta`, remembers
 * ids. Its network can be slow, be cut, and double frames.
 */
import Delta from '../text/delta';
import type { Clock } from '../wire/clock';
import type { Sockets, WebSocketLike } from '../wire/connection';
import { HttpError, type PastCommit, type Reading } from '../wire/http';
import type {
	ClientFrame,
	Command,
	Commit,
	Seq,
	ServerFrame,
	TableEvent,
	TableState,
	You,
} from '../wire/messages';
import { challengeCommands } from '../wire/messages/challenges';
import { diagnosisCommands } from '../wire/messages/diagnosis';
import { frameCommands } from '../wire/messages/frame';
import { roundCommands } from '../wire/messages/rounds';
import { voteCommands } from '../wire/messages/votes';
import { textCommands } from '../wire/messages/texts';
import { brokenFinding, decidedFinding } from './authority/diagnosis.test-support';
import { brokenChallenge, decidedChallenge } from './authority/challenges.test-support';
import { brokenFrame, decidedFrame, unread } from './authority/frame.test-support';
import { brokenRound, decidedRound, putIn, type Boxes } from './authority/rounds.test-support';
import { brokenVote, decidedVote, putBallot, type Ballots } from './authority/votes.test-support';
import { fits } from './co-edit';
import { after } from './fold';
import { EMPTY_TABLE } from './fold/empty';
import { json } from './fold/texts';

export type Refusal = { code: string; params?: Record<string, unknown> };

type LockedItem = { text: string; withdrawn?: true; mergedInto?: string; status?: string };

/** One end of a connection, as the server holds it. */
export interface Link {
	participant: string;
	client: string | undefined;
	open: boolean;
	say(frame: ServerFrame): void;
	/** Everything on its way, in either direction, is lost. */
	cut(): void;
	/** Nothing arrives any more, and neither end is told. */
	silence(): void;
}

export class Authority {
	readonly clock: Clock;
	readonly links = new Set<Link>();
	commits: PastCommit[] = [];
	states: TableState[] = [EMPTY_TABLE];
	/** The sheets of rounds, the ballots of votes, and which command handed one in. */
	readonly boxes: Boxes = new Map();
	readonly ballots: Ballots = new Map();
	readonly handedIn = new Set<string>();
	/** Says no before the rules are asked. */
	refuses: (frame: ClientFrame & { type: 'do' }, participant: string) => Refusal | undefined = () =>
		undefined;
	/** Whoever joins is turned away with this code, and cut off. */
	turns: string | undefined;
	/** How long a frame is on its way. */
	delay: () => number = () => 1;
	doubles: () => boolean = () => false;
	/** How many commits a welcome carries at most. */
	most = 1_000;
	/** Participants that cannot reach the server. */
	readonly away = new Set<string>();
	/** Upgrades and fetches answer so. */
	status = 200;
	/** All frames of clients, as they arrived. */
	readonly heard: { participant: string; text: string }[] = [];
	/** The past cannot be read. */
	broken = false;
	/** How many reads of the past were asked for. */
	reads = 0;
	#hashes = 'a';

	constructor(clock: Clock) {
		this.clock = clock;
		this.store('system', 'system-1', [
			{ type: 'TableCreated', title: 'Place', locale: 'fr', colleges: [] },
		]);
	}

	get seq(): Seq {
		return this.commits.length;
	}

	get state(): TableState {
		return this.states[this.seq] ?? EMPTY_TABLE;
	}

	hash(seq: Seq): string {
		return this.commits[seq - 1]?.hash ?? '';
	}

	join(participant: string): void {
		this.store('system', `system-${this.seq + 1}`, [
			{ type: 'ParticipantJoined', participant, role: 'participant', presence: 'room' },
		]);
	}

	/** A commit by whomever, as if it had been decided. */
	store(by: string, id: string, events: TableEvent[]): Commit {
		const seq = this.seq + 1;
		const commit = { seq, at: this.clock.now(), by, id, events };
		const hash = `${this.#hashes}${seq}`;
		this.states.push(after(this.state, commit));
		this.commits.push({ ...commit, hash });
		this.say({ type: 'commits', commits: [commit], hash });
		return commit;
	}

	/** Forgets what came after `seq`, and writes another history from there. */
	restore(seq: Seq): void {
		this.commits = this.commits.slice(0, seq);
		this.states = this.states.slice(0, seq + 1);
		this.#hashes += 'b';
	}

	say(frame: ServerFrame): void {
		this.links.forEach((link) => link.client !== undefined && link.say(frame));
	}

	cut(participant?: string): void {
		[...this.links]
			.filter((link) => participant === undefined || link.participant === participant)
			.forEach((link) => link.cut());
	}

	silence(participant: string): void {
		[...this.links]
			.filter((link) => link.participant === participant)
			.forEach((link) => link.silence());
	}

	sockets(participant: string): Sockets {
		return () => this.#connect(participant);
	}

	reading(participant: string): Reading {
		const reach = () => {
			if (this.away.has(participant)) {
				throw new HttpError(0, 'unreachable', '');
			}
			if (this.status !== 200) {
				throw new HttpError(this.status, 'refused', '');
			}
		};
		const you = this.#you(participant);
		const table = { id: 't', title: '', locale: 'fr', createdAt: 0, colleges: [], you };
		return {
			session: async () => {
				reach();
				return { participants: [you] };
			},
			table: async () => {
				reach();
				return table;
			},
			past: async (_table, seq = this.seq) => {
				reach();
				return { seq, hash: this.hash(seq), state: this.states[seq] ?? EMPTY_TABLE, people: [] };
			},
			commits: (_table, from, limit) => {
				this.reads += 1;
				const commits = this.commits.slice(from - 1, from - 1 + limit);
				const { broken } = this;
				return (async function* () {
					reach();
					if (broken) {
						throw new HttpError(500, 'fault', '');
					}
					yield* structuredClone(commits);
				})();
			},
		};
	}

	#you(id: string): You {
		return { id, name: id, role: 'participant' };
	}

	#connect(participant: string): WebSocketLike {
		const socket: WebSocketLike = {
			onopen: null,
			onmessage: null,
			onclose: null,
			send: (data) => {
				const times = data.includes('"do"') && this.doubles() ? 2 : 1;
				travel(up, () => {
					for (let time = 0; time < times; time++) {
						this.#hear(link, data);
					}
				});
			},
			close: () => shut(),
		};
		let silent = false;
		const up = { at: 0 };
		const down = { at: 0 };
		const travel = (way: { at: number }, then: () => void) => {
			// Frames of one direction keep their order.
			way.at = Math.max(way.at, this.clock.now() + this.delay());
			this.clock.after(way.at - this.clock.now(), () => link.open && !silent && then());
		};
		const shut = () => {
			link.open = false;
			this.links.delete(link);
		};
		const event = (value: unknown) => value as never;
		const link: Link = {
			participant,
			client: undefined,
			open: true,
			say: (frame) => {
				const data = JSON.stringify(frame);
				const arrive = () => socket.onmessage?.(event({ data }));
				travel(down, arrive);
				if (this.doubles() && frame.type === 'commits') {
					travel(down, arrive);
				}
			},
			silence: () => {
				silent = true;
			},
			cut: () => {
				shut();
				socket.onclose?.(event({}));
			},
		};
		if (this.away.has(participant) || this.status !== 200) {
			this.clock.after(this.delay(), () => link.cut());
		} else {
			this.links.add(link);
			travel(up, () => socket.onopen?.(event({})));
		}
		return socket;
	}

	#hear(link: Link, text: string): void {
		this.heard.push({ participant: link.participant, text });
		const frame = JSON.parse(text) as ClientFrame;
		switch (frame.type) {
			case 'join':
				this.#welcome(link, frame);
				return;
			case 'do':
				this.#do(link, frame);
				return;
			case 'ping':
				link.say({ type: 'pong', n: frame.n, at: this.clock.now() });
				return;
			case 'here':
		}
	}

	#welcome(link: Link, { client, since, hash }: ClientFrame & { type: 'join' }): void {
		if (this.turns !== undefined) {
			const params = { retryInMs: 5_000 };
			link.say({ type: 'refused', id: null, code: this.turns, message: '', params });
			this.clock.after(this.delay(), () => link.cut());
			return;
		}
		for (const other of this.links) {
			if (other.client === client && other.participant === link.participant) {
				other.say({ type: 'goodbye', code: 'replaced' });
			}
		}
		link.client = client;
		const at = this.clock.now();
		const head = {
			type: 'welcome' as const,
			seq: this.seq,
			hash: this.hash(this.seq),
			at,
			you: this.#you(link.participant),
			people: [],
		};
		if (since === undefined) {
			link.say({ ...head, state: this.state });
		} else if (since > this.seq || this.hash(since) !== hash) {
			link.say({ ...head, state: this.state, parted: true });
		} else if (this.seq - since > this.most) {
			link.say({ ...head, state: this.state });
		} else {
			link.say({ ...head, commits: this.commits.slice(since) });
		}
	}

	#do(link: Link, frame: ClientFrame & { type: 'do' }): void {
		const { id, command } = frame;
		const by = link.participant;
		const stored = this.commits.find((one) => one.by === by && one.id === id);
		if (stored !== undefined) {
			link.say({ type: 'done', id, seq: stored.seq });
			return;
		}
		if (this.handedIn.has(`${by} ${id}`)) {
			link.say({ type: 'done', id });
			return;
		}
		const refusal = this.refuses(frame, by) ?? this.#broken(command, by);
		if (refusal !== undefined) {
			const { code, params = {} } = refusal;
			link.say({ type: 'refused', id, code, message: code, params });
			return;
		}
		if (command.type === 'HandIn') {
			this.#takeSheet(link, id, command);
			return;
		}
		if (command.type === 'CastBallot') {
			this.#takeBallot(link, id, command);
			return;
		}
		this.store(by, id, this.#decided(command));
	}

	/** Into the box, then the mark, then the answer: no commit bears the command's id. */
	#takeSheet(link: Link, id: string, command: Command & { type: 'HandIn' }): void {
		const { participant } = link;
		putIn(this.boxes, command, participant);
		this.handedIn.add(`${participant} ${id}`);
		const round = this.state.rounds.find((one) => one.id === command.round);
		if (round?.handed.includes(participant) === false) {
			this.store('system', `system-${this.seq + 1}`, [
				{ type: 'SheetHandedIn', round: command.round, participant },
			]);
		}
		link.say({ type: 'done', id });
	}

	#takeBallot(link: Link, id: string, command: Command & { type: 'CastBallot' }): void {
		const { participant } = link;
		putBallot(this.ballots, command, participant);
		this.handedIn.add(`${participant} ${id}`);
		const vote = this.state.votes.find((one) => one.id === command.vote);
		if (vote?.voted.includes(participant) === false) {
			this.store('system', `system-${this.seq + 1}`, [
				{ type: 'BallotCast', vote: command.vote, participant },
			]);
		}
		link.say({ type: 'done', id });
	}

	#broken(command: Command, by: string): Refusal | undefined {
		const unreadFrame = unread(this.state, command, by);
		if (unreadFrame !== undefined) {
			return unreadFrame;
		}
		if (command.type === 'EditText') {
			if (this.state.texts[command.text] === undefined) {
				return { code: 'text.unknown' };
			}
			if (command.base > this.seq || command.base < 1) {
				return { code: 'text.base' };
			}
			const { findings, challenges, terms, glossary } = this.state;
			const items: LockedItem[] = [...findings, ...challenges, ...terms, ...glossary];
			const item = items.find(({ text }) => text === command.text);
			const locked =
				item?.withdrawn === true ||
				item?.mergedInto !== undefined ||
				item?.status === 'non-negotiable';
			return locked ? { code: 'text.locked' } : undefined;
		}
		if (frameCommands.has(command)) {
			return brokenFrame(this.state, command, by);
		}
		if (roundCommands.has(command)) {
			return brokenRound(this.state, this.boxes, command, by);
		}
		if (voteCommands.has(command)) {
			return brokenVote(this.state, this.ballots, command, by);
		}
		if (challengeCommands.has(command)) {
			return brokenChallenge(this.state, command, by);
		}
		if (diagnosisCommands.has(command)) return brokenFinding(this.state, command, by);
		throw new Error(`not known to this small world: ${command.type}`);
	}

	#decided(command: Exclude<Command, { type: 'HandIn' | 'CastBallot' }>): TableEvent[] {
		if (textCommands.has(command)) return [this.#carried(command)];
		if (frameCommands.has(command)) return [decidedFrame(command)];
		if (roundCommands.has(command)) return [decidedRound(this.state, this.boxes, command)];
		if (voteCommands.has(command)) return [decidedVote(this.state, this.ballots, command)];
		if (challengeCommands.has(command)) return [decidedChallenge(command)];
		if (diagnosisCommands.has(command)) return decidedFinding(this.state, command);
		throw new Error(`not known to this small world: ${command.type}`);
	}

	#carried({ text, base, delta }: Command & { type: 'EditText' }): TableEvent {
		let change = new Delta(delta.ops);
		const whole = this.#text(base, text);
		const last = whole.compose(change).ops.at(-1)?.insert;
		if (!fits(change, whole) || typeof last !== 'string' || !last.endsWith('\n')) {
			throw new Error(`an edit that does not fit ${text} at ${base}`);
		}
		for (const { events } of this.commits.slice(base)) {
			for (const event of events) {
				if (event.type === 'TextEdited' && event.text === text) {
					change = new Delta(event.delta.ops).transform(change, true);
				}
			}
		}
		return { type: 'TextEdited', text, delta: json(change) };
	}

	#text(seq: Seq, text: string): Delta {
		return new Delta(this.states[seq]?.texts[text]?.ops ?? []);
	}
}
