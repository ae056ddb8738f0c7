import fc from 'fast-check';
import { expect, test } from 'vitest';
import { added, changed, given, moved, putting, restored, withdrawn, without } from './items';

interface Named {
	id: string;
	title?: string;
	withdrawn?: true;
}
const list: Named[] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const ids = (items: Named[]) => items.map(({ id }) => id).join('');

test('an item is added at the end, once', () => {
	const more = added(list, { id: 'd' });
	expect(ids(more)).toBe('abcd');
	expect(added(more, { id: 'd', title: 'again' })).toBe(more);
});

test('one item is changed, the others stay the same objects', () => {
	const next = changed(list, 'b', (one) => ({ ...one, title: 'B' }));
	expect(next).toEqual([{ id: 'a' }, { id: 'b', title: 'B' }, { id: 'c' }]);
	expect(next[0]).toBe(list[0]);
});

test('an item is moved before another, or to the end', () => {
	expect(ids(moved(list, 'c', 'a'))).toBe('cab');
	expect(ids(moved(list, 'a'))).toBe('bca');
	expect(ids(moved(list, 'a', 'gone'))).toBe('bca');
	expect(moved(list, 'b', 'b')).toBe(list);
});

test('a withdrawn item keeps its place, and comes back as it was', () => {
	const gone = withdrawn(list, 'b');
	expect(gone).toEqual([{ id: 'a' }, { id: 'b', withdrawn: true }, { id: 'c' }]);
	expect(restored(gone, 'b')).toStrictEqual(list);
});

test('what is not there changes nothing: the very same list', () => {
	expect(changed(list, 'x', (one) => ({ ...one, title: 'X' }))).toBe(list);
	expect(moved(list, 'x', 'a')).toBe(list);
	expect(withdrawn(list, 'x')).toBe(list);
	expect(restored(list, 'x')).toBe(list);
});

test('whatever is moved, withdrawn or restored, the list holds the same items', () => {
	const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'gone');
	const act = fc.oneof(
		fc.record({ act: fc.constant('move' as const), id, before: fc.option(id, { nil: undefined }) }),
		fc.record({ act: fc.constantFrom('withdraw' as const, 'restore' as const), id }),
	);
	fc.assert(
		fc.property(fc.array(act), (acts) => {
			let items: Named[] = [...'abcde'].map((one) => ({ id: one }));
			for (const one of acts) {
				if (one.act === 'move') items = moved(items, one.id, one.before);
				else items = (one.act === 'withdraw' ? withdrawn : restored)(items, one.id);
			}
			expect([...ids(items)].sort().join('')).toBe('abcde');
		}),
		{ seed: 2026 },
	);
});

test('an absent field is absent', () => {
	expect(given({ a: 1, b: undefined })).toStrictEqual({ a: 1 });
	expect(without({ a: 1, b: 2 } as { a: number; b?: number }, 'b')).toStrictEqual({ a: 1 });
});

test('a state is the very same where its list is', () => {
	const state = { list, title: 'x' };
	expect(putting(state, 'list', list)).toBe(state);
	expect(putting(state, 'list', [])).toEqual({ list: [], title: 'x' });
});
