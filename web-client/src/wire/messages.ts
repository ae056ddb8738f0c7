/**
 * The frames, commands, events and state of the wire contract, version 1, as the client sees them.
 * Unknown fields are ignored: fields may be added, never renamed. An unknown type of frame or event
 * means that this client is outdated.
 */

/** The number of a commit in its table's history; the first is 1, 0 is the empty table. */
export type Seq = number;

export type Role =
	'facilitator' | 'scribe' | 'guarantor' | 'participant' | 'observer' | 'organiser';
export type Presence = 'room' | 'remote';
export type Phase = 'frame' | 'diagnosis' | 'debate' | 'proposals' | 'follow-up' | 'review';
export type FindingKind = 'need' | 'resource' | 'strength' | 'weakness' | 'actor' | 'question';

/** A Quill Delta as it travels. A document ends in "\n"; a change may also delete and retain. */
export interface DeltaJson {
	ops: OpJson[];
}
export interface OpJson {
	insert?: string;
	delete?: number;
	retain?: number;
	attributes?: Record<string, string | number | boolean | null>;
}

export interface College {
	id: string;
	name: string;
}
export interface Participant {
	id: string;
	role: Role;
	college?: string;
	presence: Presence;
	mandate?: string;
}
export interface Finding {
	id: string;
	kind: FindingKind;
	title: string;
	text: string;
	by: string;
	/** Epoch milliseconds, UTC, by the server's clock. */
	at: number;
	source?: string;
	withdrawn?: true;
}
export interface Proposal {
	id: string;
	title: string;
	text: string;
	by: string;
	at: number;
	positions: unknown[];
}
/** The whole table after some commit. Lists are in their shown order; withdrawn items keep their place. */
export interface TableState {
	title: string;
	territory?: string;
	theme?: string;
	locale: string;
	phase: Phase;
	colleges: College[];
	participants: Participant[];
	findings: Finding[];
	challenges: unknown[];
	proposals: Proposal[];
	texts: Record<string, DeltaJson>;
}

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

export type Command =
	| { type: 'AddFinding'; finding: string; kind: FindingKind; title: string }
	| { type: 'RenameFinding'; finding: string; title: string }
	| { type: 'RetypeFinding'; finding: string; kind: FindingKind }
	| { type: 'SourceFinding'; finding: string; source: string }
	/** Without `before`: to the end. */
	| { type: 'MoveFinding'; finding: string; before?: string }
	| { type: 'WithdrawFinding'; finding: string }
	| { type: 'RestoreFinding'; finding: string }
	| { type: 'EditText'; text: string; base: Seq; delta: DeltaJson }
	| { type: 'MovePhase'; phase: Phase; reason?: string };

export type TableEvent =
	| {
			type: 'TableCreated';
			title: string;
			territory?: string;
			theme?: string;
			locale: string;
			colleges: College[];
	  }
	| {
			type: 'ParticipantJoined';
			participant: string;
			role: Role;
			college?: string;
			presence: Presence;
	  }
	| { type: 'RoleChanged'; participant: string; role: Role }
	| { type: 'FindingAdded'; finding: string; kind: FindingKind; title: string; text: string }
	| { type: 'FindingRenamed'; finding: string; title: string }
	| { type: 'FindingRetyped'; finding: string; kind: FindingKind }
	| { type: 'FindingSourced'; finding: string; source: string }
	| { type: 'FindingMoved'; finding: string; before?: string }
	| { type: 'FindingWithdrawn'; finding: string }
	| { type: 'FindingRestored'; finding: string }
	| { type: 'TextEdited'; text: string; delta: DeltaJson }
	| { type: 'PhaseMoved'; phase: Phase; reason?: string };

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
