import type { Node } from 'prosemirror-model';
import { Plugin, TextSelection, type Transaction } from 'prosemirror-state';
import { ReplaceStep } from 'prosemirror-transform';
import { cleanCharacters } from './characters';
import { Delta } from './delta';
import { deltaToDoc, docToDelta, indexAt, placeAt } from './delta-document';

// A change with more places than this is shown as one: each place costs a pass over the text.
const PLACES_MAX = 16;

/** A selection counted in the Delta. */
export interface Range {
	anchor: number;
	head: number;
}

export function rangeOf(doc: Node, selection: { anchor: number; head: number }): Range {
	// Everything selected ends behind the last "\n", where no caret can stand.
	const last = indexAt(doc, doc.content.size) - 1;
	const index = (pos: number) => Math.min(last, indexAt(doc, pos));
	return { anchor: index(selection.anchor), head: index(selection.head) };
}

export function select(transaction: Transaction, { anchor, head }: Range): Transaction {
	const { doc } = transaction;
	return transaction.setSelection(
		TextSelection.create(doc, placeAt(doc, anchor), placeAt(doc, head)),
	);
}

/** Where a selection is after a change by another: what is inserted at its edges stays outside. */
export function carried({ anchor, head }: Range, change: Delta): Range {
	const from = Math.min(anchor, head);
	const to = Math.max(anchor, head);
	const start = change.transformPosition(from, from === to);
	const end = Math.max(start, change.transformPosition(to, true));
	return anchor <= head ? { anchor: start, head: end } : { anchor: end, head: start };
}

/** Makes the transaction's document the target, touching only where they differ. */
export function showDocument(transaction: Transaction, target: Node): void {
	const { doc } = transaction;
	const start = doc.content.findDiffStart(target.content);
	if (start === null) return;
	const ends = doc.content.findDiffEnd(target.content);
	if (!ends) return;
	// Where equal letters stand on both sides the two searches overlap.
	const overlap = start - Math.min(ends.a, ends.b);
	const endA = overlap > 0 ? ends.a + overlap : ends.a;
	const endB = overlap > 0 ? ends.b + overlap : ends.b;
	const step = new ReplaceStep(start, endA, target.slice(start, endB));
	const result = step.apply(doc);
	if (result.doc?.eq(target)) transaction.step(step);
	else transaction.replaceWith(0, doc.content.size, target.content);
}

/** Cuts a change at its longer unchanged stretches; each piece is against the text after the last. */
export function pieces(change: Delta): Delta[] {
	const cut: Delta[] = [];
	let piece = new Delta();
	let at = 0;
	for (const op of change.ops) {
		if (typeof op.retain === 'number' && !op.attributes) {
			if (piece.ops.length > 0) cut.push(piece);
			at += op.retain;
			piece = new Delta();
			continue;
		}
		if (piece.ops.length === 0) piece.retain(at);
		piece.push(op);
		at += typeof op.insert === 'string' ? op.insert.length : 0;
		at += typeof op.retain === 'number' ? op.retain : 0;
	}
	if (piece.ops.length > 0) cut.push(piece);
	return cut.length <= PLACES_MAX ? cut : [change];
}

/** Shows a change of the text in the transaction's document, which shows `before`. */
export function showChange(transaction: Transaction, before: Delta, change: Delta): void {
	let delta = before;
	for (const piece of pieces(change)) {
		delta = delta.compose(piece);
		showDocument(transaction, deltaToDoc(delta));
	}
}

/** Set on transactions whose document is already the one that shows its Delta. */
export const exact = 'exact';

function cleaned(delta: Delta): Delta {
	const clean = new Delta();
	for (const op of delta.ops) {
		if (typeof op.insert === 'string') {
			clean.insert(cleanCharacters(op.insert), op.attributes);
		}
	}
	return clean;
}

/**
 * Many documents have one Delta: two lists side by side are one list. After each edit the document
 * becomes the one that its Delta is shown as, so that everyone sees the same.
 */
export function normalising(): Plugin {
	return new Plugin({
		appendTransaction(transactions, _before, state) {
			if (!transactions.some((one) => one.docChanged && !one.getMeta(exact))) return null;
			const target = deltaToDoc(cleaned(docToDelta(state.doc)));
			if (target.eq(state.doc)) return null;
			const range = rangeOf(state.doc, state.selection);
			const transaction = state.tr;
			showDocument(transaction, target);
			return select(transaction, range).setStoredMarks(state.storedMarks);
		},
	});
}

/** Whether a change reaches the block at an index, or one beside it that it could grow together with. */
export function reaches(change: Delta, doc: Node, index: number): boolean {
	const here = doc.resolve(placeAt(doc, index)).index(0);
	const first = Math.max(0, here - 1);
	const last = Math.min(doc.childCount - 1, here + 1);
	let pos = 0;
	let from = 0;
	let to = 0;
	doc.forEach((child, offset, at) => {
		pos = offset + child.nodeSize;
		if (at === first) from = indexAt(doc, offset);
		if (at === last) to = indexAt(doc, pos);
	});
	let at = 0;
	return change.ops.some((op) => {
		const length = op.delete ?? (typeof op.retain === 'number' ? op.retain : 0);
		const changes = op.attributes !== undefined || op.retain === undefined;
		const hit = changes && at <= to && at + length >= from;
		at += length;
		return hit;
	});
}

/** Where a change of letters ends in the text after it; null where it only changes formats. */
export function endOf(change: Delta): number | null {
	let at = 0;
	let end: number | null = null;
	for (const op of change.ops) {
		if (typeof op.insert === 'string') {
			at += op.insert.length;
			end = at;
		} else if (typeof op.retain === 'number') at += op.retain;
		else end = at;
	}
	return end;
}
