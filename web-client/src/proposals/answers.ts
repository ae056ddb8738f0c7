/** What a proposal can answer: the findings and challenges of the table. */
import type { TableState } from '../wire/messages';

export interface Answerable {
	id: string;
	title: string;
	kind: 'finding' | 'challenge';
}

interface Item {
	id: string;
	title: string;
	withdrawn?: true;
}

/** All that stand, challenges first: they gather findings. */
export function answerable({
	findings,
	challenges,
}: Pick<TableState, 'findings' | 'challenges'>): Answerable[] {
	return [...standing(challenges, 'challenge'), ...standing(findings, 'finding')];
}

function standing(all: Item[], kind: Answerable['kind']): Answerable[] {
	return all
		.filter(({ withdrawn }) => withdrawn !== true)
		.map(({ id, title }) => ({ id, title, kind }));
}

/** Those whose title holds each of the words, whatever their case and accents. */
export function matching(all: Answerable[], words: string): Answerable[] {
	const wanted = plain(words).split(/\s+/).filter(Boolean);
	return all.filter(({ title }) => {
		const letters = plain(title);
		return wanted.every((word) => letters.includes(word));
	});
}

function plain(words: string): string {
	return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
