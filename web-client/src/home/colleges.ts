import type { College } from '../wire/messages';

/** A college while a table is being made; `key` holds its row together while its name changes. */
export interface Row {
	key: number;
	name: string;
}

/** The list with the row at `from` moved by `by` places, as far as it goes. */
export function moved(rows: Row[], from: number, by: number): Row[] {
	const to = Math.max(0, Math.min(rows.length - 1, from + by));
	const others = rows.filter((_row, at) => at !== from);
	return [...others.slice(0, to), rows[from]!, ...others.slice(to)];
}

/** Named colleges with an id each, readable and unique; empty rows are left out. */
export function named(rows: Row[]): College[] {
	const taken = new Set<string>();
	return rows.flatMap(({ name: written }) => {
		const name = written.trim();
		if (name === '') return [];
		const slug =
			name
				.normalize('NFD')
				.replace(/\p{M}/gu, '')
				.toLowerCase()
				.replace(/[^a-z0-9]+/g, '-')
				.replace(/^-|-$/g, '')
				.slice(0, 40) || 'college';
		let id = slug;
		for (let n = 2; taken.has(id); n++) id = `${slug}-${n}`;
		taken.add(id);
		return [{ id, name }];
	});
}
