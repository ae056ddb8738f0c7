import { m } from '../i18n/generated/messages.js';
import type { ListName, ListState, TableState } from '../wire/messages';

export const stateOf = ({ lists }: TableState, list: ListName): ListState => lists[list] ?? 'open';

/** A list's name, to stand after "the list". */
export function listWords(list: ListName): string {
	switch (list) {
		case 'terms':
			return m.list_terms();
		case 'glossary':
			return m.list_glossary();
		case 'findings':
			return m.list_findings();
		case 'challenges':
			return m.list_challenges();
		case 'proposals':
			return m.list_proposals();
		default:
			return list satisfies never;
	}
}
