import { expect, test } from 'vitest';
import { moved, named } from './colleges';

const rows = (...names: string[]) => names.map((name, key) => ({ key, name }));

test('a college gets a readable id of its own', () => {
	expect(named(rows('Usagers', ' Élu·es ', '', 'usagers', '日本'))).toEqual([
		{ id: 'usagers', name: 'Usagers' },
		{ id: 'elu-es', name: 'Élu·es' },
		{ id: 'usagers-2', name: 'usagers' },
		{ id: 'college', name: '日本' },
	]);
});

test('a row moves by one and stops at the ends', () => {
	const names = (from: number, by: number) =>
		moved(rows('a', 'b', 'c'), from, by)
			.map(({ name }) => name)
			.join('');
	expect([names(0, 1), names(2, -1), names(0, -1), names(2, 1)]).toEqual([
		'bac',
		'acb',
		'abc',
		'abc',
	]);
});
