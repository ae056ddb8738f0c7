import { expect, test } from 'vitest';
import type { Means } from '../wire/messages';
import { meansOf, range, rowOf } from './means';

const row = { kind: 'money', certainty: 'estimated', from: '', to: '', note: '' } as const;

test('euros are written as people write them, and stored in cents', () => {
	expect(meansOf({ ...row, from: '1 200,50 €', to: '1800', note: ' Pose ' })).toEqual({
		kind: 'money',
		certainty: 'estimated',
		from: 120_050,
		to: 180_000,
		note: 'Pose',
	});
	expect(meansOf({ ...row, kind: 'hours', from: '12' })).toEqual({
		kind: 'hours',
		certainty: 'estimated',
		from: 12,
	});
});

test('what is no amount, and a least above the most, is told', () => {
	expect(meansOf({ ...row, from: 'beaucoup' })).toBe('number');
	expect(meansOf({ ...row, kind: 'people', to: '1,5' })).toBe('number');
	expect(meansOf({ ...row, from: '3', to: '2' })).toBe('order');
});

test('a withheld figure is not told', () => {
	expect(meansOf({ ...row, certainty: 'withheld', from: '3' })).toEqual({
		kind: 'money',
		certainty: 'withheld',
	});
});

test('a row goes through the form unchanged', () => {
	const means: Means = { kind: 'money', certainty: 'known', from: 120_050, to: 180_000 };
	expect(meansOf(rowOf(means))).toEqual(means);
});

test('a range has both ends, one, or is exact', () => {
	const money = { kind: 'money', certainty: 'known' } as const;
	expect(range({ ...money, from: 120_000, to: 180_050 }, 'en')).toEqual({
		from: '€1,200',
		to: '€1,800.50',
	});
	expect(range({ kind: 'hours', certainty: 'known', from: 3, to: 3 }, 'fr')).toEqual({
		exactly: '3',
	});
	expect(range({ kind: 'people', certainty: 'known', to: 2 }, 'fr')).toEqual({ to: '2' });
	expect(range(money, 'fr')).toBeUndefined();
});
