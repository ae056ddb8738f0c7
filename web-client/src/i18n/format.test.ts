import { expect, test } from 'vitest';
import { ago, list, number } from './format';

const now = Date.UTC(2026, 2, 4, 12);
const before = (seconds: number) => ago(now - seconds * 1000, now, 'fr');

test('time is told in the largest whole unit', () => {
	expect(before(0)).toBe('maintenant');
	expect(before(59)).toBe('maintenant');
	expect(before(60)).toBe('il y a 1 minute');
	expect(before(3599)).toBe('il y a 59 minutes');
	expect(before(86_400)).toBe('hier');
	expect(before(3 * 86_400)).toBe('il y a 3 jours');
	expect(before(400 * 86_400)).toBe('l’année dernière');
});

test('a server clock that is ahead says now', () => {
	expect(before(-30)).toBe('maintenant');
});

test('numbers and lists follow the language', () => {
	expect(number(1842, 'fr').replace(/\s/u, ' ')).toBe('1 842');
	expect(number(1842, 'en')).toBe('1,842');
	expect(list(['Léa', 'Samir', 'Ana'], 'fr')).toBe('Léa, Samir et Ana');
});
