/** The proposals of a table, with their amendments, positions and maintained disagreements. */
import { family } from './family';
import type { DeltaJson } from './texts';

export type Stance = 'support' | 'accept' | 'reserve' | 'object' | 'abstain';
/** The level of government that may decide what a proposal asks. */
export type Competence =
	'municipality' | 'intermunicipality' | 'department' | 'region' | 'state' | 'europe' | 'none';
export type MeansKind = 'money' | 'hours' | 'people' | 'premises' | 'data' | 'other';
/** `withheld`: somebody knows the figure and does not tell it. */
export type Certainty = 'known' | 'estimated' | 'withheld';

/** One thing that a proposal would take, as a range: money in cents, all else in whole units. */
export interface Means {
	kind: MeansKind;
	certainty: Certainty;
	from?: number;
	to?: number;
	note?: string;
}

/** Who closed an amendment or lifted a disagreement, when, and why where it was said. */
export interface Answer {
	by: string;
	/** Epoch milliseconds, UTC, by the server's clock. */
	at: number;
	reason?: string;
}

export interface Amendment {
	id: string;
	by: string;
	at: number;
	/** Against the text as it is now, as long as the amendment is open or declined. */
	delta: DeltaJson;
	reason: string;
	state: 'open' | 'accepted' | 'declined' | 'withdrawn';
	answer?: Answer;
	/** The text has changed so that nothing is left to insert or delete. */
	outdated?: true;
}

export interface Position {
	by: string;
	position: Stance;
	reason?: string;
	/** What would lift a reserve or an objection. */
	wouldLift?: string;
	/** The last change of the text that its holder had read. */
	textSeq: number;
	at: number;
	/** The positions before it, the oldest first; the log holds those that are not kept here. */
	earlier?: { position: Stance; at: number }[];
}

export interface Disagreement {
	id: string;
	by: string;
	at: number;
	reason: string;
	/** Absent as long as it is maintained. */
	lifted?: Answer;
}

/** Not everybody agrees within the organisation that gave `by` a mandate. */
export interface Dissent {
	by: string;
	dissent: string;
	at: number;
}

export interface Proposal {
	id: string;
	title: string;
	text: string;
	by: string;
	at: number;
	/** The commit that last changed the text; at first the one that added the proposal. */
	textSeq: number;
	/** The findings and challenges it answers. */
	links: string[];
	/** The members who carry it. */
	carriedBy: string[];
	/** Who carries it outside the table. */
	carrier?: string;
	competence?: Competence;
	means: Means[];
	/** The declined amendment that it came out of. */
	grownFrom?: string;
	amendments: Amendment[];
	positions: Position[];
	disagreements: Disagreement[];
	/** One a member; absent where there are none. */
	dissents?: Dissent[];
	/** Added after the phase of the proposals. */
	late?: true;
	withdrawn?: true;
}

export interface ProposalsState {
	proposals: Proposal[];
	/** The members who agreed that the positions of their small college are shown. */
	strips: string[];
}

export type ProposalCommand =
	| { type: 'AddProposal'; proposal: string; title: string }
	| { type: 'RenameProposal'; proposal: string; title: string }
	/** Without `before`: to the end. */
	| { type: 'MoveProposal'; proposal: string; before?: string }
	| { type: 'WithdrawProposal'; proposal: string }
	| { type: 'RestoreProposal'; proposal: string }
	| { type: 'LinkProposal'; proposal: string; item: string }
	| { type: 'UnlinkProposal'; proposal: string; item: string }
	| { type: 'CarryProposal'; proposal: string }
	| { type: 'StopCarrying'; proposal: string }
	/** An empty name takes the name away. */
	| { type: 'NameCarrier'; proposal: string; carrier: string }
	| { type: 'SetCompetence'; proposal: string; level: Competence }
	| { type: 'SetMeans'; proposal: string; means: Means[] }
	/** `delta` is against the text as it stood after commit `base`. */
	| {
			type: 'SuggestAmendment';
			amendment: string;
			proposal: string;
			base: number;
			delta: DeltaJson;
			reason: string;
	  }
	| { type: 'AcceptAmendment'; amendment: string; reason?: string }
	| { type: 'DeclineAmendment'; amendment: string; reason: string }
	| { type: 'WithdrawAmendment'; amendment: string }
	| { type: 'ProposeDeclined'; proposal: string; amendment: string; title: string }
	/** `seen`: the commit up to which its author has read. */
	| {
			type: 'TakePosition';
			proposal: string;
			position: Stance;
			reason?: string;
			wouldLift?: string;
			seen: number;
	  }
	| { type: 'ShowStrip'; shown: boolean }
	| { type: 'MaintainDisagreement'; disagreement: string; proposal: string; reason: string }
	| { type: 'LiftDisagreement'; disagreement: string; reason?: string }
	/** Empty words take it back. */
	| { type: 'RecordDissent'; proposal: string; dissent: string };

