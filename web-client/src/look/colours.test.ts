import { expect, test } from 'vitest';
import { markOf, patterns, unseated } from './colours';
import { contrast } from './contrast';

test('black on white is the strongest contrast there is', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
	expect(contrast('#0b5f5a', '#0b5f5a')).toBeCloseTo(1);
	expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test('each of forty colleges is readable on white', () => {
	for (let place = 0; place < 40; place++)
		expect(contrast(markOf(place).colour, '#ffffff'), `college ${place}`).toBeGreaterThan(4.5);
	expect(contrast(unseated.colour, '#ffffff')).toBeGreaterThan(4.5);
});

test('no two of the first twelve colleges look the same', () => {
	const marks = Array.from({ length: 12 }, (_, place) => markOf(place));
	expect(new Set(marks.map(({ colour }) => colour)).size).toBe(12);
	expect(new Set(marks.slice(0, patterns).map(({ pattern }) => pattern)).size).toBe(patterns);
});

test('who has no college is grey', () => {
	expect(markOf(-1)).toEqual(unseated);
});
