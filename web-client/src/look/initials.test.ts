import { expect, test } from 'vitest';
import { initials, letters } from './initials';

test('initials are those of the first and the last word', () => {
	expect(initials('Marie-Laure')).toBe('ML');
	expect(initials('Ana')).toBe('A');
	expect(initials('élodie du Pont neuf')).toBe('ÉN');
	expect(initials('  ')).toBe('–');
	expect(initials(null)).toBe('–');
	expect(initials('👩‍👩‍👧 Léa')).toBe('L');
});

test('two colleges that begin alike get two letters', () => {
	const found = letters([
		{ id: 'a', name: 'Administration' },
		{ id: 'h', name: 'Habitants' },
		{ id: 'k', name: 'Hôpital' },
		{ id: 's', name: 'Hébergeurs du secteur' },
	]);
	expect(Object.fromEntries(found)).toEqual({ a: 'A', h: 'Ha', k: 'Hô', s: 'HS' });
});
