/** How much each group of a table brought, for who facilitates: groups, never persons. */
import type { Contribution } from '../wire/messages';

export interface Share {
	/** Undefined: those who belong to none. */
	group?: string;
	acts: number;
	units: number;
	/** Of all that was written, in per cent. */
	share: number;
}

/** What stands out, most pressing first. */
export type Finding =
	{ kind: 'early' } | { kind: 'even' } | { kind: 'nothing' | 'little'; group: string };

/** Below so much text nothing can be told from shares. */
const early = 400;

/** One row a group, in the order of `groups`, those without one last, where there are any. */
export function shares(
	contributions: readonly Contribution[],
	groups: readonly string[],
	groupOf: (participant: string) => string | undefined,
): Share[] {
	const rows = new Map<string | undefined, { acts: number; units: number }>(
		groups.map((group) => [group, { acts: 0, units: 0 }]),
	);
	for (const { participant, acts, units } of contributions) {
		const group = groupOf(participant);
		const row = rows.get(group) ?? { acts: 0, units: 0 };
		rows.set(group, { acts: row.acts + acts, units: row.units + units });
	}
	const all = [...rows.values()].reduce((sum, { units }) => sum + units, 0);
	const found = [...rows].map(([group, row]) => ({
		...(group === undefined ? {} : { group }),
		...row,
		share: all === 0 ? 0 : Math.round((row.units / all) * 100),
	}));
	return [
		...found.filter(({ group }) => group !== undefined),
		...found.filter(({ group }) => group === undefined),
	];
}

/** The group that is heard least, among those that somebody sits in: less than half of an equal share. */
export function standingOut(rows: readonly Share[]): Finding {
	const groups = rows.filter((row): row is Share & { group: string } => row.group !== undefined);
	const all = groups.reduce((sum, { units }) => sum + units, 0);
	if (all < early || groups.length < 2) return { kind: 'early' };
	const least = groups.reduce((one, other) => (other.units < one.units ? other : one));
	if (least.acts === 0) return { kind: 'nothing', group: least.group };
	const equal = all / groups.length;
	return least.units < equal / 2 ? { kind: 'little', group: least.group } : { kind: 'even' };
}
