/**
 * One co-edited text as its writer holds it: what the server confirmed, at most one edit in flight
 * (as carried over newer commits; the bytes first sent are kept apart), and what was typed behind
 * it. The text on screen is `confirmed`, then `inFlight`, then `behind`. Values, never changed.
 */
import Delta, { type Op } from '../text/delta';

export interface InFlight {
	id: string;
	/** Against `confirmed`. */
	change: Delta;
	/** How many changes of this text by others it was carried over. */
	passed: number;
}

export interface CoText {
	confirmed: Delta;
	inFlight?: InFlight;
	/** Against `confirmed` with `inFlight`; empty where nothing waits. */
	behind: Delta;
}

/** The text afterwards, and the change against what was shown before. */
export interface Step {
	text: CoText;
	shown: Delta;
}

const NOTHING = new Delta();

export function opened(confirmed: Delta): CoText {
	return { confirmed, behind: NOTHING };
}

export function isEmpty(change: Delta): boolean {
	return change.ops.every((op) => typeof op.retain === 'number' && op.attributes === undefined);
}

export function isSettled(text: CoText): boolean {
	return text.inFlight === undefined && isEmpty(text.behind);
}

/** All that the server does not have yet, as one change against `confirmed`. */
export function unsent({ inFlight, behind }: CoText): Delta {
	return inFlight === undefined ? behind : inFlight.change.compose(behind);
}

export function shown(text: CoText): Delta {
	return text.confirmed.compose(unsent(text));
}

/** The person changed what is shown. */
export function typed(text: CoText, change: Delta): CoText {
	return { ...text, behind: text.behind.compose(change) };
}

/** The first part of what waits is now in flight under `id`; `first` then `rest` make up `behind`. */
export function launched(text: CoText, id: string, first: Delta, rest: Delta): CoText {
	if (text.inFlight !== undefined) {
		throw new Error(`${text.inFlight.id} is in flight, ${id} has to wait`);
	}
	return { ...text, inFlight: { id, change: first, passed: 0 }, behind: rest };
}

/** A commit by another. The committed change comes first, its inserts before ours at one place. */
export function arrived(text: CoText, committed: Delta): Step {
	const confirmed = text.confirmed.compose(committed);
	const { inFlight, behind } = text;
	if (inFlight === undefined) {
		return {
			text: { confirmed, behind: committed.transform(behind, true) },
			shown: behind.transform(committed, false),
		};
	}
	const over = inFlight.change.transform(committed, false);
	return {
		text: {
			confirmed,
			inFlight: {
				id: inFlight.id,
				change: committed.transform(inFlight.change, true),
				passed: inFlight.passed + 1,
			},
			behind: over.transform(behind, true),
		},
		shown: behind.transform(over, false),
	};
}

/** The commit of the edit in flight: the server carried it over the same commits to the same change. */
export function acknowledged(text: CoText, committed: Delta): CoText {
	return { confirmed: text.confirmed.compose(committed), behind: text.behind };
}

/** The edit in flight will never be stored: it is taken out from under what was typed behind it. */
export function refused(text: CoText): Step & { lost: Delta } {
	const { confirmed, inFlight, behind } = text;
	if (inFlight === undefined) {
		throw new Error('nothing is in flight');
	}
	const undo = inFlight.change.invert(confirmed);
	return {
		text: { confirmed, behind: undo.transform(behind, true) },
		shown: behind.transform(undo, false),
		lost: inFlight.change,
	};
}

/** The edit in flight was never stored and never will be: it waits again, to go under another id. */
export function recalled(text: CoText): CoText {
	return { confirmed: text.confirmed, behind: unsent(text) };
}

/** Whether a change speaks of no more text than there is. */
export function fits(change: Delta, whole: Delta): boolean {
	const spoken = change.ops.reduce(
		(sum, op) => sum + (op.delete ?? (typeof op.retain === 'number' ? op.retain : 0)),
		0,
	);
	return spoken <= whole.length();
}

/** What a person wrote in a change, to be offered back; pieces from different places on lines of their own. */
export function words(change: Delta): string {
	let text = '';
	let apart = false;
	for (const op of change.ops) {
		if (typeof op.insert === 'string') {
			text += apart && text !== '' && !text.endsWith('\n') ? `\n${op.insert}` : op.insert;
			apart = false;
		} else if (op.retain !== undefined) {
			apart = true;
		}
	}
	return text;
}

const bytes = new TextEncoder();

function size(ops: Op[]): number {
	return bytes.encode(JSON.stringify({ ops })).length;
}

/**
 * A change cut in two, one after the other, the first of `limit` bytes of JSON at most. Deletions go
 * first, so that replacing a long text by another never stands above the longest text allowed.
 */
export function cut(change: Delta, limit: number): { first: Delta; rest: Delta } {
	if (size(change.ops) <= limit) {
		return { first: change, rest: NOTHING };
	}
	const deletes = new Delta();
	const others = new Delta();
	for (const op of change.ops) {
		if (op.delete !== undefined) {
			deletes.delete(op.delete);
		} else {
			others.push(op);
			if (typeof op.retain === 'number') {
				deletes.retain(op.retain);
			}
		}
	}
	if (isEmpty(deletes) || isEmpty(others)) {
		return prefix(change.ops, limit);
	}
	const { first, rest } = cut(deletes.chop(), limit);
	return { first, rest: rest.compose(others) };
}

function prefix(ops: Op[], limit: number): { first: Delta; rest: Delta } {
	const first: Op[] = [];
	let left = limit - size([]);
	for (const [at, op] of ops.entries()) {
		const cost = size([op]) - size([]) + 1;
		if (cost <= left) {
			first.push(op);
			left -= cost;
			continue;
		}
		const tail = ops.slice(at + 1);
		const part = typeof op.insert === 'string' ? piece(op.insert, op, left) : '';
		if (part === '' && first.length === 0) {
			throw new Error(`one operation of ${cost} bytes does not fit into ${limit}`);
		}
		const remaining: Op[] = part === '' ? [op] : [{ ...op, insert: rest(op, part) }];
		const head = new Delta([...first, ...(part === '' ? [] : [{ ...op, insert: part }])]);
		const skipped = head.ops.reduce(
			(sum, one) => sum + (one.delete === undefined ? length(one) : 0),
			0,
		);
		const behind = new Delta().retain(skipped);
		[...remaining, ...tail].forEach((one) => behind.push(one));
		return { first: head.chop(), rest: behind };
	}
	return { first: new Delta(first), rest: NOTHING };
}

function rest(op: Op, part: string): string {
	return String(op.insert).slice(part.length);
}

function length(op: Op): number {
	return typeof op.insert === 'string' ? op.insert.length : Number(op.retain);
}

/** The longest beginning of `text` (as the insert of `op`) within `room` bytes; a pair is never split. */
function piece(text: string, op: Op, room: number): string {
	let low = 0;
	let high = text.length;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		const cost = size([{ ...op, insert: text.slice(0, middle) }]) - size([]) + 1;
		if (cost <= room) {
			low = middle;
		} else {
			high = middle - 1;
		}
	}
	const last = text.charCodeAt(low - 1);
	return text.slice(0, last >= 0xd800 && last <= 0xdbff ? low - 1 : low);
}
