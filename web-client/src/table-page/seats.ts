import type { Seating, Who } from '../people/seating';
import type { Here, TableState } from '../wire/messages';

export interface Seated extends Who {
	writing: boolean;
	you: boolean;
}
export interface Group {
	/** Undefined: those without a college, who lead or watch over the table. */
	college?: { id: string; name: string };
	/** At the table now: oneself first, then whoever writes, then the others by name. */
	present: Seated[];
	/** Members who are not here now, or of whom a large table does not tell. */
	away: Who[];
}

/** Who is at the table, by college in the table's order, those without one last. */
export function groups(
	state: Pick<TableState, 'colleges' | 'participants'>,
	who: Seating,
	here: Here[],
	you: string | undefined,
): Group[] {
	const now = new Map(here.map((one) => [one.participant, one]));
	const all: Group[] = state.colleges.map((college) => ({ college, present: [], away: [] }));
	const rest: Group = { present: [], away: [] };
	for (const { id, college } of state.participants) {
		const group = all.find((one) => one.college?.id === college) ?? rest;
		const writing = now.get(id)?.typing === true;
		if (id === you || now.has(id)) group.present.push({ ...who(id), writing, you: id === you });
		else group.away.push(who(id));
	}
	const byName = (one: Who, other: Who) => (one.name ?? '').localeCompare(other.name ?? '');
	const rank = ({ you, writing }: Seated) => (you ? 0 : writing ? 1 : 2);
	for (const { present, away } of [...all, rest]) {
		present.sort((one, other) => rank(one) - rank(other) || byName(one, other));
		away.sort(byName);
	}
	return rest.present.length + rest.away.length > 0 ? [...all, rest] : all;
}
