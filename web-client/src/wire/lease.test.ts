import { describe, expect, test } from 'vitest';
import type { PageNews } from './browser';
import { alone, heartbeats, orElse, webLocks } from './lease';
import { Dice, VirtualClock } from './virtual-clock.test-support';

class Kept implements Storage {
	#all = new Map<string, string>();
	get length(): number {
		return this.#all.size;
	}
	clear(): void {
		this.#all.clear();
	}
	getItem(key: string): string | null {
		return this.#all.get(key) ?? null;
	}
	key(at: number): string | null {
		return [...this.#all.keys()][at] ?? null;
	}
	removeItem(key: string): void {
		this.#all.delete(key);
	}
	setItem(key: string, value: string): void {
		this.#all.set(key, value);
	}
}

/** A page that a test leaves and comes back to. */
class Leaf {
	#ears = new Set<(news: PageNews) => void>();
	readonly page = (hear: (news: PageNews) => void) => {
		this.#ears.add(hear);
		return () => this.#ears.delete(hear);
	};
	is(news: PageNews): void {
		this.#ears.forEach((hear) => hear(news));
	}
}

describe('a name held by a heartbeat', () => {
	test('is one tab at a time, for as long as its heart beats', async () => {
		const clock = new VirtualClock();
		const storage = new Kept();
		const mine = heartbeats(storage, clock, new Dice(1).random, new Leaf().page);
		const theirs = heartbeats(storage, clock, new Dice(2).random, new Leaf().page);

		const release = await mine.take('a');
		expect(await theirs.take('a')).toBeUndefined();
		expect(await mine.take('a')).toBeUndefined();
		await clock.advance(600_000);
		expect(await theirs.take('a')).toBeUndefined();
		release?.();
		expect(await theirs.take('a')).toBeDefined();
	});

	test('falls free when its tab died, and the tab does not take it back when it wakes', async () => {
		const clock = new VirtualClock();
		const storage = new Kept();
		const mine = heartbeats(storage, clock, new Dice(1).random, new Leaf().page);
		const theirs = heartbeats(storage, clock, new Dice(2).random, new Leaf().page);

		await mine.take('a');
		clock.sleep(76_000);
		const release = await theirs.take('a');
		expect(release).toBeDefined();
		await clock.advance(20_000);
		release?.();
		expect(storage.length).toBe(0);
	});

	test('is free for the reload of its page at once, and not while it is merely hidden', async () => {
		const clock = new VirtualClock();
		const storage = new Kept();
		const before = new Leaf();
		await heartbeats(storage, clock, new Dice(1).random, before.page).take('a');
		const reloaded = heartbeats(storage, clock, new Dice(2).random, new Leaf().page);

		before.is('leaving');
		expect(await reloaded.take('a')).toBeUndefined();
		before.is('gone');
		expect(await reloaded.take('a')).toBeDefined();
	});

	test('is taken again by a page that comes back, unless another has it meanwhile', async () => {
		const clock = new VirtualClock();
		const storage = new Kept();
		const leaf = new Leaf();
		const mine = heartbeats(storage, clock, new Dice(1).random, leaf.page);
		const theirs = heartbeats(storage, clock, new Dice(2).random, new Leaf().page);

		const release = await mine.take('a');
		leaf.is('gone');
		await clock.advance(20_000);
		leaf.is('woke');
		await clock.advance(600_000);
		expect(await theirs.take('a')).toBeUndefined();

		leaf.is('gone');
		const other = await theirs.take('a');
		leaf.is('woke');
		release?.();
		await clock.advance(600_000);
		expect(await mine.take('a')).toBeUndefined();
		other?.();
		leaf.is('woke');
		expect(storage.length).toBe(0);
	});
});

test('a name held by a Web Lock is one tab at a time, until it is released', async () => {
	const { locks } = navigatorOf(new Map());
	const leases = webLocks(locks);
	const release = await leases.take('a');
	expect(await leases.take('a')).toBeUndefined();
	expect(await leases.take('b')).toBeDefined();
	release?.();
	await new Promise((then) => setImmediate(then));
	expect(await leases.take('a')).toBeDefined();
});

/** The part of Web Locks that is used: `request` with `ifAvailable`. */
function navigatorOf(held: Map<string, Promise<unknown>>): { locks: LockManager } {
	const request = async (
		name: string,
		_options: LockOptions,
		callback: (lock: Lock | null) => Promise<unknown> | undefined,
	) => {
		if (held.has(name)) {
			return callback(null);
		}
		const done = Promise.resolve(callback({ name, mode: 'exclusive' }));
		held.set(name, done);
		await done;
		held.delete(name);
	};
	const query = async () => ({ held: [], pending: [] });
	return { locks: { request, query } as unknown as LockManager };
}

test('where the browser refuses its locks, a tab goes on without them', async () => {
	const refused = { take: () => Promise.reject(new DOMException('no', 'SecurityError')) };
	const leases = orElse(refused, alone());
	expect(await leases.take('client-1')).toBeDefined();
	expect(await leases.take('client-1')).toBeUndefined();
});
