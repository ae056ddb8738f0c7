import { expect, test } from 'vitest';
import type { Commit, TableEvent } from '../../wire/messages';
import { after, itemsOf } from '../fold';
import { predicted } from '../predict';
import { EMPTY_TABLE } from './empty';

const commit = (events: TableEvent[], at = 1_000): Commit => ({
	seq: 9,
	at,
	by: 'ana',
	id: 'ana-tab-1-9',
	events,
});
const open = after(
	EMPTY_TABLE,
	commit([
		{ type: 'ChallengeAdded', challenge: 'c1', title: 'Bus', text: 'c1' },
		{ type: 'RatingOpened', rating: 'r1', hidden: true },
	]),
);

test('of a hidden rating only who rated what is known, until its closing tells the rest', () => {
	const given = after(
		open,
		commit([{ type: 'RatingGiven', challenge: 'c1', participant: 'ana', commitment: 'abc' }]),
	);
	expect(given.rating).toEqual({
		id: 'r1',
		hidden: true,
		open: true,
		given: { c1: { ana: 'abc' } },
	});
	expect(given.challenges[0]?.ratings).toBeUndefined();

	const values = [
		{ challenge: 'c1', participant: 'ana', value: 8, salt: '00' },
		{ challenge: 'c1', participant: 'ben', salt: '11' },
	];
	const closed = after(given, commit([{ type: 'RatingClosed', rating: 'r1', values }], 2_000));
	expect(closed.rating).toEqual({ id: 'r1', hidden: true });
	expect(closed.challenges[0]?.ratings).toEqual([
		{ by: 'ana', value: 8, at: 2_000 },
		{ by: 'ben', at: 2_000 },
	]);
});

test('one’s own hidden rating is foreseen as given, its value nowhere', () => {
	const foreseen = predicted(
		open,
		{ type: 'RateChallenge', rating: 'r1', challenge: 'c1', value: 8 },
		{ id: 'ana', at: 3_000 },
	);
	expect(foreseen.rating?.given).toEqual({ c1: { ana: '' } });
	expect(foreseen.challenges).toEqual(open.challenges);
});

test('that somebody rated unseen is no news of the challenge, and no change by the server', () => {
	const mark = { type: 'RatingGiven' as const, participant: 'ana', commitment: 'abc' };
	expect(itemsOf({ ...mark, challenge: 'c1' })).toEqual([]);
	expect(itemsOf({ type: 'ChallengeRated', challenge: 'c1', value: 8 })).toEqual(['c1']);
});
