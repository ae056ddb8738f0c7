import { expect, test } from 'vitest';
import { answerable, matching } from './answers';

const finding = (id: string, title: string) => ({
	id,
	title,
	kind: 'need' as const,
	text: id,
	by: 'ana',
	at: 0,
});

test('challenges are offered first, and what was withdrawn is not', () => {
	const findings = [
		finding('a', 'La navette'),
		{ ...finding('b', 'Le banc'), withdrawn: true as const },
	];
	const challenges = [{ id: 'c', title: 'Se déplacer', text: 'c', by: 'ana', at: 0, ratings: [] }];
	expect(answerable({ findings, challenges })).toEqual([
		{ id: 'c', title: 'Se déplacer', kind: 'challenge' },
		{ id: 'a', title: 'La navette', kind: 'finding' },
	]);
});

test('a title is found by parts of its words, whatever their accents and order', () => {
	const all = answerable({
		challenges: [],
		findings: [finding('a', 'Été sans ombre'), finding('b', 'Ombre')],
	});
	expect(matching(all, 'OMB ete').map(({ id }) => id)).toEqual(['a']);
	expect(matching(all, '')).toEqual(all);
	expect(matching(all, '(a+)+$')).toEqual([]);
});
