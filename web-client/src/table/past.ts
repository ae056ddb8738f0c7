/** Reads what was missed by HTTP, and carries unsent things that stand on an old commit to now. */
import Delta from '../text/delta';
import type { PastCommit, Reading } from '../wire/http';
import type { Commit, Seq, TableState } from '../wire/messages';
import type { StoredCommand, StoredText } from '../wire/outbox';
import * as co from './co-edit';

/** The server reads at most 100,000 at once. */
const PAGE = 10_000;

/** The commits `from`..`to`, both inclusive. */
export async function readPast(
	http: Reading,
	table: string,
	from: Seq,
	to: Seq,
): Promise<PastCommit[]> {
	const past: PastCommit[] = [];
	let next = from;
	while (next <= to) {
		const before = next;
		for await (const commit of http.commits(table, next, Math.min(PAGE, to - next + 1))) {
			if (commit.seq !== next) {
				throw new Error(`commit ${commit.seq} came where ${next} was asked for`);
			}
			past.push(commit);
			next += 1;
		}
		if (next === before) {
			throw new Error(`history ended at ${next - 1}, before ${to}`);
		}
	}
	return past;
}

/** Whether something stands on a commit of this very history. */
export function standsOn(past: PastCommit[], { seq, hash }: { seq: Seq; hash: string }): boolean {
	const first = past[0]?.seq ?? 0;
	return past[seq - first]?.hash === hash;
}

/** What an outbox held, sorted by what became of it meanwhile. */
export interface Resumed {
	texts: [string, co.CoText][];
	/** Ids of commands that were stored. */
	stored: Set<string>;
	/** These stand on a history that the server does not have, or cannot be carried. */
	apartTexts: StoredText[];
	apartCommands: StoredCommand[];
}

export function resumed(
	past: PastCommit[],
	state: TableState,
	author: string,
	rows: { commands: StoredCommand[]; texts: StoredText[] },
): Resumed {
	const own = past.filter(({ by }) => by === author);
	const result: Resumed = {
		texts: [],
		stored: new Set(own.map(({ id }) => id)),
		apartTexts: [],
		apartCommands: rows.commands.filter((one) => !standsOn(past, one)),
	};
	for (const row of rows.texts) {
		const text = standsOn(past, row) ? carried(row, past, author) : undefined;
		const now = state.texts[row.text];
		const whole = now === undefined ? text?.confirmed : new Delta(now.ops);
		if (text !== undefined && whole !== undefined && co.fits(co.unsent(text), whole)) {
			result.texts.push([row.text, { ...text, confirmed: whole }]);
		} else {
			result.apartTexts.push(row);
		}
	}
	return result;
}

/** Undefined where a masked event stands in the way: what it did to the text is gone. */
function carried(row: StoredText, past: PastCommit[], author: string): co.CoText | undefined {
	let text: co.CoText = {
		confirmed: new Delta(row.confirmed.ops),
		behind: new Delta(row.behind.ops),
	};
	if (row.inFlight !== undefined) {
		const { id, change } = row.inFlight;
		text = { ...text, inFlight: { id, change: new Delta(change.ops), passed: 0 } };
	}
	for (const commit of past) {
		if (commit.seq <= row.seq) {
			continue;
		}
		if (commit.redacted !== undefined && commit.redacted.length > 0) {
			return undefined;
		}
		for (const change of changesOf(commit, row.text)) {
			text =
				text.inFlight?.id === commit.id && commit.by === author
					? co.acknowledged(text, change)
					: co.arrived(text, change).text;
		}
	}
	return text;
}

/** What a commit did to one text. */
export function changesOf(commit: Commit, text: string): Delta[] {
	return commit.events.flatMap((event) =>
		event.type === 'TextEdited' && event.text === text ? [new Delta(event.delta.ops)] : [],
	);
}
