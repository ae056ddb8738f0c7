/**
 * The frames, commands, events and state of the wire contract, version 1, as the client sees them.
 * Unknown fields are ignored: fields may be added, never renamed. An unknown type of frame or event
 * means that this client is outdated. Each area has a file of its own in `messages/`; here they are
 * put together, with the frames that carry them.
 */
import type { ChallengeCommand, ChallengeEvent, ChallengesState } from './messages/challenges';
import type { DiagnosisCommand, DiagnosisEvent, DiagnosisState } from './messages/diagnosis';
import type { MemberCommand, MemberEvent, MembersState, Presence, Role } from './messages/members';
import type { FrameCommand, FrameEvent, FrameState } from './messages/frame';
import type { TalkCommand, TalkEvent, TalkState } from './messages/talk';
import type { ProposalCommand, ProposalEvent, ProposalsState } from './messages/proposals';
import type { RoundCommand, RoundEvent, RoundsState } from './messages/rounds';
import type { VoteCommand, VoteEvent, VotesState } from './messages/votes';
import type { TextCommand, TextEvent, TextsState } from './messages/texts';

export type * from './messages/challenges';
export type * from './messages/diagnosis';
export type * from './messages/members';
export type * from './messages/frame';
export type * from './messages/proposals';
export type * from './messages/talk';
export type * from './messages/rounds';
export type * from './messages/votes';
export type * from './messages/texts';

/** The number of a commit in its table's history; the first is 1, 0 is the empty table. */
export type Seq = number;

/** The whole table after some commit. Lists are in their shown order; withdrawn items keep their place. */
export interface TableState
	extends
		TextsState,
		MembersState,
		FrameState,
		DiagnosisState,
		ChallengesState,
		RoundsState,
		VotesState,
		ProposalsState,
		TalkState {}

export type Command =
	| TextCommand
	| MemberCommand
	| FrameCommand
	| DiagnosisCommand
	| ChallengeCommand
	| RoundCommand
	| VoteCommand
	| TalkCommand
	| ProposalCommand;

export type TableEvent =
	| TextEvent
	| MemberEvent
	| FrameEvent
	| DiagnosisEvent
	| ChallengeEvent
	| RoundEvent
	| VoteEvent
	| TalkEvent
	| ProposalEvent;

/** A name beside the log. `name` is null where it was erased. */
export interface Person {
	id: string;
	name: string | null;
	organisation?: string;
}
export interface You {
	id: string;
	name: string;
	role: Role;
	college?: string;
	table?: string;
	organisation?: string;
	presence?: Presence;
}

export interface Commit {
	seq: Seq;
	/** Epoch milliseconds, UTC; never runs backwards. */
	at: number;
	/** The participant who acted, or "system". */
	by: string;
	id: string;
	events: TableEvent[];
}

export interface Here {
	participant: string;
	text?: string;
	index?: number;
	length?: number;
	typing?: boolean;
}

export type ClientFrame =
	| { type: 'join'; client: string; since?: Seq; hash?: string }
	| { type: 'do'; id: string; command: Command }
	| { type: 'here'; base: Seq; text?: string; index?: number; length?: number; typing?: true }
	| { type: 'ping'; n: number };

export type Goodbye =
	'shutdown' | 'moved' | 'slow' | 'removed' | 'expired' | 'replaced' | 'unjoined' | 'outdated';

export type Welcome = {
	type: 'welcome';
	seq: Seq;
	hash: string;
	at: number;
	you: You;
	people: Person[];
} & ({ state: TableState; parted?: true; commits?: never } | { commits: Commit[]; state?: never });

export type ServerFrame =
	| Welcome
	| { type: 'commits'; commits: Commit[]; hash: string }
	| { type: 'done'; id: string; seq?: Seq }
	| {
			type: 'refused';
			id: string | null;
			code: string;
			message: string;
			params: Record<string, unknown>;
	  }
	| { type: 'people'; people: Person[] }
	| {
			type: 'presence';
			base: Seq;
			here: Here[];
			left: string[];
			count: { room: number; remote: number; observers: number };
	  }
	| { type: 'pong'; n: number; at: number }
	| { type: 'goodbye'; code: Goodbye; retryInMs?: number };
