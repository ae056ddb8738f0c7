/** The phases of a table in their usual order, in words. */
import { m } from '../i18n/generated/messages.js';
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

/** What the table does in this phase, in two plain sentences. */
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
