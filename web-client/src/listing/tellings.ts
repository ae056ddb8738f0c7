import type { Comment, TableState } from '../wire/messages';
import type { Listed } from './rows';

/** What another person did to one item, as far as two states of its list show it. */
export type Telling =
	| 'added'
	| 'withdrawn'
	| 'restored'
	| 'renamed'
	| 'written'
	| 'commented'
	| 'asked'
	| 'answered'
	| 'moved';

export interface Seen<T> {
	items: readonly T[];
	texts: TableState['texts'];
	comments: TableState['comments'];
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
	const said = newComment(before, after, id);
	if (said) return said.to ? 'answered' : said.kind === 'question' ? 'asked' : 'commented';
	return follows(before, id) === follows(after, id) ? undefined : 'moved';
}

/** The last thing said of an item that was not said before. */
export function newComment(
	before: Pick<TableState, 'comments'>,
	after: Pick<TableState, 'comments'>,
	item: string,
): Comment | undefined {
	if (before.comments === after.comments) return undefined;
	const known = new Set(before.comments.map(({ id }) => id));
	return after.comments.filter(({ id, on }) => on === item && !known.has(id)).at(-1);
}

/** The id of the item before this one. */
function follows({ items }: Seen<Listed>, id: string): string | undefined {
	return items[items.findIndex((one) => one.id === id) - 1]?.id;
}
