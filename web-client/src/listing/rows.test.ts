import { expect, test } from 'vitest';
import { cards, rows } from './rows';

const item = (id: string, kind: string, withdrawn = false) => ({
	id,
	kind,
	...(withdrawn ? { withdrawn } : {}),
});
const list = [
	item('a', 'need'),
	item('b', 'need', true),
	item('c', 'actor', true),
	item('d', 'actor'),
	item('e', 'need', true),
];

test('withdrawn items that stand together are one row at their place', () => {
	const shape = (shows: (one: { kind: string }) => boolean) =>
		rows(list, shows).map((row) =>
			'item' in row ? row.id : row.withdrawn.map(({ id }) => id).join('+'),
		);
	expect(shape(() => true)).toEqual(['a', 'b+c', 'd', 'e']);
	expect(shape(({ kind }) => kind === 'need')).toEqual(['a', 'b+e']);
	expect(cards(rows(list, () => true))).toEqual(['a', 'd']);
});
