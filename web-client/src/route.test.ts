import { expect, test } from 'vitest';
import { routeOf } from './route';

const route = (path: string) => routeOf(new URL(path, 'http://localhost:8080'));

test('each path leads to its page', () => {
	expect(route('/')).toEqual({ page: 'home' });
	expect(route('/?new')).toEqual({ page: 'home', creating: true });
	expect(route('/?invitations=t-1')).toEqual({ page: 'home', invitations: 't-1' });
	expect(route('/i#S3cret_x')).toEqual({ page: 'join', secret: 'S3cret_x' });
	expect(route('/t/bien-vieillir')).toEqual({ page: 'table', id: 'bien-vieillir' });
	expect(route('/t/bien-vieillir/')).toEqual({ page: 'table', id: 'bien-vieillir' });
});

test('a table has an address for each section, and for each item in it', () => {
	const at = { page: 'table', id: 't-1' };
	for (const section of ['frame', 'diagnosis', 'debate', 'proposals'])
		expect(route(`/t/t-1/${section}`)).toEqual({ ...at, section });
	expect(route('/t/t-1/proposals#p-1')).toEqual({ ...at, section: 'proposals', item: 'p-1' });
	expect(route('/t/t-1#f-1')).toEqual({ ...at, item: 'f-1' });
	expect(route('/t/t-1/proposals#%3Cb')).toEqual({ ...at, section: 'proposals' });
});

test('what is no page is told as such', () => {
	for (const path of [
		'/t',
		'/t/',
		'/t/a/b',
		'/t/a/frame/',
		'/t/a/frame/x',
		'/t/a//frame',
		'/t/a/follow-up',
		'/t/a%2Fb',
		'/x',
		'/i/x',
	])
		expect(route(path), path).toEqual({ page: 'lost' });
});
