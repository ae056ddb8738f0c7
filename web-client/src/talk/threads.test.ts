import { expect, test } from 'vitest';
import type { Comment } from '../wire/messages';
import { threadsByItem } from './threads';

const comment = (id: string, more: Partial<Comment> = {}): Comment => ({
	id,
	on: 'bus',
	kind: 'remark',
	words: id,
	by: 'ana',
	at: 0,
	...more,
});
const resolved = { by: 'bea', at: 1 };

test('answers stand under the first comment of their thread, in the order they came', () => {
	const [a, b, a1, a2] = [
		comment('a'),
		comment('b', { on: 'bench' }),
		comment('a1', { to: 'a' }),
		comment('a2', { to: 'a' }),
	];
	const threads = threadsByItem([a, b, a1, a2]);
	expect(threads.get('bus')).toEqual({
		open: [{ first: a, answers: [a1, a2] }],
		resolved: [],
		withdrawn: [],
	});
	expect(threads.get('bench')?.open).toEqual([{ first: b, answers: [] }]);
	expect(threads.get('market')).toBeUndefined();
});

test('a thread that is settled is not open, and one of which nothing stands is withdrawn', () => {
	const threads = threadsByItem([
		comment('open'),
		comment('settled', { resolved }),
		comment('gone', { withdrawn: true }),
		comment('answered', { withdrawn: true }),
		comment('answer', { to: 'answered' }),
	]).get('bus');
	expect(threads?.open.map(({ first }) => first.id)).toEqual(['open', 'answered']);
	expect(threads?.resolved.map(({ first }) => first.id)).toEqual(['settled']);
	expect(threads?.withdrawn.map(({ first }) => first.id)).toEqual(['gone']);
});
