import type { Item } from '../table/items';

/** What a list of cards needs to know of each item. */
export interface Listed extends Item {
	title: string;
	/** The id of the text that it brought along. */
	text: string;
	/** Who brought it. */
	by: string;
	/** Added after the phase that its list belongs to. */
	late?: true;
}

/** A row of the shown list: a card, or the withdrawn items that stand together at one place. */
export type Row<T> = { id: string; item: T } | { id: string; withdrawn: T[] };

export function rows<T extends Item>(items: T[], shows: (item: T) => boolean): Row<T>[] {
	const shown: Row<T>[] = [];
	for (const item of items) {
		if (!shows(item)) continue;
		const last = shown.at(-1);
		if (!item.withdrawn) shown.push({ id: item.id, item });
		else if (last && 'withdrawn' in last) last.withdrawn.push(item);
		else shown.push({ id: `withdrawn-${item.id}`, withdrawn: [item] });
	}
	return shown;
}

/** The ids of the cards among the rows, in their order. */
export const cards = <T>(list: Row<T>[]): string[] =>
	list.flatMap((row) => ('item' in row ? [row.id] : []));
