import { beforeAll, expect, test } from 'vitest';
import { overwriteGetLocale } from '../i18n/generated/runtime.js';
import { EMPTY_TABLE } from '../table/fold/empty';
import type { Finding, Round } from '../wire/messages';
import { clockWords, findingMade, findingOf, hasEnded, secondsLeft, titleOf } from './rounds';

beforeAll(() => overwriteGetLocale(() => 'fr'));

const ROUND: Round = {
	id: 'r',
	kind: 'doubts',
	question: 'Quoi ?',
	by: 'lea',
	at: 0,
	endsAt: 300_000,
	state: 'open',
	handed: ['ana', 'lea'],
};

test('the clock counts down by the server, and does not go below nothing', () => {
	expect(secondsLeft(ROUND, 0)).toBe(300);
	expect(secondsLeft(ROUND, 299_001)).toBe(1);
	expect(secondsLeft(ROUND, 400_000)).toBe(0);
	expect([300, 61, 9].map(clockWords)).toEqual(['5 min', '1 min 1 s', '9 s']);
});

test('a round has ended once the server says so, not where this page foresees it', () => {
	const told = (state: Round['state']) => ({ ...EMPTY_TABLE, rounds: [{ ...ROUND, state }] });
	expect(hasEnded(told('open'), 'r')).toBe(false);
	expect(
		(['closed', 'revealed', 'dropped'] as const).map((one) => hasEnded(told(one), 'r')),
	).toEqual([true, true, true]);
	expect(hasEnded(undefined, 'r')).toBe(false);
	expect(hasEnded(EMPTY_TABLE, 'r')).toBe(false);
});

test('a line becomes a finding by ordinary commands, a long one with a title that fits', () => {
	expect(findingOf('f', ROUND, 'Le dimanche')).toEqual([
		{ type: 'AddFinding', finding: 'f', kind: 'question', title: 'Le dimanche' },
		{ type: 'SourceFinding', finding: 'f', source: 'Tour d’écriture : Quoi ?' },
	]);
	const long = 'Le dimanche, plus rien ne part. '.repeat(10);
	expect(titleOf(long).length).toBeLessThanOrEqual(200);
	expect(titleOf(long)).toMatch(/(dimanche,|plus|rien|ne|part\.|Le)…$/);
	expect(titleOf('x'.repeat(300))).toBe(`${'x'.repeat(199)}…`);
});

test('a line that stands as a finding is known again, and not one that was withdrawn', () => {
	const finding: Finding = {
		id: 'f',
		kind: 'need',
		title: 'Le dimanche',
		text: 'f',
		by: 'ana',
		at: 0,
	};
	const with_ = (findings: Finding[]) => ({ ...EMPTY_TABLE, findings });
	expect(findingMade(with_([finding]), 'Le dimanche')).toBe('f');
	expect(findingMade(with_([{ ...finding, withdrawn: true }]), 'Le dimanche')).toBeUndefined();
	expect(findingMade(with_([]), 'Le dimanche')).toBeUndefined();
});
