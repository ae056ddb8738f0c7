import { beforeAll, describe, expect, test } from 'vitest';
import { overwriteGetLocale } from '../i18n/generated/runtime.js';
import type { Vote, VoteMethod } from '../wire/messages';
import { ballotOf, ballotWords, dotsLeft, emptyDraft, type Draft } from './ballot';

beforeAll(() => overwriteGetLocale(() => 'fr'));

function vote(method: VoteMethod): Vote {
	const options = [
		{ id: 'a', title: 'Un banc' },
		{ id: 'b', title: 'Une navette' },
	];
	const asked = { question: '?', method, options, dots: 3 };
	return { id: 'v', ...asked, by: 'lea', at: 0, state: 'open', voted: [] };
}
const draft = (some: Partial<Draft>): Draft => ({ ...emptyDraft(), ...some });

describe('a ballot', () => {
	test.each(['consent', 'yesno', 'judgment', 'dots', 'ranking', 'scale'] as const)(
		'of %s says nothing at first, and is not handed in',
		(method) => expect(ballotOf(vote(method), emptyDraft())).toBeUndefined(),
	);

	test('VO3 says what its method asks', () => {
		expect(ballotOf(vote('yesno'), draft({ choice: 'no' }))).toEqual({ choice: 'no' });
		expect(ballotOf(vote('judgment'), draft({ grades: { a: 6 } }))).toBeUndefined();
		expect(ballotOf(vote('judgment'), draft({ grades: { a: 6, b: 0 } }))).toEqual({
			grades: { a: 6, b: 0 },
		});
		expect(ballotOf(vote('dots'), draft({ dots: { a: 2, b: 0 } }))).toEqual({ dots: { a: 2 } });
		expect(ballotOf(vote('ranking'), draft({ order: ['b'] }))).toEqual({ order: ['b'] });
		expect(ballotOf(vote('scale'), draft({ value: 7 }))).toEqual({ value: 7 });
		expect(ballotOf(vote('scale'), draft({ value: null }))).toEqual({});
	});

	test('counts the dots that are left', () => {
		expect(dotsLeft(vote('dots'), draft({ dots: { a: 1, b: 1 } }))).toBe(1);
	});

	test('is told in words', () => {
		expect(ballotWords(vote('judgment'), { grades: { a: 6, b: 0 } })).toBe(
			'Un banc : Excellent · Une navette : À rejeter',
		);
		expect(ballotWords(vote('ranking'), { order: ['b', 'a'] })).toBe('1. Une navette · 2. Un banc');
		expect(ballotWords(vote('dots'), { dots: {} })).toBe('Bulletin blanc');
		expect(ballotWords(vote('scale'), {})).toBe('Je ne sais pas');
		expect(ballotWords(vote('scale'), { value: 3 })).toBe('3');
	});
});
