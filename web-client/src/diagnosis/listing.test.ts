import { expect, test } from 'vitest';
import type { Finding, FindingKind } from '../wire/messages';
import { cards, counts, rows } from './listing';
import { mayShape, mayWrite } from '../people/rights';

const finding = (id: string, kind: FindingKind, withdrawn = false): Finding => ({
	id,
	kind,
	title: id,
	text: id,
	by: 'ana',
	at: 0,
	...(withdrawn ? { withdrawn } : {}),
});

const list = [
	finding('a', 'need'),
	finding('b', 'need', true),
	finding('c', 'actor', true),
	finding('d', 'actor'),
	finding('e', 'need', true),
];

test('withdrawn findings are not counted', () => {
	expect(counts(list)).toEqual({
		all: 2,
		need: 1,
		resource: 0,
		strength: 0,
		weakness: 0,
		actor: 1,
		question: 0,
	});
});

test('withdrawn findings that stand together are one row at their place', () => {
	const shape = (filter: 'all' | 'need') =>
		rows(list, filter).map((row) =>
			'finding' in row ? row.id : row.withdrawn.map(({ id }) => id).join('+'),
		);
	expect(shape('all')).toEqual(['a', 'b+c', 'd', 'e']);
	expect(shape('need')).toEqual(['a', 'b+e']);
	expect(cards(rows(list, 'all'))).toEqual(['a', 'd']);
});

test('participants write everywhere and shape their own, observers and guarantors do neither', () => {
	const own = finding('a', 'need');
	expect(mayWrite({ id: 'ana', role: 'participant' })).toBe(true);
	expect(mayShape({ id: 'ana', role: 'participant' }, own)).toBe(true);
	expect(mayShape({ id: 'samir', role: 'participant' }, own)).toBe(false);
	expect(mayShape({ id: 'samir', role: 'scribe' }, own)).toBe(true);
	expect(mayShape({ id: 'ana', role: 'observer' }, own)).toBe(false);
	expect(mayWrite({ id: 'ana', role: 'guarantor' })).toBe(false);
	expect(mayWrite(undefined)).toBe(false);
});
