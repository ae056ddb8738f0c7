import { beforeEach, expect, test } from 'vitest';
import { VirtualClock } from './virtual-clock.test-support';
import { Connection, type Reach, type Verdict, type WebSocketLike } from './connection';
import type { ServerFrame } from './messages';

class Socket implements WebSocketLike {
	onopen: ((event: never) => void) | null = null;
	onmessage: ((event: never) => void) | null = null;
	onclose: ((event: never) => void) | null = null;
	readonly sent: string[] = [];
	isClosed = false;

	send(data: string): void {
		this.sent.push(data);
	}

	close(): void {
		this.isClosed = true;
	}

	open(): void {
		this.onopen?.({} as never);
	}

	say(frame: ServerFrame): void {
		this.onmessage?.({ data: JSON.stringify(frame) } as never);
	}

	lose(): void {
		this.onclose?.({} as never);
	}

	welcome(at = 0): void {
		this.open();
		const you = { id: 'ana', name: 'Ana', role: 'participant' as const };
		this.say({ type: 'welcome', seq: 1, hash: 'a', at, you, people: [], commits: [] });
	}

	/** Answers the last ping. */
	pong(at = 0): void {
		const pings = this.sent.map((one) => JSON.parse(one) as { type: string; n: number });
		const n = pings.filter(({ type }) => type === 'ping').at(-1)?.n ?? 0;
		this.say({ type: 'pong', n, at });
	}
}

let clock: VirtualClock;
let sockets: Socket[];
let reaches: Reach[];
let heard: ServerFrame[];
let verdict: Verdict;
let may: boolean;
let luck: number;
let connection: Connection;

const last = (): Socket => {
	const socket = sockets.at(-1);
	if (socket === undefined) {
		throw new Error('no socket yet');
	}
	return socket;
};

beforeEach(async () => {
	clock = new VirtualClock();
	sockets = [];
	reaches = [];
	heard = [];
	verdict = 'reachable';
	may = true;
	luck = 0;
	connection = new Connection({
		url: 'ws://localhost/api/tables/t/live',
		sockets: (url, protocol) => {
			expect([url, protocol]).toEqual(['ws://localhost/api/tables/t/live', 'tablee.v1']);
			const socket = new Socket();
			sockets.push(socket);
			return socket;
		},
		clock,
		random: (bytes) => bytes.fill(luck),
		mayConnect: async () => may,
		join: () => ({ type: 'join', client: 'c-12345678' }),
		hear: (frame) => heard.push(frame),
		reached: (reach) => reaches.push(reach),
		judge: async () => verdict,
	});
	connection.open();
	await clock.settle();
});

test('the first frame is the join, and it is live with the welcome', () => {
	expect(connection.reach.kind).toBe('connecting');
	expect(connection.send('x')).toBe(false);
	last().welcome();
	expect(last().sent[0]).toBe('{"type":"join","client":"c-12345678"}');
	expect(connection.reach.kind).toBe('live');
	expect(connection.send('x')).toBe(true);
});

test('it comes back by itself, waiting longer each time, from half a second to fifteen', async () => {
	const waits: number[] = [];
	for (let failure = 0; failure < 8; failure++) {
		const before = sockets.length;
		const from = clock.now();
		last().lose();
		while (sockets.length === before) {
			await clock.advance(250);
		}
		waits.push(clock.now() - from);
	}
	expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000, 10_000]);
});

test('the wait is up to half as long again, so that not all come back at once', async () => {
	luck = 255;
	for (let failure = 0; failure < 12; failure++) {
		const before = sockets.length;
		last().lose();
		await clock.advance(15_000);
		expect(sockets.length).toBeGreaterThan(before);
	}
	const before = sockets.length;
	last().lose();
	await clock.advance(14_000);
	expect(sockets).toHaveLength(before);
});

test('a welcome that does not come is not waited for', async () => {
	last().open();
	await clock.advance(9_900);
	expect(sockets).toHaveLength(1);
	await clock.advance(1_000);
	expect(sockets).toHaveLength(2);
	expect(sockets[0]?.isClosed).toBe(true);
});

test.each(['removed', 'expired', 'replaced', 'outdated'] as const)(
	'after goodbye %s it stays closed, until a person asks',
	async (code) => {
		last().welcome();
		last().say({ type: 'goodbye', code });
		await clock.advance(120_000);
		expect(sockets).toHaveLength(1);
		expect(connection.reach).toEqual({ kind: 'closed', reason: code });
		connection.probe();
		await clock.settle();
		expect(sockets).toHaveLength(1);

		connection.retryNow();
		await clock.settle();
		expect(sockets).toHaveLength(2);
	},
);

test('after a goodbye with retryInMs it comes back just then', async () => {
	last().welcome();
	last().say({ type: 'goodbye', code: 'moved', retryInMs: 3_000 });
	await clock.advance(2_900);
	expect(sockets).toHaveLength(1);
	expect(connection.reach.kind).toBe('offline');
	await clock.advance(200);
	expect(sockets).toHaveLength(2);
});

