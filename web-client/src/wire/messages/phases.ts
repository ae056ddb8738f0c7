/** Where a table is on its way. */
import { family } from './family';

export type Phase = 'frame' | 'diagnosis' | 'debate' | 'proposals' | 'follow-up' | 'review';

export interface PhasesState {
	phase: Phase;
}

export type PhaseCommand = { type: 'MovePhase'; phase: Phase; reason?: string };

export type PhaseEvent = { type: 'PhaseMoved'; phase: Phase; reason?: string };

export const phaseCommands = family<PhaseCommand>({
	MovePhase: true,
});

export const phaseEvents = family<PhaseEvent>({
	PhaseMoved: true,
});
