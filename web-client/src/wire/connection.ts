/**
 * One client's way to its table: opens the socket, comes back by itself after a loss, and finds out
 * whether a connection that looks open still is. It knows frames, and nothing of what they mean.
 */
import type { Clock } from './clock';
import { fraction, type Random } from './ids';
import { SERVER_FRAMES } from './known';
import type { ClientFrame, Goodbye, ServerFrame } from './messages';
import { ServerTime } from './server-time';
import { Timers } from './timers';

export const PROTOCOL = 'tablee.v1';

export interface WebSocketLike {
	onopen: ((event: never) => void) | null;
	onmessage: ((event: never) => void) | null;
	onclose: ((event: never) => void) | null;
	send(data: string): void;
	close(code?: number, reason?: string): void;
}

export type Sockets = (url: string, protocol: string) => WebSocketLike;

/**
 * Why a connection stays closed. `unauthorised`: no live session; `unknown`: no such table for it;
 * `damaged`: its record does not verify, and takes nothing more.
 */
export type Closed = Goodbye | 'unauthorised' | 'unknown' | 'left' | 'damaged';

export type Reach =
	| { kind: 'connecting' | 'live' | 'offline' | 'checking' }
	| {
			kind: 'closed';
			reason: Closed;
			/** The commit that is damaged, where the server told. */
			damaged?: number;
	  };

/** What a fetch told after an upgrade failed: a WebSocket hides the status it was refused with. */
export type Verdict = 'reachable' | 'unreachable' | 'unauthorised' | 'unknown';

export interface ConnectionOptions {
	url: string;
	sockets: Sockets;
	clock: Clock;
	random: Random;
	/** Asked before each connection; false: this client is another tab's by now, stay away. */
	mayConnect(): Promise<boolean>;
	/** The first frame of each connection. */
	join(): ClientFrame & { type: 'join' };
	hear(frame: ServerFrame): void;
	reached(reach: Reach): void;
	judge(): Promise<Verdict>;
}

const RETRY_MS = { first: 500, most: 15_000 };
const WELCOME_MS = 10_000;
const PING_MS = 20_000;
/** A ping in between times is given longer than one that somebody waits for. */
const PONG_MS = { checking: 3_000, routine: 10_000 };
const TICK_MS = 5_000;
/** A tick this late means that the device slept. */
const GAP_MS = 10_000;
/** What was heard this lately needs no probe. */
const FRESH_MS = 5_000;

export class Connection {
	readonly time: ServerTime;
	reach: Reach = { kind: 'connecting' };
	/** The code with which the server was there and did not let this one in; undefined otherwise. */
	turnedAway: string | undefined;
	#options: ConnectionOptions;
	#socket: WebSocketLike | undefined;
	#welcomed = false;
	#failures = 0;
	/** Counts up with each connection begun or dropped. */
	#attempts = 0;
	#retryIn: number | undefined;
	/** What this attempt was refused with. */
	#answer: string | undefined;
	#pings = 0;
	#timers: Timers<'retry' | 'welcome' | 'tick' | 'ping' | 'pong'>;
	#heardAt = 0;
	#tickedAt = 0;

	constructor(options: ConnectionOptions) {
		this.#options = options;
		this.time = new ServerTime(options.clock);
		this.#timers = new Timers(options.clock);
	}

	/** It was lost, and no try since has got through. */
	get isLost(): boolean {
		return this.#failures > 0;
	}

	open(): void {
		this.#tick();
		this.#connect();
	}

	/** False where it cannot be sent now. Nothing is queued here. */
	send(bytes: string): boolean {
		if (this.reach.kind !== 'live' || this.#socket === undefined) {
			return false;
		}
		this.#socket.send(bytes);
		return true;
	}

	/**
	 * Something may have happened to the network or the device: see whether the server is there;
	 * `surely` also where it was heard a moment ago.
	 */
	probe(surely = false): void {
		switch (this.reach.kind) {
			case 'live':
				if (surely || this.#options.clock.now() - this.#heardAt > FRESH_MS) {
					this.#reached({ kind: 'checking' });
					this.#ping(PONG_MS.checking);
				}
				return;
			case 'offline':
				this.#connect();
				return;
			case 'connecting':
			case 'checking':
			case 'closed':
		}
	}

	/** A person asks: also comes back from a close that said not to. */
	retryNow(): void {
		if (this.reach.kind === 'closed') {
			this.#tick();
		}
		const tries = this.reach.kind === 'connecting' && this.isLost;
		if (tries || this.reach.kind === 'offline' || this.reach.kind === 'closed') {
			this.#failures = 0;
			this.#connect();
		}
	}

	/** Drops the connection and joins anew at once: what was heard does not fit together. */
	rejoin(): void {
		this.#drop();
		this.#connect();
	}

	close(reason: Closed): void {
		this.#close(reason, undefined);
	}

