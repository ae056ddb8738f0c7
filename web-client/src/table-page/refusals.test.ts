import { expect, test } from 'vitest';
import { wordsIn } from './refusals';

test('what a person wrote in a refused command is given back, and what they only chose is not', () => {
	const add = { type: 'AddFinding', finding: 'f', kind: 'need', title: 'Un banc' } as const;
	const source = { type: 'SourceFinding', finding: 'f', source: 'Enquête de mai' } as const;
	const move = { type: 'MoveFinding', finding: 'f', before: 'g' } as const;
	expect(wordsIn({ command: add })).toBe('Un banc');
	expect(wordsIn({ command: source })).toBe('Enquête de mai');
	expect(wordsIn({ command: move })).toBe('');
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
