import { afterEach, expect, test } from 'vitest';
import { m } from './generated/messages.js';
import { overwriteGetLocale, type Locale } from './generated/runtime.js';

let locale: Locale = 'fr';
overwriteGetLocale(() => locale);
afterEach(() => {
	locale = 'fr';
});

test('a message is said in the language of now', () => {
	expect(m.close()).toBe('Fermer');
	locale = 'en';
	expect(m.close()).toBe('Close');
});

test('a message says what it is given', () => {
	expect(m.moved_to({ title: 'Banc', place: 2, of: 3 })).toBe('Banc\u00a0: 2 sur 3');
	locale = 'en';
	expect(m.moved_to({ title: 'Bench', place: 2, of: 3 })).toBe('Bench: 2 of 3');
});

test('one and many are told as each language counts', () => {
	const here = (count: number) => m.here_reading({ count });
	expect([0, 1, 2, 1_000_000].map(here)).toEqual([
		'1 personne est dans ce texte',
		'1 personne est dans ce texte',
		'2 personnes sont dans ce texte',
		'1000000 personnes sont dans ce texte',
	]);
	locale = 'en';
	expect([0, 1, 2].map(here)).toEqual([
		'0 people are in this text',
		'1 person is in this text',
		'2 people are in this text',
	]);
});
