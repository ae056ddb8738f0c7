import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeAt, target } from './moving';

const all = ['a', 'b', 'c', 'd', 'e'];

test('a finding is put before the one that shall follow it', () => {
	expect(target(all, all, 'd', 0)).toEqual({ before: 'a' });
	expect(target(all, all, 'a', 2)).toEqual({ before: 'd' });
	expect(target(all, all, 'a', 4)).toEqual({});
	expect(target(all, all, 'e', 99)).toBeNull();
	expect(target(all, all, 'c', 2)).toBeNull();
});

test('under a filter the end is behind the last shown one', () => {
	expect(target(all, ['a', 'c', 'd'], 'a', 2)).toEqual({ before: 'e' });
	expect(target(all, ['a', 'c', 'e'], 'a', 2)).toEqual({});
	expect(target(all, ['b'], 'b', 1)).toBeNull();
});

test('whatever is hidden, the moved one ends at the place that was asked for', () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(fc.integer({ min: 0, max: 30 }).map(String), { minLength: 1 }),
			fc.infiniteStream(fc.boolean()),
			fc.nat(),
			fc.nat(),
			(list, coins, pick, to) => {
				const shown = list.filter(() => coins.next().value);
				const moved = shown[pick % shown.length];
				if (moved === undefined) return;
				const place = to % shown.length;
				const found = target(list, shown, moved, place);
				const rest = list.filter((id) => id !== moved);
				const at = found?.before === undefined ? rest.length : rest.indexOf(found.before);
				const next = found === null ? list : [...rest.slice(0, at), moved, ...rest.slice(at)];
				expect(next.filter((id) => shown.includes(id)).indexOf(moved)).toBe(place);
			},
		),
		{ seed: 2026 },
	);
});

test('a dragged card goes before the first one whose middle is below the pointer', () => {
	expect([placeAt([10, 30, 50], 5), placeAt([10, 30, 50], 31), placeAt([10, 30, 50], 60)]).toEqual([
		0, 2, 3,
	]);
});
