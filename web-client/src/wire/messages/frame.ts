/** Where a table is on its way, and which of its lists are open. */
import { family } from './family';

export type Phase = 'frame' | 'diagnosis' | 'debate' | 'proposals' | 'follow-up' | 'review';
export type ListName = 'terms' | 'glossary' | 'findings' | 'challenges' | 'proposals';
/** `aside`: closed, and not shown on the page; that makes it no secret. */
export type ListState = 'open' | 'closed' | 'aside';

export interface FrameState {
	phase: Phase;
	/** Those that are not open. */
	lists: Partial<Record<ListName, Exclude<ListState, 'open'>>>;
}

export type FrameCommand =
	| { type: 'MovePhase'; phase: Phase; reason?: string }
	| { type: 'OpenList'; list: ListName }
	| { type: 'CloseList'; list: ListName; reason?: string }
	| { type: 'PutListAside'; list: ListName; reason?: string };

export type FrameEvent =
	| { type: 'PhaseMoved'; phase: Phase; reason?: string }
	| { type: 'ListOpened'; list: ListName }
	| { type: 'ListClosed'; list: ListName; reason?: string }
	| { type: 'ListPutAside'; list: ListName; reason?: string };

export const frameCommands = family<FrameCommand>({
	MovePhase: true,
	OpenList: true,
	CloseList: true,
	PutListAside: true,
});

export const frameEvents = family<FrameEvent>({
	PhaseMoved: true,
	ListOpened: true,
	ListClosed: true,
	ListPutAside: true,
});
