/**
 * Ordered lists of items, as the table keeps them: an item keeps its place when it is withdrawn, and
 * whatever changes nothing gives back the very same list. Findings, terms, challenges and the rest
 * are folded and predicted with these alone.
 */
export interface Item {
	id: string;
	withdrawn?: true;
}

export function listed(list: readonly Item[], id: string): boolean {
	return list.some((one) => one.id === id);
}

/** At the end; nothing where an item of that id stands already. */
export function added<T extends Item>(list: T[], item: T): T[] {
	return listed(list, item.id) ? list : [...list, item];
}

export function changed<T extends Item>(list: T[], id: string, change: (item: T) => T): T[] {
	return listed(list, id) ? list.map((one) => (one.id === id ? change(one) : one)) : list;
}

/** Without `before`, or where it is not in the list (any more): to the end. */
export function moved<T extends Item>(list: T[], id: string, before?: string): T[] {
	const item = list.find((one) => one.id === id);
	if (item === undefined || before === id) {
		return list;
	}
	const others = list.filter((one) => one !== item);
	const found = others.findIndex((one) => one.id === before);
	const at = before === undefined || found < 0 ? others.length : found;
	return [...others.slice(0, at), item, ...others.slice(at)];
}

export function withdrawn<T extends Item>(list: T[], id: string): T[] {
	return changed(list, id, (one) => ({ ...one, withdrawn: true }));
}

export function restored<T extends Item>(list: T[], id: string): T[] {
	return changed(list, id, (one) => without(one, 'withdrawn'));
}

/** An absent field is absent, not undefined. */
export function without<T extends object, K extends keyof T>(whole: T, key: K): T {
	const rest = { ...whole };
	delete rest[key];
	return rest;
}

/** Without the keys whose value is undefined. */
export function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
	const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
	return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** A state with one of its lists replaced; the very same state where that list is. */
export function putting<S extends object, K extends keyof S>(state: S, key: K, list: S[K]): S {
	return state[key] === list ? state : { ...state, [key]: list };
}
