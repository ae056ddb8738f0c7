import { expect, test } from 'vitest';
import { EMPTY_TABLE } from '../table/fold/empty';
import type { TableState, Term } from '../wire/messages';
import { changesBetween } from './changes';

const term = (id: string, rest: Partial<Term> = {}): Term => ({
	id,
	section: 'rules',
	title: id,
	text: id,
	status: 'open',
	by: 'ana',
	at: 0,
	...rest,
});
const frame = (terms: Term[], rest: Partial<TableState> = {}): TableState => ({
	...EMPTY_TABLE,
	terms,
	...rest,
});

test('a frame that says the same has changed in nothing', () => {
	const one = frame([term('a')], {
		texts: { a: { ops: [{ insert: 'Le ' }, { insert: 'soir\n' }] } },
	});
	const same = frame([term('a')], { texts: { a: { ops: [{ insert: 'Le soir\n' }] } } });
	expect(changesBetween(one, same)).toEqual({ scope: false, terms: [] });
});

test('each term that says something else is told once, with all that changed in it', () => {
	const was = frame([term('a'), term('b'), term('c')], {
		texts: { a: { ops: [{ insert: 'Le soir\n' }] } },
	});
	const is = frame(
		[
			term('a', { title: 'Horaires', status: 'negotiable' }),
			term('b', { withdrawn: true }),
			term('c'),
			term('d'),
		],
		{
			texts: { a: { ops: [{ insert: 'Le matin\n' }] } },
			frame: { acknowledged: [], contests: [], leaves: 'Le budget' },
		},
	);
	expect(changesBetween(was, is)).toEqual({
		scope: true,
		terms: [
			{ id: 'a', title: 'Horaires', what: ['renamed', 'settled', 'written'] },
			{ id: 'd', title: 'd', what: ['added'] },
			{ id: 'b', title: 'b', what: ['withdrawn'] },
		],
	});
});
