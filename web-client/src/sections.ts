/**
 * The sections of a table's page, in the order of the phases. A new one is an entry here: its parts
 * are fetched when they are first needed; one without an entry is offered nowhere.
 */
import type { Component } from 'svelte';
import { m } from './i18n/generated/messages.js';
import type { SectionId } from './section/address';
import type { SectionProps } from './section/section';
import type { TableState } from './wire/messages';

interface Parts {
	/** The list or lists, under a title of their own (`SectionHead.svelte`). */
	Main: Component<SectionProps>;
	/** Beside it: what concerns the item at hand. */
	About: Component<SectionProps>;
}

export interface Section {
	id: SectionId;
	/** Its name on a phone's tab. */
	tab: () => string;
	/** The items that stand in it, for whoever links to one. */
	items: (state: TableState) => { id: string; title: string; withdrawn?: true }[];
	load: () => Promise<Parts>;
}

async function parts(
	main: Promise<{ default: Component<SectionProps> }>,
	about: Promise<{ default: Component<SectionProps> }>,
): Promise<Parts> {
	return { Main: (await main).default, About: (await about).default };
}

export const sections: readonly Section[] = [
	{
		id: 'frame',
		tab: () => m.tab_frame(),
		items: ({ terms, glossary }) => [
			...terms,
			...glossary.map((word) => ({ ...word, title: word.written })),
		],
		load: () => parts(import('./frame/Frame.svelte'), import('./frame/AboutTerm.svelte')),
	},
	{
		id: 'diagnosis',
		tab: () => m.tab_list(),
		items: ({ findings }) => findings,
		load: () =>
			parts(import('./diagnosis/Diagnosis.svelte'), import('./diagnosis/AboutFinding.svelte')),
	},
	{
		id: 'debate',
		tab: () => m.tab_debate(),
		items: ({ challenges }) => challenges,
		load: () =>
			parts(import('./challenges/Debate.svelte'), import('./challenges/AboutChallenge.svelte')),
	},
	{
		id: 'proposals',
		tab: () => m.tab_proposals(),
		items: ({ proposals }) => proposals,
		load: () =>
			parts(import('./proposals/Proposals.svelte'), import('./proposals/AboutProposal.svelte')),
	},
];

/** Where an item stands; undefined where the table has none of that id. */
export function whereIs(state: TableState, id: string) {
	for (const { id: section, items } of sections) {
		const item = items(state).find((one) => one.id === id);
		if (item) return { section, title: item.title, withdrawn: item.withdrawn === true };
	}
	return undefined;
}
