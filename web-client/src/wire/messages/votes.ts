/** Consultative votes: everyone's ballot waits unseen, then counts are told at once. */
import { family } from './family';

export type VoteMethod = 'consent' | 'judgment' | 'dots' | 'ranking' | 'scale' | 'yesno';

export type BallotChoice = 'consent' | 'reserve' | 'object' | 'yes' | 'no' | 'abstain';

export interface VoteOption {
	id: string;
	title: string;
}

/** What one member says; which field it has hangs on the method. An empty one does not know. */
export interface Ballot {
	/** Of a consent round, or of yes and no. */
	choice?: BallotChoice;
	/** A grade for each option, from 0, to reject, to 6. */
	grades?: Record<string, number>;
	/** Dots by option. */
	dots?: Record<string, number>;
	/** Options, the one preferred most first; what is left out is preferred least. */
	order?: string[];
	/** From 1 to 10. */
	value?: number;
}

/**
 * What one option got. Judgment: how many gave each grade, the worst first; the median grade. Dots:
 * how many laid any; their sum. Ranking: how many put it in each place; its points.
 */
export interface OptionTally {
	option: string;
	counts: number[];
	score: number;
	/** 1 for the best; those that nothing tells apart share one. */
	rank: number;
}

/** Ballots counted: choices, options or values, by the method. */
export interface Tally {
	/** How many ballots. */
	ballots: number;
	choices?: Partial<Record<BallotChoice, number>>;
	options?: OptionTally[];
	/** How many gave each value from 1 upwards. */
	values?: number[];
	/** How many do not know. */
	unknown?: number;
	/** The two values in the middle, whose mean is the median; absent where nobody gave one. */
	middle?: [number, number];
}

export interface CollegeTally extends Tally {
	college: string;
}

/** Of a secret vote, a college is told where nothing about fewer than five can be worked out. */
export interface VoteResults {
	total: Tally;
	colleges: CollegeTally[];
}

export interface NamedBallot {
	by: string;
	ballot: Ballot;
}

/** What is asked. */
export interface VoteAsked {
	/** The proposal that it is about. */
	about?: string;
	question: string;
	method: VoteMethod;
	options: VoteOption[];
	/** How many dots each voter has, where the method has dots. */
	dots?: number;
}

export interface Vote extends VoteAsked {
	id: string;
	secret?: true;
	/** Who opened it. */
	by: string;
	/** Epoch milliseconds, UTC, by the server's clock. */
	at: number;
	state: 'open' | 'closed' | 'published' | 'dropped';
	/** Who has voted, never what. */
	voted: string[];
	/** Once it is published. */
	results?: VoteResults;
	/** Once it is published, unless it is secret. */
	ballots?: NamedBallot[];
}

export interface VotesState {
	votes: Vote[];
}

export type VoteCommand =
	| ({ type: 'OpenVote'; vote: string; secret: boolean } & VoteAsked)
	/** One ballot a member, replaced as a whole; `key` is a secret of the member's device. */
	| { type: 'CastBallot'; vote: string; key: string; ballot: Ballot }
	| { type: 'CloseVote'; vote: string }
	| { type: 'PublishVote'; vote: string }
	| { type: 'DropVote'; vote: string };

export type VoteEvent =
	| ({ type: 'VoteOpened'; vote: string; secret: boolean } & VoteAsked)
	| { type: 'BallotCast'; vote: string; participant: string }
	| { type: 'VoteClosed'; vote: string }
	| { type: 'VotePublished'; vote: string; results: VoteResults; ballots?: NamedBallot[] }
	| { type: 'VoteDropped'; vote: string };

export const voteCommands = family<VoteCommand>({
	OpenVote: true,
	CastBallot: true,
	CloseVote: true,
	PublishVote: true,
	DropVote: true,
});

export const voteEvents = family<VoteEvent>({
	VoteOpened: true,
	BallotCast: true,
	VoteClosed: true,
	VotePublished: true,
	VoteDropped: true,
});
