import { expect, test } from 'vitest';
import { seats } from './invitations';
import type { Invitation } from './server';

const invitation = (id: string, more: Partial<Invitation>): Invitation => ({
	id,
	role: 'participant',
	secret: id,
	url: `http://localhost/i#${id}`,
	...more,
});

test('each college, the facilitation and the observers have a seat, in this order, even without a link', () => {
	const found = seats({
		colleges: [
			{ id: 'admin', name: 'Administration' },
			{ id: 'users', name: 'Usagers' },
		],
		invitations: [
			invitation('a', { role: 'facilitator' }),
			invitation('b', { college: 'users' }),
			invitation('c', { role: 'scribe' }),
		],
	});
	expect(found.map(({ key, open }) => [key, open.map(({ id }) => id)])).toEqual([
		['participant-admin', []],
		['participant-users', ['b']],
		['facilitator', ['a']],
		['observer', []],
		['scribe', ['c']],
	]);
});

test('a revoked link is not offered, a newer one stands first', () => {
	const found = seats({
		colleges: [],
		invitations: [
			invitation('old', { role: 'observer', revoked: true }),
			invitation('b', { role: 'observer' }),
			invitation('c', { role: 'observer' }),
		],
	});
	expect(found.find(({ key }) => key === 'observer')?.open.map(({ id }) => id)).toEqual(['c', 'b']);
});
