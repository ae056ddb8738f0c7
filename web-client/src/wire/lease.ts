/**
 * Who holds a name among the tabs of one browser. The outbox is fenced besides (outbox.ts), so a
 * lease that lapsed in a sleeping tab costs that tab its client, and nobody a command.
 */
import type { Page } from './browser';
import type { Clock } from './clock';
import { newId, type Random } from './ids';

export interface Leases {
	/** The function that gives the name free again; undefined where another tab holds it. */
	take(name: string): Promise<(() => void) | undefined>;
}

/** Web Locks: gone by themselves with the tab. Only in a secure context. */
export function webLocks(locks: LockManager): Leases {
	return {
		take: (name) =>
			new Promise((resolve, reject) => {
				locks
					.request(name, { ifAvailable: true }, (lock) => {
						if (lock === null) {
							resolve(undefined);
							return;
						}
						return new Promise<void>((release) => resolve(() => release()));
					})
					.catch(reject);
			}),
	};
}

/** Browsers wake a hidden tab's timers once a minute at least. */
const LAPSE_MS = 75_000;
const BEAT_MS = 10_000;

/**
 * A heartbeat in `localStorage`, for pages that came by plain HTTP. A page that goes gives its names
 * free, so that its reload need not wait until they lapse; one that comes back from the browser's
 * cache takes them again, where nobody has them.
 */
export function heartbeats(storage: Storage, clock: Clock, random: Random, page: Page): Leases {
	const mine = newId(random);
	const key = (name: string) => `tablee.lease.${name}`;
	const holder = (name: string) => {
		const [by, until] = (storage.getItem(key(name)) ?? '').split(' ');
		return Number(until) > clock.now() ? by : undefined;
	};
	return {
		take: async (name) => {
			const held = holder(name);
			if (held !== undefined) {
				return undefined;
			}
			let stop = () => {};
			const beat = () => {
				storage.setItem(key(name), `${mine} ${clock.now() + LAPSE_MS}`);
				stop = clock.after(BEAT_MS, () => {
					const by = holder(name);
					if (by === undefined || by === mine) {
						beat();
					}
				});
			};
			const free = () => {
				stop();
				if (holder(name) === mine) {
					storage.removeItem(key(name));
				}
			};
			beat();
			const leave = page((news) => {
				if (news === 'gone') {
					free();
				} else if (news === 'woke' && holder(name) === undefined) {
					stop();
					beat();
				}
			});
			return () => {
				leave();
				free();
			};
		},
	};
}

/** The second where the first is refused (a strict private window has locks, and will not give one). */
export function orElse(first: Leases, second: Leases): Leases {
	return { take: (name) => first.take(name).catch(() => second.take(name)) };
}

/** No storage to share: every tab is alone, and holds whatever it asks for, once. */
export function alone(): Leases {
	const held = new Set<string>();
	return {
		take: async (name) => {
			if (held.has(name)) {
				return undefined;
			}
			held.add(name);
			return () => held.delete(name);
		},
	};
}
