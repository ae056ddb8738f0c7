import { expect, test } from 'vitest';
import type { Challenge, Participant, Rated } from '../wire/messages';
import { byCollege, distribution, ordered, tally } from './ratings';

const rated = (by: string, value?: number): Rated => ({
	by,
	at: 0,
	...(value === undefined ? {} : { value }),
});
const seat = (id: string, college?: string): Participant => ({
	id,
	role: 'participant',
	presence: 'room',
	...(college ? { college } : {}),
});
const seats = {
	colleges: [
		{ id: 'u', name: 'Usagers' },
		{ id: 'h', name: 'Habitants' },
	],
	participants: [seat('ana', 'u'), seat('ben', 'u'), seat('cleo', 'h'), seat('lea')],
};

test('ratings fall into bands, and who does not know is counted apart', () => {
	const all = [4, 5, 7, 8].map((value, at) => rated(`p${at}`, value));
	expect(tally([...all, rated('lea')])).toEqual({
		count: 5,
		bands: { low: 1, middle: 2, high: 1, unknown: 1 },
		known: { mean: 6, least: 4, most: 8, spread: Math.sqrt(2.5) },
	});
	expect(tally([rated('lea')])).toEqual({
		count: 1,
		bands: { low: 0, middle: 0, high: 0, unknown: 1 },
	});
	expect(distribution([...all, rated('lea'), rated('ben', 8)])).toEqual([
		0, 0, 0, 1, 1, 0, 1, 2, 0, 0, 1,
	]);
});

test('each college has its own figures, those without one come last where they answered', () => {
	const told = (ratings: Rated[]) =>
		byCollege(seats, ratings).map(({ letter, tally: { count, known } }) => [
			letter,
			count,
			known?.mean,
		]);
	expect(told([rated('ana', 2), rated('ben', 4)])).toEqual([
		['U', 2, 3],
		['H', 0, undefined],
	]);
	expect(told([rated('lea', 9)]).at(-1)).toEqual(['–', 1, 9]);
});

test('the reader puts the highest, the most disputed or those of one college first', () => {
	const challenge = (id: string, ...ratings: Rated[]): Challenge => ({
		id,
		title: id,
		text: id,
		by: 'ana',
		at: 0,
		...(ratings.length > 0 ? { ratings } : {}),
	});
	const all = [
		challenge('none'),
		challenge('calm', rated('ana', 6), rated('cleo', 7)),
		challenge('torn', rated('ana', 2), rated('cleo', 10)),
		challenge('high', rated('ana', 9), rated('cleo', 9)),
	];
	const ids = (order: Parameters<typeof ordered>[2]) =>
		ordered(seats, all, order).map(({ id }) => id);
	expect(ids('rating')).toEqual(['high', 'calm', 'torn', 'none']);
	expect(ids('spread')).toEqual(['torn', 'calm', 'high', 'none']);
	expect(ids({ college: 'h' })).toEqual(['torn', 'high', 'calm', 'none']);
});
