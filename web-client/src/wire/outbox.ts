/**
 * What one client (one tab) has not got through yet, written down before it is sent. Numbers count
 * up over reloads. One holder at a time: whoever opens an outbox takes it, and every later write of
 * the one before is refused, however long that tab slept.
 */
import type { Command, DeltaJson, Seq, TableState } from './messages';

export interface StoredCommand {
	n: number;
	id: string;
	/** The very frame first sent; it is sent again byte for byte. */
	bytes: string;
	command: Command;
	/** The last commit its author held. */
	seq: Seq;
	hash: string;
}

/** Unsent changes of one text, standing on commit `seq`. */
export interface StoredText {
	text: string;
	seq: Seq;
	hash: string;
	/** The text at `seq`. */
	confirmed: DeltaJson;
	/** `change` is the edit as carried to `seq`; the bytes sent are the command's. */
	inFlight?: { id: string; change: DeltaJson };
	behind: DeltaJson;
}

/** Something the person wrote that will not be stored as it is, kept until they have seen it. */
export interface Refusal {
	key: string;
	id: string | null;
	code: string;
	message: string;
	params: Record<string, unknown>;
	command?: Command;
	/** What a refused edit wrote, offered to keep. */
	words?: string;
}

/** One thing that was not sent when the histories parted. */
export interface Unsent {
	command?: Command;
	text?: string;
	/** Against the text as it stood in `Parted.state`, where there is one. */
	change?: DeltaJson;
	words?: string;
}

/** The copy of a history that the server does not have. */
export interface Parted {
	/** As it was shown; undefined where only the unsent things were kept. */
	state?: TableState;
	unsent: Unsent[];
}

export interface OutboxContent {
	/** Whose commands these are; undefined before the first welcome. */
	participant?: string;
	/** The highest number given out. */
	counter: number;
	commands: StoredCommand[];
	texts: StoredText[];
	refusals: Refusal[];
	parted?: Parted;
}

/** One atomic step. */
export interface OutboxChange {
	participant?: string;
	add?: StoredCommand[];
	/** Numbers of commands. */
	remove?: number[];
	put?: StoredText[];
	/** Ids of texts. */
	drop?: string[];
	refusals?: Refusal[];
	parted?: Parted | null;
}

export interface Outbox {
	readonly client: string;
	/** It lasts as long as the page only: the browser keeps nothing. */
	readonly fleeting?: true;
	/** What was in it when it was opened. */
	readonly content: OutboxContent;
	/** @throws OutboxTaken where another tab opened it since. */
	write(change: OutboxChange): Promise<void>;
	/** All writes asked for so far are done, or failed. */
	settled(): Promise<void>;
	close(): void;
	/** Takes it away for good; only an empty one. */
	destroy(): Promise<void>;
}

/** The outboxes of this browser. */
export interface Outboxes {
	/** Makes it where there is none, unless `onlyExisting`. */
	open(table: string, client: string, onlyExisting?: boolean): Promise<Outbox | undefined>;
	/** The clients that have one for this table, the latest first. */
	clients(table: string): Promise<string[]>;
}

export class OutboxTaken extends Error {
	constructor(client: string) {
		super(`another tab holds the outbox of ${client}`);
	}
}

export function isEmptyOutbox({ commands, texts, refusals, parted }: OutboxContent): boolean {
	return (
		commands.length === 0 && texts.length === 0 && refusals.length === 0 && parted === undefined
	);
}