test('a full table says when to come back', async () => {
	last().open();
	const params = { retryInMs: 40_000 };
	last().say({ type: 'refused', id: null, code: 'table.full', message: '', params });
	last().lose();
	await clock.advance(39_900);
	expect(sockets).toHaveLength(1);
	expect(connection.turnedAway).toBe('table.full');
	await clock.advance(200);
	expect(sockets).toHaveLength(2);
	expect(connection.turnedAway).toBe('table.full');
	last().lose();
	expect(connection.turnedAway).toBeUndefined();
});

test('B32 an older server that does not understand the join is not asked again', async () => {
	last().open();
	last().say({ type: 'refused', id: null, code: 'frame.invalid', message: '', params: {} });
	await clock.advance(120_000);
	expect(sockets).toHaveLength(1);
	expect(connection.reach).toEqual({ kind: 'closed', reason: 'outdated' });
});

test('an upgrade that failed is told from being offline by a fetch', async () => {
	verdict = 'unreachable';
	last().lose();
	await clock.settle();
	expect(connection.reach.kind).toBe('offline');

	verdict = 'unauthorised';
	await clock.advance(600);
	last().lose();
	await clock.settle();
	expect(connection.reach).toEqual({ kind: 'closed', reason: 'unauthorised' });
});

test('it pings every 20 s, and comes back where nothing answers', async () => {
	last().welcome();
	last().pong();
	await clock.advance(20_100);
	expect(last().sent.filter((one) => one.includes('ping'))).toHaveLength(2);
	last().pong();
	await clock.advance(20_100);
	await clock.advance(9_000);
	expect(sockets).toHaveLength(1);
	await clock.advance(1_000);
	expect(sockets).toHaveLength(2);
});

test('after sleep nothing counts as sent before the server answered a ping', async () => {
	last().welcome();
	last().pong();
	await clock.advance(1_000);
	clock.sleep(60_000);
	await clock.advance(10);
	expect(connection.reach.kind).toBe('checking');
	expect(connection.send('x')).toBe(false);
	last().pong();
	expect(connection.reach.kind).toBe('live');
	expect(connection.send('x')).toBe(true);
	expect(sockets).toHaveLength(1);
});

test('after sleep without an answer within 3 s it connects anew', async () => {
	last().welcome();
	last().pong();
	await clock.advance(6_000);
	connection.probe();
	expect(connection.reach.kind).toBe('checking');
	await clock.advance(2_900);
	expect(sockets).toHaveLength(1);
	await clock.advance(200);
	expect(sockets).toHaveLength(2);
	expect(sockets[0]?.isClosed).toBe(true);
});

test('a late pong of an earlier ping does not vouch for the connection', async () => {
	last().welcome();
	await clock.advance(6_000);
	connection.probe();
	last().say({ type: 'pong', n: 1, at: 0 });
	expect(connection.reach.kind).toBe('checking');
});

test('a server heard a moment ago is not probed, unless the network itself changed', async () => {
	last().welcome();
	last().pong();
	await clock.advance(1_000);
	connection.probe();
	expect(connection.reach.kind).toBe('live');
	connection.probe(true);
	expect(connection.reach.kind).toBe('checking');
});

test('coming online does not wait for the next try', async () => {
	last().lose();
	await clock.settle();
	connection.probe();
	await clock.settle();
	expect(sockets).toHaveLength(2);
});

test('a client that another tab holds does not connect', async () => {
	may = false;
	last().lose();
	await clock.advance(60_000);
	expect(sockets).toHaveLength(1);
});

test('a closed socket is not heard any more', async () => {
	last().welcome();
	const [first] = sockets;
	connection.rejoin();
	await clock.settle();
	const before = heard.length;
	first?.say({ type: 'people', people: [] });
	first?.lose();
	expect(heard).toHaveLength(before);
	expect(sockets).toHaveLength(2);
});

test("the server's time is that of the quickest round trip", async () => {
	last().welcome(clock.now() + 1_000);
	expect(connection.time.now()).toBe(clock.now() + 1_000);
	await clock.advance(100);
	last().pong(clock.now() - 50 + 5_000);
	expect(connection.time.now()).toBe(clock.now() + 5_000);
	await clock.advance(20_000);
	await clock.advance(900);
	last().pong(clock.now() + 9_000);
	expect(connection.time.now()).toBe(clock.now() + 5_000);
});

test('L32 a table whose record is damaged is told as that, at once, and is not asked again', async () => {
	last().open();
	last().say({
		type: 'refused',
		id: null,
		code: 'table.readonly',
		message: '',
		params: { seq: '42' },
	});
	last().lose();
	await clock.advance(120_000);

	expect(connection.reach).toEqual({ kind: 'closed', reason: 'damaged', damaged: 42 });
	expect(sockets).toHaveLength(1);
});

test('L32 so it is where the damage is found while one is there', async () => {
	last().welcome();
	last().say({ type: 'refused', id: null, code: 'table.readonly', message: '', params: {} });
	await clock.advance(120_000);

	expect(connection.reach).toEqual({ kind: 'closed', reason: 'damaged' });
	expect(sockets).toHaveLength(1);
});
