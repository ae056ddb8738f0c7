import fc from 'fast-check';
import { expect, test } from 'vitest';
import './random-text';
import { placeFlag, type Box } from './flag';

const card: Box = { left: 0, top: 0, right: 300, bottom: 200 };
const size = { width: 60, height: 18 };
const caretAt = (left: number, top: number): Box => ({ left, right: left, top, bottom: top + 20 });
const row = (top: number, left: number, right: number): Box => ({
	left,
	top,
	right,
	bottom: top + 20,
});

test('a flag flies above its caret where nothing is written there', () => {
	expect(placeFlag(caretAt(50, 40), size, card, [row(40, 10, 200)])).toEqual({
		left: 50,
		top: 22,
	});
});

test('near the right edge it reaches back to the left', () => {
	expect(placeFlag(caretAt(280, 40), size, card, [row(40, 10, 280)])).toEqual({
		left: 240,
		top: 22,
	});
});

test('under a line of words it moves to where its own line ends', () => {
	const words = [row(20, 10, 200), row(44, 10, 120), row(68, 10, 290)];
	expect(placeFlag(caretAt(110, 44), size, card, words)).toEqual({ left: 122, top: 45 });
});

test('where every place is taken no flag is shown', () => {
	expect(placeFlag(caretAt(50, 40), size, card, [card])).toBe(null);
});

test('wherever it is put, a flag is inside the card and over no words', () => {
	const boxes = fc.record({
		left: fc.integer({ min: 0, max: 250 }),
		top: fc.integer({ min: 0, max: 180 }),
		width: fc.integer({ min: 1, max: 250 }),
		height: fc.integer({ min: 10, max: 24 }),
	});
	fc.assert(
		fc.property(fc.array(boxes, { maxLength: 12 }), boxes, (words, caret) => {
			const rows = words.map((box) => ({
				left: box.left,
				top: box.top,
				right: box.left + box.width,
				bottom: box.top + box.height,
			}));
			const spot = placeFlag(caretAt(caret.left, caret.top), size, card, rows);
			if (!spot) return;
			const right = spot.left + size.width;
			const bottom = spot.top + size.height;
			expect(spot.left).toBeGreaterThanOrEqual(card.left);
			expect(spot.top).toBeGreaterThanOrEqual(card.top);
			expect(right).toBeLessThanOrEqual(card.right);
			expect(bottom).toBeLessThanOrEqual(card.bottom);
			for (const word of rows) {
				const apart =
					word.right <= spot.left ||
					word.left >= right ||
					word.bottom <= spot.top ||
					word.top >= bottom;
				expect(apart).toBe(true);
			}
		}),
		{ numRuns: 1000 },
	);
});
