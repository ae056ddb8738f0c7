/** A browser that a test owns: its storage outlives its tabs, a tab can be closed in three ways. */
import type { PageNews, TabStorage } from '../wire/browser';
import type { Clock } from '../wire/clock';
import type { Sockets, WebSocketLike } from '../wire/connection';
import { alone } from '../wire/lease';
import type { Outbox, Outboxes } from '../wire/outbox';
import type { Authority } from './authority.test-support';
import { LiveTable } from './live-table.svelte';
import type { Dice, VirtualClock } from '../wire/virtual-clock.test-support';

export interface Tab {
	table: LiveTable;
	news(news: PageNews): void;
	/** Its timers, sockets and storage stop at once, as when the process is killed. */
	kill(): void;
	storage: Map<string, string>;
}

export interface Browser {
	open(tab?: Map<string, string>): Tab;
	outboxes: Outboxes;
	/** Storage operations under way. */
	busy(): number;
}

export function browser(
	authority: Authority,
	participant: string,
	clock: VirtualClock,
	dice: Dice,
	kept: Outboxes,
): Browser {
	let busy = 0;
	const during = async <T>(work: Promise<T>): Promise<T> => {
		busy += 1;
		try {
			return await work;
		} finally {
			busy -= 1;
		}
	};
	const leases = alone();

	function open(storage = new Map<string, string>()): Tab {
		let dead = false;
		const stops = new Set<() => void>();
		const mortal: Clock = {
			now: () => clock.now(),
			after: (ms, then) => clock.after(ms, () => !dead && then()),
		};
		const sockets: Sockets = (url, protocol) => {
			const socket: WebSocketLike = authority.sockets(participant)(url, protocol);
			stops.add(() => socket.close());
			return socket;
		};
		const living = (outbox: Outbox): Outbox => ({
			...outbox,
			write: (change) => (dead ? new Promise(() => {}) : during(outbox.write(change))),
			settled: () => outbox.settled(),
			destroy: () => (dead ? new Promise(() => {}) : during(outbox.destroy())),
		});
		const own: TabStorage = {
			outboxes: {
				open: async (table, client, onlyExisting) => {
					const outbox = await during(kept.open(table, client, onlyExisting));
					return outbox && living(outbox);
				},
				clients: (table) => during(kept.clients(table)),
			},
			leases: {
				take: async (name) => {
					const release = await leases.take(name);
					if (release !== undefined) {
						stops.add(release);
					}
					return release;
				},
			},
			tab: {
				get: (key) => storage.get(key) ?? null,
				set: (key, value) => storage.set(key, value),
			},
		};
		let hear: (news: PageNews) => void = () => {};
		const table = new LiveTable({
			table: 't',
			url: 'http://localhost',
			http: authority.reading(participant),
			socket: sockets,
			storage: own,
			page: (heard) => {
				hear = heard;
				return () => {};
			},
			clock: mortal,
			random: dice.random,
		});
		return {
			table,
			storage,
			news: (news) => hear(news),
			kill: () => {
				dead = true;
				stops.forEach((stop) => stop());
			},
		};
	}
	return { open, outboxes: kept, busy: () => busy };
}
