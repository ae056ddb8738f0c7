import { expect, test } from 'vitest';
import type { TableState } from '../../wire/messages';
import { after } from '../fold';
import { predicted } from '../predict';
import { EMPTY_TABLE } from './empty';

const begun = after(EMPTY_TABLE, {
	seq: 1,
	at: 1_000,
	by: 'ana',
	id: 'ana-tab-1-1',
	events: [{ type: 'ProposalAdded', proposal: 'p1', title: 'Des bancs', text: 'p1' }],
});

const steps = [
	{ by: 'yann', dissent: 'Les jeunes sont contre' },
	{ by: 'ana', dissent: 'Le bureau est partagé' },
	{ by: 'yann', dissent: 'Les jeunes hésitent' },
	{ by: 'ana', dissent: '' },
	{ by: 'yann', dissent: '' },
	{ by: 'yann', dissent: '' },
];

function all(state: TableState) {
	return state.proposals[0]?.dissents;
}

test('DS2 a dissent is foreseen as it comes about, each in its place, and gone when taken back', () => {
	const seen: unknown[] = [];
	steps.reduce((state, { by, dissent }, place) => {
		const at = 2_000 + place;
		const id = `${by}-tab-1-${String(place)}`;
		const about = { proposal: 'p1', dissent };
		const heard = after(state, {
			seq: 2 + place,
			at,
			by,
			id,
			events: [{ type: 'DissentRecorded', ...about }],
		});
		expect(predicted(state, { type: 'RecordDissent', ...about }, { id: by, at }).proposals).toEqual(
			heard.proposals,
		);
		seen.push(all(heard));
		return heard;
	}, begun);

	const yann = { by: 'yann', dissent: 'Les jeunes sont contre', at: 2_000 };
	const ana = { by: 'ana', dissent: 'Le bureau est partagé', at: 2_001 };
	const again = { by: 'yann', dissent: 'Les jeunes hésitent', at: 2_002 };
	expect(seen).toEqual([[yann], [yann, ana], [again, ana], [again], undefined, undefined]);
});
