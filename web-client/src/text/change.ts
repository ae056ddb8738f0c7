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
	const at = fitted(old, now, touched) ?? fitted(old, now, differing(old, now));
	if (!at) throw new Error('two texts that differ nowhere and are not equal');
	const change = new Delta();
	const from = new Delta.OpIterator(before.ops);
	const to = new Delta.OpIterator(after.ops);
	const parts = [
		{ retain: at.from },
		...letterDiff(old.slice(at.from, at.before), now.slice(at.from, at.after)),
		{ retain: old.length - at.before },
	];
	for (const part of parts) {
		let left = part.retain ?? part.delete ?? part.insert ?? 0;
		while (left > 0) {
			const theirs = part.insert === undefined ? from.peekLength() : Infinity;
			const ours = part.delete === undefined ? to.peekLength() : Infinity;
			const step = Math.min(theirs, ours, left);
			const gone = part.insert === undefined ? from.next(step) : null;
			const come = part.delete === undefined ? to.next(step) : null;
			if (gone && come) {
				change.retain(step, attributesBetween(gone.attributes, come.attributes));
			} else if (come) change.push(come);
			else change.delete(step);
			left -= step;
		}
	}
	return change.chop();
}

/** A stretch of letters that stayed, came or went, in UTF-16 units. */
interface Part {
	retain?: number;
	insert?: number;
	delete?: number;
}

// Beyond this product of lengths two texts are not compared letter by letter: it would take seconds.
const COMPARED_MAX = 25_000_000;

const standIns = { first: 0xe000, last: 0xf8ff };

/**
 * What was deleted and inserted between two texts, counted in UTF-16 units. The library's `diff`
 * may cut a character of two units in half where its neighbours look alike, so each such character
 * is compared as one unit that stands in for it.
 */
function letterDiff(old: string, now: string): Part[] {
	const known = new Map<string, string>();
	const encode = (text: string) =>
		text.replace(/[\u{10000}-\u{10ffff}\ue000-\uf8ff]/gu, (character) => {
			const before = known.get(character);
			if (before) return before;
			const standIn = String.fromCharCode(standIns.first + known.size);
			known.set(character, standIn);
			return standIn;
		});
	const olds = encode(old);
	const nows = encode(now);
	if (known.size > standIns.last - standIns.first || old.length * now.length > COMPARED_MAX) {
		return [{ delete: old.length }, { insert: now.length }];
	}
	const wide = new Set([...known].flatMap(([real, standIn]) => (real.length > 1 ? standIn : [])));
	const units = (text: string) =>
		[...text].reduce((sum, one) => sum + (wide.has(one) ? 2 : one.length), 0);
	let at = 0;
	let rest = old.length;
	const parts = new Delta()
		.insert(olds)
		.diff(new Delta().insert(nows))
		.ops.map((op): Part => {
			if (typeof op.insert === 'string') return { insert: units(op.insert) };
			const length = op.delete ?? (typeof op.retain === 'number' ? op.retain : 0);
			const size = units(olds.slice(at, at + length));
			at += length;
			rest -= size;
			return op.delete ? { delete: size } : { retain: size };
		});
	return [...parts, { retain: rest }];
}

/** The part of two texts between what they begin and what they end with alike. */
function differing(old: string, now: string): Touched {
	const shorter = Math.min(old.length, now.length);
	let from = 0;
	while (from < shorter && old[from] === now[from]) from++;
	let same = 0;
	while (same < shorter - from && old.at(-1 - same) === now.at(-1 - same)) same++;
	return { from, before: old.length - same, after: now.length - same };
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
