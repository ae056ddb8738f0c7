/** What a page has of the browser it runs in: storage for outboxes, and news of the page itself. */
import type { Clock } from './clock';
import type { Random } from './ids';
import { alone, heartbeats, orElse, webLocks, type Leases } from './lease';
import type { Outboxes } from './outbox';
import { idbOutboxes } from './outbox-idb';
import { memoryOutboxes } from './outbox-memory';

export interface TabStorage {
	outboxes: Outboxes;
	leases: Leases;
	/** Survives a reload of this tab, and nothing else. */
	tab: { get(key: string): string | null; set(key: string, value: string): void };
}

/**
 * `woke`: seen or shown again; `leaving`: hidden, perhaps for good; `gone`: left or reloaded, and at
 * most kept in the browser's cache; `network`: the device says that it lost or found one.
 */
export type PageNews = 'woke' | 'leaving' | 'gone' | 'network';
export type Page = (hear: (news: PageNews) => void) => () => void;

export function browserStorage(clock: Clock, random: Random): TabStorage {
	return {
		outboxes: outboxes(clock, random),
		leases: leases(clock, random),
		tab: {
			get: (key) => quietly(() => sessionStorage.getItem(key)) ?? null,
			set: (key, value) => quietly(() => sessionStorage.setItem(key, value)),
		},
	};
}

/** IndexedDB, or memory where a browser has it and will not open it (some private windows). */
function outboxes(clock: Clock, random: Random): Outboxes {
	const memory = fleeting(memoryOutboxes());
	if (typeof indexedDB === 'undefined') {
		return memory;
	}
	const lasting = quietly(() => idbOutboxes(clock.now, random));
	if (lasting === undefined) {
		return memory;
	}
	return {
		open: (table, client, onlyExisting) =>
			lasting
				.open(table, client, onlyExisting)
				.catch(() => memory.open(table, client, onlyExisting)),
		clients: (table) => lasting.clients(table).catch(() => memory.clients(table)),
	};
}

function fleeting(outboxes: Outboxes): Outboxes {
	return {
		...outboxes,
		open: async (table, client, onlyExisting) => {
			const outbox = await outboxes.open(table, client, onlyExisting);
			return outbox && { ...outbox, fleeting: true };
		},
	};
}

function leases(clock: Clock, random: Random): Leases {
	const storage = quietly(() => globalThis.localStorage);
	const shared = storage === undefined ? alone() : heartbeats(storage, clock, random, browserPage);
	const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
	return locks === undefined ? shared : orElse(webLocks(locks), shared);
}

/** Storage that a browser forbids throws at the first touch. */
function quietly<T>(use: () => T): T | undefined {
	try {
		return use();
	} catch {
		return undefined;
	}
}

export const browserPage: Page = (hear) => {
	if (typeof window === 'undefined') {
		return () => {};
	}
	const woke = () => hear('woke');
	const gone = () => hear('gone');
	const network = () => hear('network');
	const seen = () => hear(document.visibilityState === 'visible' ? 'woke' : 'leaving');
	window.addEventListener('online', network);
	window.addEventListener('offline', network);
	window.addEventListener('pageshow', woke);
	window.addEventListener('pagehide', gone);
	document.addEventListener('visibilitychange', seen);
	return () => {
		window.removeEventListener('online', network);
		window.removeEventListener('offline', network);
		window.removeEventListener('pageshow', woke);
		window.removeEventListener('pagehide', gone);
		document.removeEventListener('visibilitychange', seen);
	};
};