	#close(reason: Closed, damaged: unknown): void {
		this.#drop();
		this.#timers.stopAll();
		const seq = Number(damaged);
		const where = Number.isInteger(seq) ? { damaged: seq } : {};
		this.#reached({ kind: 'closed', reason, ...where });
	}

	#connect(): void {
		this.#drop();
		this.#timers.stop('retry');
		this.#reached({ kind: 'connecting' });
		const attempt = ++this.#attempts;
		void this.#options.mayConnect().then((may) => {
			if (attempt === this.#attempts && may) {
				this.#dial();
			}
		});
	}

	#dial(): void {
		const { sockets, url, join } = this.#options;
		this.#answer = undefined;
		let socket: WebSocketLike;
		try {
			socket = sockets(url, PROTOCOL);
		} catch {
			this.#lost();
			return;
		}
		this.#socket = socket;
		this.#timers.in('welcome', WELCOME_MS, () => this.#lost());
		socket.onopen = () => socket.send(JSON.stringify(join()));
		socket.onmessage = (event: { data: unknown }) => this.#heard(socket, event.data);
		socket.onclose = () => {
			if (this.#socket === socket) {
				this.#lost();
			}
		};
	}

	#heard(socket: WebSocketLike, data: unknown): void {
		if (this.#socket !== socket || typeof data !== 'string') {
			return;
		}
		this.#heardAt = this.#options.clock.now();
		const frame = JSON.parse(data) as ServerFrame;
		if (!SERVER_FRAMES.has(frame.type)) {
			// A newer server says things that this client does not know.
			this.close('outdated');
			return;
		}
		switch (frame.type) {
			case 'pong':
				this.time.pong(frame.n, frame.at);
				if (frame.n === this.#pings) {
					this.#timers.stop('pong');
					this.#checked();
				}
				return;
			case 'goodbye':
				this.#goodbye(frame.code, frame.retryInMs);
				return;
			case 'refused':
				if (!this.#welcomed && frame.code === 'frame.invalid') {
					// An older server does not know our way to join.
					this.close('outdated');
					return;
				}
				if (frame.id === null && frame.code === 'table.readonly') {
					this.#close('damaged', frame.params['seq']);
					return;
				}
				if (!this.#welcomed) {
					// Refused to let in (a full table): the server closes, and says when to come back.
					const { retryInMs } = frame.params;
					this.#retryIn = typeof retryInMs === 'number' ? retryInMs : RETRY_MS.most;
					this.#answer = frame.code;
				}
				break;
			case 'welcome':
				if (!this.#welcomed) {
					this.#welcome(frame.at);
				}
				break;
			case 'commits':
			case 'done':
			case 'people':
			case 'presence':
		}
		this.#options.hear(frame);
	}

	#welcome(at: number): void {
		this.#welcomed = true;
		this.turnedAway = undefined;
		this.#failures = 0;
		this.#timers.stop('welcome');
		this.time.told(at);
		this.#reached({ kind: 'live' });
		this.#ping(PONG_MS.routine);
	}

	#goodbye(code: Goodbye, retryInMs: number | undefined): void {
		if (retryInMs === undefined) {
			this.close(code);
			return;
		}
		this.#retryIn = retryInMs;
		this.#lost();
	}

	#checked(): void {
		if (this.reach.kind === 'checking') {
			this.#reached({ kind: 'live' });
		}
	}

	#ping(patienceMs: number): void {
		const n = ++this.#pings;
		this.time.ping(n);
		this.#socket?.send(JSON.stringify({ type: 'ping', n }));
		this.#timers.in('pong', patienceMs, () => this.rejoin());
		this.#timers.in('ping', PING_MS, () => this.#ping(PONG_MS.routine));
	}

	/** Timers stand still while a device sleeps; a late tick tells. */
	#tick(): void {
		this.#tickedAt = this.#options.clock.now();
		this.#timers.in('tick', TICK_MS, () => {
			if (this.#options.clock.now() - this.#tickedAt > TICK_MS + GAP_MS) {
				this.probe();
			}
			this.#tick();
		});
	}

	#lost(): void {
		const hadWelcome = this.#welcomed;
		this.#drop();
		const wait = this.#retryIn ?? this.#backOff();
		this.#retryIn = undefined;
		this.turnedAway = this.#answer;
		this.#failures += 1;
		this.#reached({ kind: 'offline' });
		// Up to half as long again, so that those who lost it together do not come back together.
		const jitter = 1 + fraction(this.#options.random) / 2;
		this.#timers.in('retry', wait * jitter, () => this.#connect());
		if (!hadWelcome) {
			void this.#judge();
		}
	}

	#backOff(): number {
		return Math.min(RETRY_MS.most / 1.5, RETRY_MS.first * 2 ** Math.min(this.#failures, 10));
	}

	async #judge(): Promise<void> {
		const verdict = await this.#options.judge();
		if (this.reach.kind !== 'offline') {
			return;
		}
		if (verdict === 'unauthorised' || verdict === 'unknown') {
			this.close(verdict);
		}
	}

	#drop(): void {
		const socket = this.#socket;
		this.#socket = undefined;
		this.#welcomed = false;
		this.#attempts += 1;
		['welcome' as const, 'ping' as const, 'pong' as const].forEach((one) => this.#timers.stop(one));
		if (socket !== undefined) {
			socket.onopen = socket.onmessage = socket.onclose = null;
			socket.close(1000);
		}
	}

	#reached(reach: Reach): void {
		this.reach = reach;
		this.#options.reached(reach);
	}
}
