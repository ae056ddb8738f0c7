import { expect, test } from 'vitest';
import type { Proposal } from '../wire/messages';
import { briefing, draftOf } from './brief';

const proposal: Proposal = {
	id: 'p',
	title: 'Des bancs',
	text: 'p',
	by: 'ana',
	at: 0,
	textSeq: 1,
	links: [],
	carriedBy: [],
	carrier: 'Le CCAS',
	means: [{ kind: 'hours', certainty: 'known', to: 12 }],
	amendments: [],
	positions: [],
	disagreements: [],
};

test('what stays as it is is not sent', () => {
	expect(briefing(proposal, draftOf(proposal))).toEqual([]);
});

test('what changed is sent, each thing by itself', () => {
	expect(briefing(proposal, { competence: 'region', carrier: '', means: [] })).toEqual([
		{ type: 'SetCompetence', proposal: 'p', level: 'region' },
		{ type: 'NameCarrier', proposal: 'p', carrier: '' },
		{ type: 'SetMeans', proposal: 'p', means: [] },
	]);
});
