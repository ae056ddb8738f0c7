import { expect, test } from 'vitest';
import type { Challenge } from '../wire/messages';
import { gathering, homeOf } from './gathering';

const challenge = (id: string, findings: string[], withdrawn?: true): Challenge => ({
	id,
	title: id,
	text: id,
	by: 'ana',
	at: 0,
	findings,
	...(withdrawn ? { withdrawn } : {}),
});
const challenges = [
	challenge('gone', ['d'], true),
	challenge('travel', ['a', 'b']),
	challenge('company', ['c']),
];

test('a finding stands under the challenge that holds it, a withdrawn one holds nothing', () => {
	expect(homeOf(challenges, 'b')?.id).toBe('travel');
	expect(homeOf(challenges, 'd')).toBeUndefined();
	expect(homeOf(challenges, 'x')).toBeUndefined();
});

test('what is gathered can be put back where each stood', () => {
	expect(gathering(challenges, ['a', 'c', 'x'], 'company')).toEqual({
		commands: [{ type: 'GatherFindings', challenge: 'company', findings: ['a', 'c', 'x'] }],
		undo: [
			{ type: 'GatherFindings', challenge: 'travel', findings: ['a'] },
			{ type: 'GatherFindings', challenge: 'company', findings: ['c'] },
			{ type: 'ReleaseFindings', findings: ['x'] },
		],
	});
	expect(gathering(challenges, ['a'], undefined).commands).toEqual([
		{ type: 'ReleaseFindings', findings: ['a'] },
	]);
});
