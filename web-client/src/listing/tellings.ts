import type { TableState } from '../wire/messages';
import type { Listed } from './rows';

/** What another person did to one item, as far as two states of its list show it. */
export type Telling = 'added' | 'withdrawn' | 'restored' | 'renamed' | 'written' | 'moved';

export interface Seen<T> {
	items: readonly T[];
	texts: TableState['texts'];
}

/** Undefined where none of that happened: an item has more to it than what every list knows. */
export function telling<T extends Listed>(
	before: Seen<T>,
	after: Seen<T>,
	id: string,
): Telling | undefined {
	const [was, is] = [before, after].map(({ items }) => items.find((one) => one.id === id));
	if (!is) return undefined;
	if (!was) return 'added';
	if (!was.withdrawn && is.withdrawn) return 'withdrawn';
	if (was.withdrawn && !is.withdrawn) return 'restored';
	if (was.title !== is.title) return 'renamed';
	if (before.texts[is.text] !== after.texts[is.text]) return 'written';
	return follows(before, id) === follows(after, id) ? undefined : 'moved';
}

/** The id of the item before this one. */
function follows({ items }: Seen<Listed>, id: string): string | undefined {
	return items[items.findIndex((one) => one.id === id) - 1]?.id;
}
