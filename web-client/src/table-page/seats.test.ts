import { expect, test } from 'vitest';
import { seating } from '../people/seating';
import type { Participant } from '../wire/messages';
import { groups } from './seats';

const seat = (id: string, college?: string): Participant => ({
	id,
	role: college ? 'participant' : 'facilitator',
	presence: 'room',
	...(college ? { college } : {}),
});
const state = {
	colleges: [
		{ id: 'a', name: 'Administration' },
		{ id: 'u', name: 'Usagers' },
	],
	participants: [
		seat('claire'),
		seat('yann', 'a'),
		seat('samir', 'u'),
		seat('ana', 'u'),
		seat('léa', 'u'),
	],
};
const who = seating(state, new Map(state.participants.map(({ id }) => [id, { id, name: id }])));

test('people sit by college: oneself first, then who writes, then by name, the absent apart', () => {
	const found = groups(
		state,
		who,
		[{ participant: 'samir' }, { participant: 'léa', typing: true }, { participant: 'claire' }],
		'ana',
	);
	expect(
		found.map(({ college, present, away }) => [
			college?.id,
			present.map(({ id }) => id),
			away.map(({ id }) => id),
		]),
	).toEqual([
		['a', [], ['yann']],
		['u', ['ana', 'léa', 'samir'], []],
		[undefined, ['claire'], []],
	]);
	expect(found[1]?.present.map(({ you, writing }) => [you, writing])).toEqual([
		[true, false],
		[false, true],
		[false, false],
	]);
});

test('a group without a college is there only where somebody is in it', () => {
	const found = groups({ ...state, participants: [seat('yann', 'a')] }, who, [], undefined);
	expect(found.map(({ college }) => college?.id)).toEqual(['a', 'u']);
});
