import { m } from '../i18n/generated/messages.js';
import { addressOf, sectionOf, shownFor, type SectionId } from '../section/address';
import type { Phase } from '../wire/messages';

export const phases: Phase[] = ['frame', 'diagnosis', 'debate', 'proposals', 'follow-up', 'review'];

export function phaseWords(phase: Phase): string {
	switch (phase) {
		case 'frame':
			return m.phase_frame();
		case 'diagnosis':
			return m.phase_diagnosis();
		case 'debate':
			return m.phase_debate();
		case 'proposals':
			return m.phase_proposals();
		case 'follow-up':
			return m.phase_follow_up();
		case 'review':
			return m.phase_review();
		default:
			return phase satisfies never;
	}
}

/** What the table does in this phase, in one sentence. */
export function phaseMeaning(phase: Phase): string {
	switch (phase) {
		case 'frame':
			return m.phase_frame_is();
		case 'diagnosis':
			return m.phase_diagnosis_is();
		case 'debate':
			return m.phase_debate_is();
		case 'proposals':
			return m.phase_proposals_is();
		case 'follow-up':
			return m.phase_follow_up_is();
		case 'review':
			return m.phase_review_is();
		default:
			return phase satisfies never;
	}
}

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
