/**
 * Keeps a list still under the reader while others change it: what one writes in, else the first row
 * in sight, stays where it is on the screen. Call before the change, and what it answers after it.
 */
export function holdStill(list: HTMLElement, chosen?: Element | null): () => void {
	const held = chosen ?? focusedRow(list) ?? firstInSight(list);
	const had = document.activeElement;
	const top = held?.getBoundingClientRect().top;
	return () => {
		// A row that is moved in the document loses the focus; it is given back without a scroll.
		const lost = document.activeElement === document.body;
		if (lost && had instanceof HTMLElement && list.contains(had))
			had.focus({ preventScroll: true });
		if (!held?.isConnected || top === undefined) return;
		const moved = held.getBoundingClientRect().top - top;
		if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' });
	};
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
