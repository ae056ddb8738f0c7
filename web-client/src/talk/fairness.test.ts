import { expect, test } from 'vitest';
import { shares, standingOut } from './fairness';

const seats: Record<string, string> = { ana: 'users', bea: 'users', cleo: 'town' };
const by = (participant: string, acts: number, units: number) => ({ participant, acts, units });
const rows = (...all: ReturnType<typeof by>[]) => shares(all, ['town', 'users'], (id) => seats[id]);

test('FA1 what members brought is added up by group, those without one last', () => {
	expect(rows(by('odile', 2, 100), by('ana', 1, 200), by('bea', 3, 100))).toEqual([
		{ group: 'town', acts: 0, units: 0, share: 0 },
		{ group: 'users', acts: 4, units: 300, share: 75 },
		{ acts: 2, units: 100, share: 25 },
	]);
	expect(rows()).toEqual([
		{ group: 'town', acts: 0, units: 0, share: 0 },
		{ group: 'users', acts: 0, units: 0, share: 0 },
	]);
});

test('FA1 the group that is heard least stands out, once enough was written', () => {
	expect(standingOut(rows(by('ana', 1, 100)))).toEqual({ kind: 'early' });
	expect(standingOut(rows(by('ana', 1, 500)))).toEqual({ kind: 'nothing', group: 'town' });
	expect(standingOut(rows(by('ana', 1, 500), by('cleo', 1, 50)))).toEqual({
		kind: 'little',
		group: 'town',
	});
	expect(standingOut(rows(by('ana', 1, 500), by('cleo', 1, 400)))).toEqual({ kind: 'even' });
});

test('FA1 what those without a group write says nothing of the groups', () => {
	expect(standingOut(rows(by('odile', 9, 9000), by('ana', 1, 500), by('cleo', 1, 400)))).toEqual({
		kind: 'even',
	});
});
