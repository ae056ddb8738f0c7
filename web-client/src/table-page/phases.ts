import { addressOf, sectionOf, shownFor, type SectionId } from '../section/address';
import { phases } from '../section/phases';
import type { Phase } from '../wire/messages';

/** Where a table is on its way, and where on it one looks: two things. */
export interface Way {
	table: string;
	/** Where the table is. */
	phase: Phase;
	/** What one looks at. */
	section: SectionId;
	/** The sections that can be looked at, in the order of the phases. */
	offered: readonly SectionId[];
}

/** The address of a phase's section; undefined where it has none. */
export function wayTo({ table, offered }: Way, phase: Phase): string | undefined {
	const section = sectionOf(phase);
	return section && offered.includes(section) ? addressOf(table, section) : undefined;
}

/** The section that belongs to the table's phase; undefined where one looks at it already. */
export function elsewhere({ phase, section, offered }: Way): SectionId | undefined {
	const there = shownFor(phase, offered);
	return there === section ? undefined : there;
}

/** Where a facilitator most likely wants to move the table: to what they look at, else onwards. */
export function nextPhase({ phase, section }: Way): Phase {
	if (section !== phase) return section;
	return phases[phases.indexOf(phase) + 1] ?? phases.at(-2)!;
}
