import type { Finding, FindingKind } from '../wire/messages';

export const kinds: FindingKind[] = [
	'need',
	'resource',
	'strength',
	'weakness',
	'actor',
	'question',
];

export type Filter = FindingKind | 'all';

/** How many findings of each kind stand in the list: not withdrawn, and not merged into another. */
export function counts(findings: Finding[]): Record<Filter, number> {
	const found = { all: 0, need: 0, resource: 0, strength: 0, weakness: 0, actor: 0, question: 0 };
	for (const { kind, withdrawn, mergedInto } of findings)
		if (!withdrawn && mergedInto === undefined) {
			found.all++;
			found[kind]++;
		}
	return found;
}
