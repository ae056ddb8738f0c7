import { expect, test } from 'vitest';
import { markOf, unseated } from '../look/colours';
import { seating } from './seating';

const who = seating(
	{
		colleges: [
			{ id: 'admin', name: 'Administration' },
			{ id: 'users', name: 'Usagers' },
		],
		participants: [
			{ id: 'p1', role: 'participant', college: 'users', presence: 'room' },
			{ id: 'p2', role: 'facilitator', presence: 'remote' },
		],
	},
	new Map([
		['p1', { id: 'p1', name: 'Jean-Paul', organisation: 'Club' }],
		['p2', { id: 'p2', name: null }],
	]),
);

test('a person is shown with the mark of their college', () => {
	expect(who('p1')).toEqual({
		id: 'p1',
		name: 'Jean-Paul',
		organisation: 'Club',
		initials: 'JP',
		mark: markOf(1),
		role: 'participant',
		presence: 'room',
		college: { id: 'users', name: 'Usagers', letter: 'U' },
	});
});

test('an erased name and somebody unknown have no name', () => {
	expect(who('p2')).toMatchObject({
		name: null,
		initials: '–',
		mark: unseated,
		role: 'facilitator',
	});
	expect(who('p9')).toEqual({
		id: 'p9',
		name: null,
		initials: '–',
		mark: unseated,
		role: 'observer',
	});
});
