import { expect, test } from 'vitest';
import { EMPTY_TABLE } from '../table/fold/empty';
import type { Command, Finding, Proposal, Round, TableState } from '../wire/messages';
import { aboutOf, wordsIn } from './refusals';

const FINDING: Finding = { id: 'f', kind: 'need', title: 'Un banc', text: 'f', by: 'ana', at: 1 };
const PROPOSAL: Proposal = {
	id: 'p',
	title: 'Une navette',
	text: 'p',
	by: 'ana',
	at: 1,
	textSeq: 2,
	links: [],
	carriedBy: [],
	means: [],
	amendments: [
		{ id: 'a', by: 'bao', at: 2, delta: { ops: [] }, reason: 'Plus tard', state: 'open' },
	],
	positions: [],
	disagreements: [{ id: 'd', by: 'bao', at: 2, reason: 'Trop cher' }],
};
const ROUND: Round = {
	id: 'r',
	kind: 'doubts',
	question: 'Quels doutes ?',
	by: 'lea',
	at: 0,
	state: 'open',
	handed: [],
};
const STATE: TableState = {
	...EMPTY_TABLE,
	findings: [FINDING],
	proposals: [PROPOSAL],
	rounds: [ROUND],
	frame: {
		...EMPTY_TABLE.frame,
		contests: [{ id: 'k', term: 't', reason: 'Pourquoi', by: 'ana', at: 1 }],
	},
	terms: [
		{
			id: 't',
			section: 'scope',
			title: 'Les horaires',
			text: 't',
			status: 'open',
			by: 'lea',
			at: 1,
		},
	],
	comments: [{ id: 'c', on: 'f', kind: 'remark', words: 'Oui', by: 'ana', at: 1 }],
};

test.each<[string, Command, unknown]>([
	['a finding', { type: 'WithdrawFinding', finding: 'f' }, { item: 'f' }],
	['its text', { type: 'EditText', text: 'f', base: 1, delta: { ops: [] } }, { item: 'f' }],
	['a comment on it', { type: 'WithdrawComment', comment: 'c' }, { item: 'f' }],
	[
		'a new comment on it',
		{ type: 'AddComment', comment: 'n', on: 'f', kind: 'remark', words: 'Non' },
		{ item: 'f' },
	],
	['an amendment', { type: 'AcceptAmendment', amendment: 'a' }, { item: 'p' }],
	['a disagreement', { type: 'LiftDisagreement', disagreement: 'd' }, { item: 'p' }],
	['a contest', { type: 'WithdrawContest', contest: 'k' }, { item: 't' }],
	['a round', { type: 'CloseRound', round: 'r' }, { title: 'Quels doutes ?' }],
	['what is not at the table', { type: 'WithdrawFinding', finding: 'x' }, undefined],
	['no item', { type: 'PublishFrame' }, undefined],
])('a refused command about %s names what it was meant for', (_, command, about) => {
	expect(aboutOf(STATE, { command })).toEqual(about);
});

test('words that lost their item, or whose command is gone, name their text’s item where it stands', () => {
	expect(aboutOf(STATE, { params: { text: 'f' } })).toEqual({ item: 'f' });
	expect(aboutOf(STATE, { params: { text: 'gone' } })).toBeUndefined();
	expect(aboutOf(STATE, { params: { retryInMs: 3 } })).toBeUndefined();
});

test('what a person wrote in a refused command is given back, and what they only chose is not', () => {
	const add = { type: 'AddFinding', finding: 'f', kind: 'need', title: 'Un banc' } as const;
	const source = { type: 'SourceFinding', finding: 'f', source: 'Enquête de mai' } as const;
	const move = { type: 'MoveFinding', finding: 'f', before: 'g' } as const;
	expect(wordsIn({ command: add })).toBe('Un banc');
	expect(wordsIn({ command: source })).toBe('Enquête de mai');
	expect(wordsIn({ command: move })).toBe('');
	const comment = { type: 'RewordComment', comment: 'c', words: 'Et le soir ?' } as const;
	expect(wordsIn({ command: comment })).toBe('Et le soir ?');
	const entries = ['Le dimanche', 'Le bus'];
	const sheet = { type: 'HandIn', round: 'r', key: 'secret', entries } as const;
	expect(wordsIn({ command: sheet })).toBe('Le dimanche\nLe bus');
});

test('of a refused edit of a text the words come with it', () => {
	const edit = { type: 'EditText', text: 'f', base: 1, delta: { ops: [] } } as const;
	expect(wordsIn({ command: { ...edit, delta: { ops: [] } }, words: 'Le soir' })).toBe('Le soir');
	expect(wordsIn({})).toBe('');
});

test('of a refused amendment what it would have inserted is given back, and why', () => {
	const delta = { ops: [{ retain: 6 }, { insert: 'quatre' }, { delete: 5 }] };
	const amend = { type: 'SuggestAmendment', amendment: 'a', proposal: 'p', base: 1 } as const;
	expect(wordsIn({ command: { ...amend, delta, reason: 'Il y a du monde' } })).toBe(
		'quatre\nIl y a du monde',
	);
});
