import { beforeAll, describe, expect, test } from 'vitest';
import { overwriteGetLocale } from '../i18n/generated/runtime.js';
import { markOf } from '../look/colours';
import type { TableState, Tally, Vote, VoteMethod } from '../wire/messages';
import { groups, outcome, untold } from './results';

beforeAll(() => overwriteGetLocale(() => 'fr'));

const colleges = [
	{ id: 'u', name: 'Usagers' },
	{ id: 'h', name: 'Habitants' },
];
const participants: TableState['participants'] = ['ana', 'bao'].map((id, at) => ({
	id,
	role: 'participant',
	college: at === 0 ? 'u' : 'h',
	presence: 'room',
}));
const state = { colleges, participants };

function vote(method: VoteMethod, total: Tally, ...told: (Tally & { college: string })[]): Vote {
	const options = [
		{ id: 'a', title: 'Un banc' },
		{ id: 'b', title: 'Une navette' },
	];
	return {
		id: 'v',
		question: '?',
		method,
		options,
		dots: 3,
		by: 'lea',
		at: 0,
		state: 'published',
		voted: ['ana', 'bao'],
		results: { total, colleges: told },
	};
}

describe('results', () => {
	test('VO10 show each choice, all together and by college', () => {
		const choices = { yes: 3, no: 2, abstain: 0 };
		const one = vote('yesno', { ballots: 5, choices }, { college: 'u', ballots: 5, choices });
		const parts = [
			{ words: 'Oui', count: 3 },
			{ words: 'Non', count: 2 },
			{ words: 'Abstention', count: 0 },
		];
		expect(groups(state, one)).toEqual([
			{
				rows: [
					{ key: '', name: 'Toute la table', parts },
					{ key: 'u', name: 'Usagers', badge: { letter: 'U', mark: markOf(0) }, parts },
				],
			},
		]);
		expect(outcome(state, one)).toBe('Oui : 3. Non : 2. Abstentions : 0.');
	});

	test('VO10 say whether there is consent', () => {
		const said = (object: number) =>
			outcome(state, vote('consent', { ballots: 2, choices: { consent: 1, reserve: 1, object } }));
		expect(said(0)).toBe('Personne n’objecte : il y a consentement. Réserves : 1.');
		expect(said(2)).toBe('Pas de consentement. Objections : 2.');
	});

	test('VO11 stand in the order of their ranks, with the median grade in words', () => {
		const options = [
			{ option: 'a', counts: [1, 0, 0, 0, 0, 0, 0], score: 0, rank: 2 },
			{ option: 'b', counts: [0, 0, 0, 0, 0, 0, 1], score: 6, rank: 1 },
		];
		const one = vote('judgment', { ballots: 1, options });
		const told = groups(state, one);
		expect(told.map(({ option }) => option?.title)).toEqual(['Une navette', 'Un banc']);
		expect(told[0]?.rows[0]?.figure).toBe('Mention médiane : Excellent');
		expect(told[0]?.rows[0]?.parts[0]).toEqual({ words: 'Excellent', count: 1 });
		expect(outcome(state, one)).toBe('En tête : Une navette');
	});

	test('VO12 VO13 fill each bar to what there was to give', () => {
		const dots = [{ option: 'a', counts: [1], score: 2, rank: 1 }];
		const laid = groups(state, vote('dots', { ballots: 2, options: dots }))[0]?.rows[0]?.parts;
		expect(laid?.map(({ count }) => count)).toEqual([2, 4]);
		const placed = [{ option: 'a', counts: [1, 0], score: 1, rank: 1 }];
		const rows = groups(state, vote('ranking', { ballots: 2, options: placed }))[0]?.rows;
		expect(rows?.[0]?.parts.map(({ count }) => count)).toEqual([1, 0, 1]);
	});

	test('VO14 tell the median between the two in the middle', () => {
		const values = [0, 1, 0, 0, 1, 0, 0, 0, 0, 0];
		const one = vote('scale', { ballots: 3, values, unknown: 1, middle: [2, 5] });
		expect(outcome(state, one)).toBe('Médiane : 3,5');
	});

	test('VO7 name the colleges that voted and are not told apart', () => {
		const choices = { yes: 1 };
		const one = vote('yesno', { ballots: 2, choices }, { college: 'u', ballots: 1, choices });
		expect(untold(state, one).map(({ name }) => name)).toEqual(['Habitants']);
	});

	test('VO15 options that nothing tells apart are first together', () => {
		const options = ['a', 'b'].map((option) => ({ option, counts: [1], score: 1, rank: 1 }));
		expect(outcome(state, vote('dots', { ballots: 2, options }))).toBe(
			'À égalité en tête : Un banc · Une navette',
		);
	});
});
