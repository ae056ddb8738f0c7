import type { Finding, TableState } from '../wire/messages';

/** What another person did to one finding, as far as two states of the table show it. */
export type Telling =
	'added' | 'withdrawn' | 'restored' | 'renamed' | 'retyped' | 'sourced' | 'written' | 'moved';

type Seen = Pick<TableState, 'findings' | 'texts'>;

export function telling(before: Seen, after: Seen, id: string): Telling | undefined {
	const find = (seen: Seen): Finding | undefined => seen.findings.find((one) => one.id === id);
	const [was, is] = [find(before), find(after)];
	if (!is) return undefined;
	if (!was) return 'added';
	if (!was.withdrawn && is.withdrawn) return 'withdrawn';
	if (was.withdrawn && !is.withdrawn) return 'restored';
	if (was.title !== is.title) return 'renamed';
	if (was.kind !== is.kind) return 'retyped';
	if (was.source !== is.source) return 'sourced';
	return before.texts[is.text] === after.texts[is.text] ? 'moved' : 'written';
}