export type ProposalEvent =
	| { type: 'ProposalAdded'; proposal: string; title: string; text: string }
	| { type: 'ProposalRenamed'; proposal: string; title: string }
	| { type: 'ProposalMoved'; proposal: string; before?: string }
	| { type: 'ProposalWithdrawn'; proposal: string }
	| { type: 'ProposalRestored'; proposal: string }
	| { type: 'ProposalLinked'; proposal: string; item: string }
	| { type: 'ProposalUnlinked'; proposal: string; item: string }
	| { type: 'ProposalCarried'; proposal: string }
	| { type: 'CarryingStopped'; proposal: string }
	| { type: 'CarrierNamed'; proposal: string; carrier: string }
	| { type: 'CompetenceSet'; proposal: string; level: Competence }
	| { type: 'MeansSet'; proposal: string; means: Means[] }
	| {
			type: 'AmendmentSuggested';
			amendment: string;
			proposal: string;
			delta: DeltaJson;
			reason: string;
	  }
	| { type: 'AmendmentAccepted'; amendment: string; reason?: string }
	| { type: 'AmendmentDeclined'; amendment: string; reason: string }
	| { type: 'AmendmentWithdrawn'; amendment: string }
	| { type: 'ProposalGrown'; proposal: string; amendment: string }
	| {
			type: 'PositionTaken';
			proposal: string;
			position: Stance;
			reason?: string;
			wouldLift?: string;
			textSeq: number;
	  }
	| { type: 'StripShown'; shown: boolean }
	| { type: 'DisagreementMaintained'; disagreement: string; proposal: string; reason: string }
	| { type: 'DisagreementLifted'; disagreement: string; reason?: string }
	| { type: 'DissentRecorded'; proposal: string; dissent: string };

export const proposalCommands = family<ProposalCommand>({
	AddProposal: true,
	RenameProposal: true,
	MoveProposal: true,
	WithdrawProposal: true,
	RestoreProposal: true,
	LinkProposal: true,
	UnlinkProposal: true,
	CarryProposal: true,
	StopCarrying: true,
	NameCarrier: true,
	SetCompetence: true,
	SetMeans: true,
	SuggestAmendment: true,
	AcceptAmendment: true,
	DeclineAmendment: true,
	WithdrawAmendment: true,
	ProposeDeclined: true,
	TakePosition: true,
	ShowStrip: true,
	MaintainDisagreement: true,
	LiftDisagreement: true,
	RecordDissent: true,
});

export const proposalEvents = family<ProposalEvent>({
	ProposalAdded: true,
	ProposalRenamed: true,
	ProposalMoved: true,
	ProposalWithdrawn: true,
	ProposalRestored: true,
	ProposalLinked: true,
	ProposalUnlinked: true,
	ProposalCarried: true,
	CarryingStopped: true,
	CarrierNamed: true,
	CompetenceSet: true,
	MeansSet: true,
	AmendmentSuggested: true,
	AmendmentAccepted: true,
	AmendmentDeclined: true,
	AmendmentWithdrawn: true,
	ProposalGrown: true,
	PositionTaken: true,
	StripShown: true,
	DisagreementMaintained: true,
	DisagreementLifted: true,
	DissentRecorded: true,
});
