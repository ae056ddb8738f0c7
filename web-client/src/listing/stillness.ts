/**
 * Keeps the list still under its reader while others change it: what one writes in, else the first
 * row in sight, stays where it is on the screen. Done here for every browser, so the browser's own
 * scroll anchoring is off for the list.
 */
export class Stillness {
	#list: HTMLElement | undefined;
	#held: Element | undefined;
	#top = 0;
	#focus: Element | null = null;

	/** Rows that grow or shrink (a text above, a notice over the list) are noticed after layout, before paint. */
	readonly keep = (list: HTMLElement): (() => void) => {
		this.#list = list;
		const observer = new ResizeObserver(() => {
			this.settle();
			this.remember();
		});
		observer.observe(list);
		observer.observe(document.body);
		const scrolled = () => this.remember();
		window.addEventListener('scroll', scrolled, { passive: true });
		list.addEventListener('focusin', scrolled);
		return () => {
			observer.disconnect();
			window.removeEventListener('scroll', scrolled);
			list.removeEventListener('focusin', scrolled);
			this.#list = undefined;
		};
	};

	/** Before a change: what is held, and where it stands. */
	remember(chosen?: Element | null): void {
		const list = this.#list;
		if (!list) return;
		this.#focus = document.activeElement;
		this.#held = chosen ?? focusedRow(list) ?? firstInSight(list);
		this.#top = this.#held?.getBoundingClientRect().top ?? 0;
	}

	/** After it: back to where it stood. */
	settle(): void {
		// A row that is moved in the document loses the focus; it is given back without a scroll.
		const lost = document.activeElement === document.body;
		if (lost && this.#focus instanceof HTMLElement && this.#list?.contains(this.#focus))
			this.#focus.focus({ preventScroll: true });
		const held = this.#held;
		if (!held?.isConnected || held.getClientRects().length === 0) return;
		const moved = held.getBoundingClientRect().top - this.#top;
		if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' });
	}
}

function focusedRow(list: HTMLElement): Element | undefined {
	const focused = document.activeElement;
	return [...list.children].find((row) => row.contains(focused) && inSight(row));
}

function firstInSight(list: HTMLElement): Element | undefined {
	// At the top of the page nothing is held: what is new above shall push the rest down in sight.
	if (window.scrollY < 8) return undefined;
	return [...list.children].find((row) => row.getBoundingClientRect().top >= 0 && inSight(row));
}

function inSight(row: Element): boolean {
	const { top, bottom } = row.getBoundingClientRect();
	return bottom > 0 && top < window.innerHeight;
}
