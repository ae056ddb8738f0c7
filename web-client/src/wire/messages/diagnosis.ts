/** The findings of a table. */
import { family } from './family';

export type FindingKind = 'need' | 'resource' | 'strength' | 'weakness' | 'actor' | 'question';

/** What kind of knowledge stands behind a finding. */
export type SourceNature = 'figure' | 'story' | 'experience';

export interface Finding {
	id: string;
	kind: FindingKind;
	title: string;
	text: string;
	by: string;
	/** Epoch milliseconds, UTC, by the server's clock. */
	at: number;
	source?: string;
	/** Only where there is a source, as is `link`. */
	nature?: SourceNature;
	/** An address as texts may carry it. */
	link?: string;
	/** Who agrees with it, in the order in which they said so. */
	agreed?: string[];
	/** The findings that it was made of. */
	parents?: string[];
	/** The finding that stands for it; it keeps its place in the list and is only read. */
	mergedInto?: string;
	/** Added after the phase of the diagnosis. */
	late?: true;
	withdrawn?: true;
}

export interface DiagnosisState {
	findings: Finding[];
}

export type DiagnosisCommand =
	| { type: 'AddFinding'; finding: string; kind: FindingKind; title: string }
	| { type: 'RenameFinding'; finding: string; title: string }
	| { type: 'RetypeFinding'; finding: string; kind: FindingKind }
	/** An empty source takes the source away. */
	| {
			type: 'SourceFinding';
			finding: string;
			source: string;
			nature?: SourceNature;
			link?: string;
	  }
	/** Without `before`: to the end. */
	| { type: 'MoveFinding'; finding: string; before?: string }
	| { type: 'WithdrawFinding'; finding: string }
	| { type: 'RestoreFinding'; finding: string }
	| { type: 'AgreeFinding'; finding: string }
	| { type: 'TakeBackAgreement'; finding: string }
	| { type: 'MergeFindings'; finding: string; kind: FindingKind; title: string; parents: string[] }
	| { type: 'UnmergeFinding'; finding: string };

export type DiagnosisEvent =
	| { type: 'FindingAdded'; finding: string; kind: FindingKind; title: string; text: string }
	| { type: 'FindingRenamed'; finding: string; title: string }
	| { type: 'FindingRetyped'; finding: string; kind: FindingKind }
	| {
			type: 'FindingSourced';
			finding: string;
			source: string;
			nature?: SourceNature;
			link?: string;
	  }
	| { type: 'FindingMoved'; finding: string; before?: string }
	| { type: 'FindingWithdrawn'; finding: string }
	| { type: 'FindingRestored'; finding: string }
	| { type: 'FindingAgreed'; finding: string }
	| { type: 'AgreementTakenBack'; finding: string }
	| {
			type: 'FindingsMerged';
			finding: string;
			kind: FindingKind;
			title: string;
			text: string;
			parents: string[];
	  }
	| { type: 'FindingUnmerged'; finding: string };

export const diagnosisCommands = family<DiagnosisCommand>({
	AddFinding: true,
	RenameFinding: true,
	RetypeFinding: true,
	SourceFinding: true,
	MoveFinding: true,
	WithdrawFinding: true,
	RestoreFinding: true,
	AgreeFinding: true,
	TakeBackAgreement: true,
	MergeFindings: true,
	UnmergeFinding: true,
});

export const diagnosisEvents = family<DiagnosisEvent>({
	FindingAdded: true,
	FindingRenamed: true,
	FindingRetyped: true,
	FindingSourced: true,
	FindingMoved: true,
	FindingWithdrawn: true,
	FindingRestored: true,
	FindingAgreed: true,
	AgreementTakenBack: true,
	FindingsMerged: true,
	FindingUnmerged: true,
});
