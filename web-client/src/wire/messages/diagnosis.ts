/** The findings of a table. */
import { family } from './family';

export type FindingKind = 'need' | 'resource' | 'strength' | 'weakness' | 'actor' | 'question';

export interface Finding {
	id: string;
	kind: FindingKind;
	title: string;
	text: string;
	by: string;
	/** Epoch milliseconds, UTC, by the server's clock. */
	at: number;
	source?: string;
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
	| { type: 'SourceFinding'; finding: string; source: string }
	/** Without `before`: to the end. */
	| { type: 'MoveFinding'; finding: string; before?: string }
	| { type: 'WithdrawFinding'; finding: string }
	| { type: 'RestoreFinding'; finding: string };

export type DiagnosisEvent =
	| { type: 'FindingAdded'; finding: string; kind: FindingKind; title: string; text: string }
	| { type: 'FindingRenamed'; finding: string; title: string }
	| { type: 'FindingRetyped'; finding: string; kind: FindingKind }
	| { type: 'FindingSourced'; finding: string; source: string }
	| { type: 'FindingMoved'; finding: string; before?: string }
	| { type: 'FindingWithdrawn'; finding: string }
	| { type: 'FindingRestored'; finding: string };

export const diagnosisCommands = family<DiagnosisCommand>({
	AddFinding: true,
	RenameFinding: true,
	RetypeFinding: true,
	SourceFinding: true,
	MoveFinding: true,
	WithdrawFinding: true,
	RestoreFinding: true,
});

export const diagnosisEvents = family<DiagnosisEvent>({
	FindingAdded: true,
	FindingRenamed: true,
	FindingRetyped: true,
	FindingSourced: true,
	FindingMoved: true,
	FindingWithdrawn: true,
	FindingRestored: true,
});
