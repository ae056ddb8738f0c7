import type { Phase } from '../wire/messages';

/** A part of a table's page that one can go to: where the items of a phase stand. */
export type SectionId = 'frame' | 'diagnosis' | 'debate' | 'proposals';

/** In the order of the phases. */
export const sectionIds: readonly SectionId[] = ['frame', 'diagnosis', 'debate', 'proposals'];

/** An item's address is its section's, with its id behind. */
export function addressOf(table: string, section: SectionId, item?: string): string {
	return `/t/${table}/${section}${item === undefined ? '' : `#${item}`}`;
}

/** The section of the phase itself, where there is one. */
export function sectionOf(phase: Phase): SectionId | undefined {
	return sectionIds.find((id) => id === phase);
}

/**
 * The section that is shown for an address, or for a phase where the address names none: itself, else
 * the nearest one before it, else the first. `offered`: in the order of the phases, one at least.
 */
export function shownFor(wanted: SectionId | Phase, offered: readonly SectionId[]): SectionId {
	const known: readonly string[] = sectionIds;
	const last = known.includes(wanted) ? known.indexOf(wanted) : sectionIds.length - 1;
	const before = offered.filter((id) => sectionIds.indexOf(id) <= last);
	return before.at(-1) ?? offered[0]!;
}
