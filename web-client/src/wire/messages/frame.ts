/** What a table agreed before it starts: where it is on its way, its lists, its terms and words. */
import { family } from './family';

export type Phase = 'frame' | 'diagnosis' | 'debate' | 'proposals' | 'follow-up' | 'review';
export type ListName = 'terms' | 'glossary' | 'findings' | 'challenges' | 'proposals';
/** `aside`: closed, and not shown on the page; that makes it no secret. */
export type ListState = 'open' | 'closed' | 'aside';

export type TermSection = 'scope' | 'rules' | 'roles' | 'method' | 'calendar' | 'resources';
/** `open`: nobody has said yet. */
export type TermStatus = 'open' | 'negotiable' | 'non-negotiable';
export type ContestOutcome = 'kept' | 'reopened';

export interface Term {
	id: string;
	section: TermSection;
	title: string;
	text: string;
	status: TermStatus;
	/** By whom, why and until when it has its status, where that is said. */
	holder?: string;
	reason?: string;
	until?: string;
	by: string;
	/** Epoch milliseconds, UTC, by the server's clock. */
	at: number;
	/** Added after the phase of the frame. */
	late?: true;
	withdrawn?: true;
}

/** A word of the glossary; what the table means by it is its text. */
export interface GlossaryWord {
	id: string;
	/** As it stands in texts. */
	written: string;
	text: string;
	by: string;
	at: number;
	late?: true;
	withdrawn?: true;
}

/** Somebody's request to take up a term that is not negotiable. */
export interface Contest {
	id: string;
	term: string;
	reason: string;
	by: string;
	at: number;
	answer?: { outcome: ContestOutcome; words: string; by: string; at: number };
	withdrawn?: true;
}

export interface Frame {
	/** What the table decides, and what it leaves to others, where that is said. */
	decides?: string;
	leaves?: string;
	/** The commit of the latest publication. */
	published?: number;
	/** The frame says something else since it was published. */
	changed?: true;
	/** The publication that each has read last, in the order of their ids. */
	acknowledged: { participant: string; frame: number }[];
	/** In the order they came. */
	contests: Contest[];
}

/** One of the two may be missing, never both. */
export interface Planned {
	phase: Phase;
	from?: number;
	until?: number;
}

export interface FrameState {
	phase: Phase;
	/** Those that are not open. */
	lists: Partial<Record<ListName, Exclude<ListState, 'open'>>>;
	/** In the order of the phases. */
	calendar: Planned[];
	frame: Frame;
	terms: Term[];
	glossary: GlossaryWord[];
}

export type FrameCommand =
	| { type: 'MovePhase'; phase: Phase; reason?: string }
	/** Without either date it is no longer planned. */
	| { type: 'PlanPhase'; phase: Phase; from?: number; until?: number }
	| { type: 'OpenList'; list: ListName }
	| { type: 'CloseList'; list: ListName; reason?: string }
	| { type: 'PutListAside'; list: ListName; reason?: string }
	| { type: 'AddTerm'; term: string; section: TermSection; title: string }
	| { type: 'RenameTerm'; term: string; title: string }
	/** Without `before`: to the end. */
	| { type: 'MoveTerm'; term: string; before?: string }
	| { type: 'WithdrawTerm'; term: string }
	| { type: 'RestoreTerm'; term: string }
	| {
			type: 'SettleTerm';
			term: string;
			status: TermStatus;
			holder?: string;
			reason?: string;
			until?: string;
	  }
	| { type: 'ContestTerm'; contest: string; term: string; reason: string }
	| { type: 'AnswerContest'; contest: string; outcome: ContestOutcome; answer: string }
	| { type: 'WithdrawContest'; contest: string }
	| { type: 'SayScope'; decides?: string; leaves?: string }
	| { type: 'PublishFrame' }
	/** `frame`: the commit of the latest publication. */
	| { type: 'AcknowledgeFrame'; frame: number }
	| { type: 'AddWord'; word: string; written: string }
	| { type: 'RewriteWord'; word: string; written: string }
	| { type: 'WithdrawWord'; word: string }
	| { type: 'RestoreWord'; word: string };

export type FrameEvent =
	| { type: 'PhaseMoved'; phase: Phase; reason?: string }
	| { type: 'PhasePlanned'; phase: Phase; from?: number; until?: number }
	| { type: 'ListOpened'; list: ListName }
	| { type: 'ListClosed'; list: ListName; reason?: string }
	| { type: 'ListPutAside'; list: ListName; reason?: string }
	| { type: 'TermAdded'; term: string; section: TermSection; title: string; text: string }
	| { type: 'TermRenamed'; term: string; title: string }
	| { type: 'TermMoved'; term: string; before?: string }
	| { type: 'TermWithdrawn'; term: string }
	| { type: 'TermRestored'; term: string }
	| {
			type: 'TermSettled';
			term: string;
			status: TermStatus;
			holder?: string;
			reason?: string;
			until?: string;
	  }
	| { type: 'TermContested'; contest: string; term: string; reason: string }
	| { type: 'ContestAnswered'; contest: string; outcome: ContestOutcome; answer: string }
	| { type: 'ContestWithdrawn'; contest: string }
	| { type: 'ScopeSaid'; decides?: string; leaves?: string }
	| { type: 'FramePublished' }
	| { type: 'FrameAcknowledged'; frame: number }
	| { type: 'WordAdded'; word: string; written: string; text: string }
	| { type: 'WordRewritten'; word: string; written: string }
	| { type: 'WordWithdrawn'; word: string }
	| { type: 'WordRestored'; word: string };

export const frameCommands = family<FrameCommand>({
	MovePhase: true,
	PlanPhase: true,
	OpenList: true,
	CloseList: true,
	PutListAside: true,
	AddTerm: true,
	RenameTerm: true,
	MoveTerm: true,
	WithdrawTerm: true,
	RestoreTerm: true,
	SettleTerm: true,
	ContestTerm: true,
	AnswerContest: true,
	WithdrawContest: true,
	SayScope: true,
	PublishFrame: true,
	AcknowledgeFrame: true,
	AddWord: true,
	RewriteWord: true,
	WithdrawWord: true,
	RestoreWord: true,
});

export const frameEvents = family<FrameEvent>({
	PhaseMoved: true,
	PhasePlanned: true,
	ListOpened: true,
	ListClosed: true,
	ListPutAside: true,
	TermAdded: true,
	TermRenamed: true,
	TermMoved: true,
	TermWithdrawn: true,
	TermRestored: true,
	TermSettled: true,
	TermContested: true,
	ContestAnswered: true,
	ContestWithdrawn: true,
	ScopeSaid: true,
	FramePublished: true,
	FrameAcknowledged: true,
	WordAdded: true,
	WordRewritten: true,
	WordWithdrawn: true,
	WordRestored: true,
});
