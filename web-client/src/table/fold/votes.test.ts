import { describe, expect, test } from 'vitest';
import type { TableState, VoteEvent } from '../../wire/messages';
import { predicted } from '../predict';
import { EMPTY_TABLE } from './empty';
import { afterVote } from './votes';

const OPENED: VoteEvent = {
	type: 'VoteOpened',
	vote: 'v1',
	question: 'Un banc ?',
	method: 'yesno',
	options: [],
	secret: true,
};
const VOTE = {
	id: 'v1',
	question: 'Un banc ?',
	method: 'yesno',
	options: [],
	secret: true,
	by: 'lea',
	at: 1_000,
	state: 'open',
	voted: [],
};
const RESULTS = { total: { ballots: 5, choices: { yes: 4, no: 1, abstain: 0 } }, colleges: [] };

function folded(...events: VoteEvent[]): TableState {
	const commit = { by: 'lea', at: 1_000 };
	return events.reduce((state, event) => afterVote(state, event, commit), EMPTY_TABLE);
}

describe('votes', () => {
	test('VO1 a vote is opened by whoever opened it, at its time', () => {
		expect(folded(OPENED).votes).toEqual([VOTE]);
	});

	test('VO2 the state tells who has voted and nothing else', () => {
		expect(folded(OPENED, { type: 'BallotCast', vote: 'v1', participant: 'ana' }).votes).toEqual([
			{ ...VOTE, voted: ['ana'] },
		]);
	});

	test('VO4 VO6 a vote is closed, then published with counts alone', () => {
		const closed: VoteEvent = { type: 'VoteClosed', vote: 'v1' };
		expect(folded(OPENED, closed).votes).toEqual([{ ...VOTE, state: 'closed' }]);
		expect(
			folded(OPENED, closed, { type: 'VotePublished', vote: 'v1', results: RESULTS }).votes,
		).toEqual([{ ...VOTE, state: 'published', results: RESULTS }]);
	});

	test('VO5 a vote is dropped', () => {
		expect(folded(OPENED, { type: 'VoteDropped', vote: 'v1' }).votes).toEqual([
			{ ...VOTE, state: 'dropped' },
		]);
	});

	test('a ballot of one’s own shows as given before it is confirmed, and no ballot is kept', () => {
		const key = 'key-of-the-device-of-ana';
		const state = predicted(
			folded(OPENED),
			{ type: 'CastBallot', vote: 'v1', key, ballot: { choice: 'yes' } },
			{ id: 'ana', at: 2_000 },
		);
		expect(state.votes).toEqual([{ ...VOTE, voted: ['ana'] }]);
		expect(JSON.stringify(state)).not.toContain('yes"');
	});
});
