/** The challenges of a table: findings gathered under a theme, and how much it matters to whom. */
import { family } from './family';

/** How much a challenge matters to one member; without `value` they do not know. */
export interface Rated {
	by: string;
	/** 1 to 10. */
	value?: number;
	/** Epoch milliseconds, UTC, by the server's clock. */
	at: number;
}

export interface Challenge {
	id: string;
	title: string;
	text: string;
	by: string;
	/** Epoch milliseconds, UTC, by the server's clock. */
	at: number;
	/** Those gathered under it, in their shown order; each stands under one challenge at most. */
	findings?: string[];
	/** By the latest rating; one a member. */
	ratings?: Rated[];
	/** Added after the phase of the debate. */
	late?: true;
	withdrawn?: true;
}

/** The latest time that all members were asked how much the challenges matter. */
export interface Rating {
	id: string;
	/** Nobody sees a value before it is closed. */
	hidden?: true;
	open?: true;
	/**
	 * While a hidden one is open: by challenge, by member, the commitment to what they said; empty
	 * where only this client knows yet that it was said.
	 */
	given?: Record<string, Record<string, string>>;
	/** The ids of those before it. */
	earlier?: string[];
}

/** What one member said in a hidden rating; by `salt` their last commitment can be computed again. */
export interface RatingValue {
	challenge: string;
	participant: string;
	value?: number;
	salt: string;
}

export interface ChallengesState {
	challenges: Challenge[];
	rating?: Rating;
}

export type ChallengeCommand =
	| { type: 'AddChallenge'; challenge: string; title: string }
	| { type: 'RenameChallenge'; challenge: string; title: string }
	/** Without `before`: to the end. */
	| { type: 'MoveChallenge'; challenge: string; before?: string }
	| { type: 'WithdrawChallenge'; challenge: string }
	| { type: 'RestoreChallenge'; challenge: string }
	| { type: 'GatherFindings'; challenge: string; findings: string[] }
	| { type: 'ReleaseFindings'; findings: string[] }
	| { type: 'OpenRating'; rating: string; hidden: boolean }
	/** Without `value`: does not know. */
	| { type: 'RateChallenge'; rating: string; challenge: string; value?: number }
	| { type: 'CloseRating'; rating: string };

export type ChallengeEvent =
	| { type: 'ChallengeAdded'; challenge: string; title: string; text: string }
	| { type: 'ChallengeRenamed'; challenge: string; title: string }
	| { type: 'ChallengeMoved'; challenge: string; before?: string }
	| { type: 'ChallengeWithdrawn'; challenge: string }
	| { type: 'ChallengeRestored'; challenge: string }
	| { type: 'FindingsGathered'; challenge: string; findings: string[] }
	| { type: 'FindingsReleased'; findings: string[] }
	| { type: 'RatingOpened'; rating: string; hidden: boolean }
	/** By the server: in a hidden rating, that somebody rated, never what. */
	| { type: 'RatingGiven'; challenge: string; participant: string; commitment: string }
	| { type: 'ChallengeRated'; challenge: string; value?: number }
	/** `values`: of a hidden one. */
	| { type: 'RatingClosed'; rating: string; values?: RatingValue[] };

export const challengeCommands = family<ChallengeCommand>({
	AddChallenge: true,
	RenameChallenge: true,
	MoveChallenge: true,
	WithdrawChallenge: true,
	RestoreChallenge: true,
	GatherFindings: true,
	ReleaseFindings: true,
	OpenRating: true,
	RateChallenge: true,
	CloseRating: true,
});

export const challengeEvents = family<ChallengeEvent>({
	ChallengeAdded: true,
	ChallengeRenamed: true,
	ChallengeMoved: true,
	ChallengeWithdrawn: true,
	ChallengeRestored: true,
	FindingsGathered: true,
	FindingsReleased: true,
	RatingOpened: true,
	RatingGiven: true,
	ChallengeRated: true,
	RatingClosed: true,
});
