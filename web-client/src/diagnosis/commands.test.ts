import { expect, test } from 'vitest';
import type { Finding } from '../wire/messages';
import { adding, changing, draftOf } from './commands';

const finding: Finding = { id: 'f', kind: 'need', title: 'A bench', text: 'f', by: 'ana', at: 0 };

test('only what changed is sent', () => {
	expect(changing(finding, { kind: 'need', title: 'A bench', source: '' })).toEqual([]);
	expect(changing(finding, { kind: 'actor', title: 'Two benches', source: 'survey' })).toEqual([
		{ type: 'RenameFinding', finding: 'f', title: 'Two benches' },
		{ type: 'RetypeFinding', finding: 'f', kind: 'actor' },
		{ type: 'SourceFinding', finding: 'f', source: 'survey' },
	]);
	expect(changing({ ...finding, source: 'survey' }, { ...finding, source: '' })).toEqual([
		{ type: 'SourceFinding', finding: 'f', source: '' },
	]);
});

test('a source says its nature and its link, and loses both with its words', () => {
	const sourced = { ...finding, source: 'survey', nature: 'figure' as const };
	const draft = { ...draftOf(sourced), link: 'https://example.org' };
	expect(changing(sourced, draftOf(sourced))).toEqual([]);
	expect(changing(sourced, draft)).toEqual([
		{
			type: 'SourceFinding',
			finding: 'f',
			source: 'survey',
			nature: 'figure',
			link: 'https://example.org',
		},
	]);
	expect(changing(sourced, { ...draft, source: '' })).toEqual([
		{ type: 'SourceFinding', finding: 'f', source: '' },
	]);
});

test('a new finding comes with its source where one was given', () => {
	expect(adding('g', { kind: 'question', title: 'How many?', source: '' })).toEqual([
		{ type: 'AddFinding', finding: 'g', kind: 'question', title: 'How many?' },
	]);
	expect(adding('g', { kind: 'need', title: 'A bench', source: 'walk' })).toHaveLength(2);
});
