/** The rounds of a table: everyone writes a sheet, and nobody sees any until all are revealed. */
import { family } from './family';

export type RoundKind = 'doubts' | 'needs' | 'ideas';

/** A line of somebody's sheet; without its author where the round is anonymous. */
export interface RoundEntry {
	entry: string;
	text: string;
	by?: string;
}

export interface Round {
	id: string;
	kind: RoundKind;
	question: string;
	anonymous?: true;
	/** Who opened it. */
	by: string;
	/** Epoch milliseconds, UTC, by the server's clock, as is `endsAt`. */
	at: number;
	/** Where its clock ends; it guides and closes nothing. */
	endsAt?: number;
	state: 'open' | 'closed' | 'revealed' | 'dropped';
	/** Who has a sheet in, never what. */
	handed: string[];
	/** Once it is revealed, in an order of chance. */
	entries?: RoundEntry[];
}

export interface RoundsState {
	rounds: Round[];
}

export type RoundCommand =
	| {
			type: 'OpenRound';
			round: string;
			kind: RoundKind;
			question: string;
			anonymous: boolean;
			seconds?: number;
	  }
	/** One sheet a member, replaced as a whole; `key` is a secret of the member's device. */
	| { type: 'HandIn'; round: string; key: string; entries: string[] }
	| { type: 'CloseRound'; round: string }
	| { type: 'RevealRound'; round: string }
	| { type: 'DropRound'; round: string };

export type RoundEvent =
	| {
			type: 'RoundOpened';
			round: string;
			kind: RoundKind;
			question: string;
			anonymous: boolean;
			seconds?: number;
	  }
	| { type: 'SheetHandedIn'; round: string; participant: string }
	| { type: 'RoundClosed'; round: string }
	| { type: 'RoundRevealed'; round: string; entries: RoundEntry[] }
	| { type: 'RoundDropped'; round: string };

export const roundCommands = family<RoundCommand>({
	OpenRound: true,
	HandIn: true,
	CloseRound: true,
	RevealRound: true,
	DropRound: true,
});

export const roundEvents = family<RoundEvent>({
	RoundOpened: true,
	SheetHandedIn: true,
	RoundClosed: true,
	RoundRevealed: true,
	RoundDropped: true,
});
