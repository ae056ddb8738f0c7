import { expect, test } from 'vitest';
import type { Commit, TableEvent, TableState } from '../../wire/messages';
import { after } from '../fold';
import { EMPTY_TABLE } from './empty';

let seq = 0;
function commit(by: string, ...events: TableEvent[]): Commit {
	seq += 1;
	return { seq, at: seq * 1_000, by, id: `${by}-tab-1-${seq}`, events };
}
function fold(...commits: Commit[]): TableState {
	return commits.reduce(after, EMPTY_TABLE);
}
const begun = [
	commit('system', { type: 'TableCreated', title: 'Place', locale: 'fr', colleges: [] }),
	commit(
		'system',
		{ type: 'ParticipantJoined', participant: 'ben', role: 'participant', presence: 'room' },
		{ type: 'ParticipantJoined', participant: 'ana', role: 'participant', presence: 'room' },
	),
	commit('ana', { type: 'FindingAdded', finding: 'f1', kind: 'need', title: 'Banc', text: 'f1' }),
	commit('ana', { type: 'TextEdited', text: 'f1', delta: { ops: [{ insert: 'Une navette' }] } }),
	commit('ben', {
		type: 'CommentAdded',
		comment: 'c1',
		on: 'f1',
		kind: 'question',
		words: 'Laquelle ?',
		anchor: { index: 4, length: 7, quote: 'navette' },
	}),
];
const edit = (...ops: { retain?: number; insert?: string; delete?: number }[]) =>
	commit('ana', { type: 'TextEdited', text: 'f1', delta: { ops } });
const anchor = (state: TableState) => state.comments[0]?.anchor;

test('TK3 a passage goes along with the text', () => {
	const before = edit({ insert: 'Ici, ' });
	const atStart = edit({ retain: 9 }, { insert: 'petite ' });
	const atEnd = edit({ retain: 23 }, { insert: ' bleue' });
	const within = edit({ retain: 18 }, { insert: '--' });
	const gone = edit({ retain: 10 }, { delete: 20 });
	expect(anchor(fold(...begun, before))).toMatchObject({ index: 9, length: 7 });
	expect(anchor(fold(...begun, before, atStart))).toMatchObject({ index: 16, length: 7 });
	expect(anchor(fold(...begun, before, atStart, atEnd))).toMatchObject({ index: 16, length: 7 });
	const wider = fold(...begun, before, atStart, atEnd, within);
	expect(anchor(wider)).toMatchObject({ index: 16, length: 9 });
	const left = fold(...begun, before, atStart, atEnd, within, gone);
	expect(anchor(left)).toEqual({ index: 10, length: 0, quote: 'navette' });
});

test('TK3 an edit of another text leaves the very same comments', () => {
	const state = fold(...begun);
	const other = commit('ana', { type: 'TextEdited', text: 'f2', delta: { ops: [] } });
	expect(after(state, other).comments).toBe(state.comments);
});

test('TK5 an answer reopens its thread', () => {
	const settled = commit('ana', { type: 'ThreadResolved', comment: 'c1' });
	const state = fold(...begun, settled);
	expect(state.comments[0]?.resolved).toMatchObject({ by: 'ana' });
	const answer = commit('ben', {
		type: 'CommentAdded',
		comment: 'c2',
		on: 'f1',
		kind: 'remark',
		words: 'Celle de la mairie.',
		to: 'c1',
	});
	expect(after(state, answer).comments[0]).not.toHaveProperty('resolved');
});

test('FA1 what each brought is counted, in the order they joined', () => {
	expect(fold(...begun).contributions).toEqual([
		{ participant: 'ben', acts: 1, units: 10 },
		{ participant: 'ana', acts: 1, units: 11 },
	]);
});

test('FA1 text that an act moves along is nobody’s', () => {
	const merged = commit(
		'ana',
		{
			type: 'FindingsMerged',
			finding: 'f3',
			kind: 'need',
			title: 'Les deux',
			text: 'f3',
			parents: ['f1'],
		},
		{ type: 'TextEdited', text: 'f3', delta: { ops: [{ insert: 'Une navette' }] } },
	);
	expect(fold(...begun, merged).contributions[1]).toEqual({
		participant: 'ana',
		acts: 2,
		units: 11,
	});
});
