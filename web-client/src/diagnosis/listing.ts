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

/** How many findings of each kind are not withdrawn. */
export function counts(findings: Finding[]): Record<Filter, number> {
	const found = { all: 0, need: 0, resource: 0, strength: 0, weakness: 0, actor: 0, question: 0 };
	for (const { kind, withdrawn } of findings)
		if (!withdrawn) {
			found.all++;
			found[kind]++;
		}
	return found;
}

/** A row of the shown list: a card, or the withdrawn findings that stand together at one place. */
export type Row = { id: string; finding: Finding } | { id: string; withdrawn: Finding[] };

export function rows(findings: Finding[], filter: Filter): Row[] {
	const shown: Row[] = [];
	for (const finding of findings) {
		if (filter !== 'all' && finding.kind !== filter) continue;
		const last = shown.at(-1);
		if (!finding.withdrawn) shown.push({ id: finding.id, finding });
		else if (last && 'withdrawn' in last) last.withdrawn.push(finding);
		else shown.push({ id: `withdrawn-${finding.id}`, withdrawn: [finding] });
	}
	return shown;
}

/** The ids of the cards among the rows, in their order. */
export const cards = (list: Row[]): string[] =>
	list.flatMap((row) => ('finding' in row ? [row.id] : []));
