/**
 * Where a finding goes in the table's list when it is moved among the cards that are shown (a filter
 * may hide others, withdrawn ones are folded). `before` undefined: to the end. Null: it is there already.
 */
export type Target = { before?: string } | null;

/**
 * @param all the ids of the whole list in its order
 * @param shown the ids of the shown cards in the same order, the moved one among them
 * @param place the place it shall have among the shown ones, from 0
 */
export function target(all: string[], shown: string[], moved: string, place: number): Target {
	const others = shown.filter((id) => id !== moved);
	const at = Math.max(0, Math.min(others.length, place));
	if (at === shown.indexOf(moved)) return null;
	const next = others[at];
	if (next !== undefined) return { before: next };
	const last = others.at(-1);
	if (last === undefined) return null;
	// Behind the last shown one, not behind what the filter hides: there nobody would find it.
	const after = all.filter((id) => id !== moved);
	const before = after[after.indexOf(last) + 1];
	return before === undefined ? {} : { before };
}

/**
 * The place among the shown cards that a dragged card would take: before the first one whose middle
 * lies below the pointer. `middles`: of the other cards, from top to bottom, in the pointer's coordinates.
 */
export function placeAt(middles: number[], y: number): number {
	const place = middles.findIndex((middle) => y < middle);
	return place === -1 ? middles.length : place;
}
