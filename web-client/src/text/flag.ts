/** A rectangle in CSS pixels of the window. */
export interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

// The name stays as near as this to its caret, measured along both axes, if it can.
const ROWS_AWAY_PIXELS = 240;
const GAP = 2;

const meet = (one: Box, other: Box): boolean =>
	one.left < other.right &&
	other.left < one.right &&
	one.top < other.bottom &&
	other.top < one.bottom;

/**
 * Where the flag with a name goes: above its caret, turned to the left where the card ends, and
 * else to the nearest free place. It never covers words and never leaves the card; null where no
 * place is free.
 */
export function placeFlag(
	caret: Box,
	size: { width: number; height: number },
	card: Box,
	words: readonly Box[],
): { left: number; top: number } | null {
	const near = words.filter(
		(word) =>
			word.bottom > caret.top - ROWS_AWAY_PIXELS && word.top < caret.bottom + ROWS_AWAY_PIXELS,
	);
	const middle = (box: Box) => (box.top + box.bottom - size.height) / 2;
	const above = caret.top - size.height;
	const tops = new Set([above, middle(caret), caret.bottom, ...near.map(middle)]);
	for (const word of near) tops.add(word.top - size.height);
	let best: { left: number; top: number; cost: number } | null = null;
	for (const top of tops) {
		const bottom = top + size.height;
		if (top < card.top || bottom > card.bottom) continue;
		const row = near.filter((word) => word.top < bottom && top < word.bottom);
		const lefts = [
			caret.left,
			caret.right - size.width,
			card.right - size.width,
			card.left,
			...row.map((word) => word.right + GAP),
			...row.map((word) => word.left - size.width - GAP),
		];
		for (const left of lefts) {
			const box = { left, top, right: left + size.width, bottom };
			if (left < card.left || box.right > card.right) continue;
			if (row.some((word) => meet(word, box))) continue;
			// Above the caret or beside it in its own line, else it seems to belong to another line.
			const away = Math.min(Math.abs(top - above), Math.abs(top - middle(caret)) + 1);
			const cost = Math.abs(left - caret.left) + 4 * away;
			if (!best || cost < best.cost) best = { left, top, cost };
		}
	}
	return best && { left: best.left, top: best.top };
}
