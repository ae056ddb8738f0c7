import { markOf, unseated, type Mark } from '../look/colours';
import { letters } from '../look/initials';
import type { Challenge, Rated, TableState } from '../wire/messages';

/** Where a rating lies: 1–4, 5–7, 8–10, or nowhere for who does not know. */
export type Band = 'low' | 'middle' | 'high' | 'unknown';
export const bands: readonly Band[] = ['low', 'middle', 'high', 'unknown'];

/** What may be answered, in its order; undefined: does not know. */
export const answers: readonly (number | undefined)[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, undefined];

export function bandOf(value: number | undefined): Band {
	if (value === undefined) return 'unknown';
	return value <= 4 ? 'low' : value <= 7 ? 'middle' : 'high';
}

/** Ratings of one challenge by some people, in figures. */
export interface Tally {
	/** How many answered, those who do not know among them. */
	count: number;
	bands: Record<Band, number>;
	/** Of those who know; absent where nobody does. */
	known?: { mean: number; least: number; most: number; spread: number };
}

export function tally(ratings: readonly Rated[]): Tally {
	const found = { low: 0, middle: 0, high: 0, unknown: 0 };
	ratings.forEach(({ value }) => found[bandOf(value)]++);
	const values = ratings.flatMap(({ value }) => (value === undefined ? [] : [value]));
	const counted = { count: ratings.length, bands: found };
	if (values.length === 0) return counted;
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
	const known = {
		mean,
		least: Math.min(...values),
		most: Math.max(...values),
		spread: Math.sqrt(square),
	};
	return { ...counted, known };
}

/** How many gave each answer, in the order of `answers`. */
export const distribution = (ratings: readonly Rated[]): number[] =>
	answers.map((answer) => ratings.filter(({ value }) => value === answer).length);

/** The ratings of one college, or of those who sit without one (null as name). */
export interface CollegeTally {
	key: string;
	name: string | null;
	letter: string;
	mark: Mark;
	tally: Tally;
}

type Seats = Pick<TableState, 'colleges' | 'participants'>;

/** In the order of the colleges, all of them; those without one last, where one of them answered. */
export function byCollege(
	{ colleges, participants }: Seats,
	ratings: readonly Rated[],
): CollegeTally[] {
	const marks = letters(colleges);
	const of = new Map(participants.map(({ id, college }) => [id, college]));
	const seated = colleges.map(({ id, name }, place) => ({
		key: id,
		name,
		letter: marks.get(id) ?? '',
		mark: markOf(place),
		tally: tally(ratings.filter(({ by }) => of.get(by) === id)),
	}));
	const others = ratings.filter(({ by }) => of.get(by) === undefined);
	return others.length === 0
		? seated
		: [...seated, { key: '', name: null, letter: '–', mark: unseated, tally: tally(others) }];
}

/** What the reader puts first: the highest mean, the widest spread, or the mean of one college. */
export type Order = 'rating' | 'spread' | { college: string };

/** The challenges in the reader's order; those without a figure last, equals as the table has them. */
export function ordered(seats: Seats, challenges: readonly Challenge[], order: Order): Challenge[] {
	const figures = new Map(
		challenges.map((one) => [one.id, figure(seats, one.ratings ?? [], order)]),
	);
	return [...challenges].sort(
		(one, other) => (figures.get(other.id) ?? -1) - (figures.get(one.id) ?? -1),
	);
}

function figure(seats: Seats, ratings: readonly Rated[], order: Order): number | undefined {
	if (order === 'rating') return tally(ratings).known?.mean;
	if (order === 'spread') return tally(ratings).known?.spread;
	const own = byCollege(seats, ratings).find(({ key }) => key === order.college);
	return own?.tally.known?.mean;
}
