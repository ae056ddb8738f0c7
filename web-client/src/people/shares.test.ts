import { expect, test } from 'vitest';
import type { Participant } from '../wire/messages';
import { shares } from './shares';

const seat = (id: string, college?: string, role: Participant['role'] = 'participant') => ({
	id,
	role,
	presence: 'room' as const,
	...(college ? { college } : {}),
});
const colleges = [
	{ id: 'u', name: 'Usagers' },
	{ id: 'h', name: 'Habitants' },
	{ id: 'e', name: 'Entreprises' },
];
const participants = [
	seat('ana', 'u'),
	seat('ben', 'u'),
	seat('cleo', 'h'),
	seat('lea', undefined, 'facilitator'),
	seat('gil', 'h', 'guarantor'),
];
const told = (among: string[]) =>
	shares({ colleges, participants }, among).map(
		({ letter, count, of }) => `${letter} ${count}/${of}`,
	);

test('each college is told with how many of its own did it, and a college of nobody is not told', () => {
	expect(told([])).toEqual(['U 0/2', 'H 0/1']);
	expect(told(['ben', 'cleo'])).toEqual(['U 1/2', 'H 1/1']);
});

test('those without a college are told last, and only where one of them did it', () => {
	expect(told(['lea'])).toEqual(['U 0/2', 'H 0/1', '– 1/1']);
});
