/* eslint-disable svelte/prefer-svelte-reactivity -- where rows stand and what is timed is not shown */
import { SvelteMap, SvelteSet } from 'svelte/reactivity';

/** For so long a change by another person is lit up. */
const litMillis = 2000;

export type Side = 'above' | 'below';

/**
 * What others changed: lit up for two seconds where it is in sight, kept and counted where it is not.
 * Cards tell it where they stand by an attachment, `watch`.
 */
export class News {
	/** What is lit up now. */
	readonly lit = new SvelteSet<string>();
	/** What changed out of sight and was not seen since, and on which side of the window it stands. */
	readonly unseen = new SvelteMap<string, Side>();
	readonly #where = new Map<string, Side | 'sight'>();
	readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
	readonly #watches = new Map<string, (row: Element) => () => void>();
	readonly #ids = new WeakMap<Element, string>();
	readonly #observer =
		typeof IntersectionObserver === 'undefined'
			? undefined
			: new IntersectionObserver((entries) => entries.forEach((entry) => this.#seen(entry)), {
					// What stands under the header or the phone's bar is not in sight.
					rootMargin: '-72px 0px -72px 0px',
				});

	count(side: Side): number {
		return [...this.unseen.values()].filter((one) => one === side).length;
	}

	/** The first one on that side in the list's order. */
	first(side: Side, order: string[]): string | undefined {
		const on = order.filter((id) => this.unseen.get(id) === side);
		return side === 'below' ? on[0] : on.at(-1);
	}

	changed(id: string): void {
		const where = this.#where.get(id);
		if (where === undefined || where === 'sight') this.#light(id);
		else this.unseen.set(id, where);
	}

	/** The same function for the same finding: another one would be a new watch, and forget what was unseen. */
	watch(id: string): (row: Element) => () => void {
		const known = this.#watches.get(id);
		if (known) return known;
		const watch = (row: Element) => {
			this.#ids.set(row, id);
			this.#observer?.observe(row);
			return () => {
				this.#observer?.unobserve(row);
				this.#where.delete(id);
				this.unseen.delete(id);
				this.#watches.delete(id);
			};
		};
		this.#watches.set(id, watch);
		return watch;
	}

	close(): void {
		this.#observer?.disconnect();
		this.#timers.forEach((timer) => clearTimeout(timer));
	}

	#seen(entry: IntersectionObserverEntry): void {
		const id = this.#ids.get(entry.target);
		if (id === undefined) return;
		const { top } = entry.boundingClientRect;
		const side = top < (entry.rootBounds?.top ?? 0) ? 'above' : 'below';
		this.#where.set(id, entry.isIntersecting ? 'sight' : side);
		if (!this.unseen.has(id)) return;
		if (entry.isIntersecting) {
			this.unseen.delete(id);
			this.#light(id);
		} else this.unseen.set(id, side);
	}

	#light(id: string): void {
		this.lit.add(id);
		clearTimeout(this.#timers.get(id));
		this.#timers.set(
			id,
			setTimeout(() => this.lit.delete(id), litMillis),
		);
	}
}
