import type { Node } from 'prosemirror-model';
import type { Transform } from 'prosemirror-transform';
import { splitsPair } from './characters';
import { indexAt } from './delta-document';
import { attributesBetween, Delta, plainText } from './delta';

/** A stretch that was edited: the text was equal before it and after it. */
export interface Touched {
	from: number;
	/** Its end in the text before. */
	before: number;
	/** Its end in the text after. */
	after: number;
}

/**
 * The change from one document to the next. Where something was typed inside a run of equal letters
 * only the editor knows which of them are new: `touched` tells. Where it does not fit, both texts
 * are compared as a whole. The last "\n" is never deleted, and nothing comes after it.
 */
export function changeBetween(before: Delta, after: Delta, touched?: Touched): Delta {
	const old = plainText(before);
	const now = plainText(after);
	const at = fitted(old, now, touched) ?? {
		from: 0,
		before: old.length - 1,
		after: now.length - 1,
	};
	const change = new Delta();
	restyle(change, before.slice(0, at.from), after.slice(0, at.from), at.from);
	const inside = before.slice(at.from, at.before);
	const difference = inside.diff(after.slice(at.from, at.after));
	for (const op of difference.ops) change.push(op);
	change.retain(at.before - at.from - spent(difference));
	const rest = old.length - at.before;
	restyle(change, before.slice(at.before), after.slice(at.after), rest);
	return change.chop();
}

/** How far into the text before a change reaches. */
function spent(change: Delta): number {
	return change.ops.reduce(
		(sum, op) => sum + (op.delete ?? (typeof op.retain === 'number' ? op.retain : 0)),
		0,
	);
}

/** Appends what turns the formats of one text into those of another with the same letters. */
function restyle(change: Delta, before: Delta, after: Delta, length: number): void {
	const from = new Delta.OpIterator(before.ops);
	const to = new Delta.OpIterator(after.ops);
	let left = length;
	while (left > 0) {
		const step = Math.min(from.peekLength(), to.peekLength(), left);
		change.retain(step, attributesBetween(from.next(step).attributes, to.next(step).attributes));
		left -= step;
	}
}

/** The stretch without the last "\n" and without half a character; undefined if it is not true. */
function fitted(old: string, now: string, touched: Touched | undefined): Touched | undefined {
	if (!touched) return undefined;
	const before = Math.min(touched.before, old.length - 1);
	const after = Math.min(touched.after, now.length - 1);
	const from = Math.min(touched.from, before, after);
	const at = { from, before, after };
	while (splitsPair(old, at.from) || splitsPair(now, at.from)) at.from--;
	while (splitsPair(old, at.before) || splitsPair(now, at.after)) {
		at.before++;
		at.after++;
	}
	const same =
		old.length - at.before === now.length - at.after &&
		old.slice(0, at.from) === now.slice(0, at.from) &&
		old.slice(at.before) === now.slice(at.after);
	return same ? at : undefined;
}

/** The stretch of the Delta that the steps of a transform replaced. */
export function touchedBy(transform: Transform, before: Node): Touched | undefined {
	let from = Infinity;
	let oldEnd = -1;
	let newEnd = -1;
	transform.mapping.maps.forEach((map, at) => {
		const back = transform.mapping.slice(0, at).invert();
		const on = transform.mapping.slice(at + 1);
		map.forEach((oldFrom, oldTo, newFrom, newTo) => {
			from = Math.min(from, back.map(oldFrom, -1), on.map(newFrom, -1));
			oldEnd = Math.max(oldEnd, back.map(oldTo, 1));
			newEnd = Math.max(newEnd, on.map(newTo, 1));
		});
	});
	if (oldEnd < 0) return undefined;
	return {
		from: Math.min(indexAt(before, from), indexAt(transform.doc, from)),
		before: indexAt(before, oldEnd),
		after: indexAt(transform.doc, newEnd),
	};
}
