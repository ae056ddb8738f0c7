import type { DeltaJson } from './delta';
import { blocksOf, placeOf, type Block } from './text-boxes';

/** A change that somebody suggests of a text, to be shown in it without being made. */
export interface Tracked {
	id: string;
	/** In the text as it is shown; what does not fit it is left out. */
	places: readonly Replacement[];
	/** Who suggests it and what else is to be known at a glance, in few words. */
	label: string;
	colour: string;
	/** Told apart without colour: the line under what it inserts. */
	pattern: 'solid' | 'dashed' | 'dotted' | 'double';
}

/** A stretch that goes and the words that come in its place; either may be empty. */
export interface Replacement {
	from: number;
	to: number;
	words: string;
}

/** The places of a change, in order; what it only formats is none. */
export function replacementsOf({ ops }: DeltaJson): Replacement[] {
	const found: Replacement[] = [];
	let at = 0;
	let open: Replacement | undefined;
	for (const { insert, delete: gone, retain } of ops) {
		if (typeof retain === 'number') {
			at += retain;
			open = undefined;
			continue;
		}
		if (!open) {
			open = { from: at, to: at, words: '' };
			found.push(open);
		}
		if (typeof insert === 'string') open.words += insert;
		if (gone !== undefined) {
			at += gone;
			open.to = at;
		}
	}
	return found;
}

/**
 * Shows changes in a text that was rendered: what goes struck through, what comes underlined behind
 * it. What comes is no part of the text: whoever counts the text's letters on the page leaves it out.
 */
export function markTracked(root: ParentNode, changes: readonly Tracked[]): void {
	const places = changes.flatMap((change) => change.places.map((each) => ({ ...each, change })));
	// What comes is put in first: no stretch that goes is then wrapped around it.
	for (const { to, words, change } of places) {
		if (words !== '') insert(root, to, element('ins', change, words.replaceAll('\n', '¶\n')));
	}
	for (const { from, to, change } of places) {
		if (to > from) strike(root, from, to, change);
	}
	for (const { id, label } of changes) {
		const marks = root.querySelectorAll<HTMLElement>(`[data-amendment="${CSS.escape(id)}"]`);
		marks.item(marks.length - 1)?.setAttribute('data-label', label);
	}
}

function element(tag: 'ins' | 'del', { id, colour, pattern }: Tracked, words = ''): HTMLElement {
	const mark = document.createElement(tag);
	mark.dataset.amendment = id;
	mark.dataset.pattern = pattern;
	mark.style.setProperty('--who', colour);
	mark.textContent = words;
	return mark;
}

function insert(root: ParentNode, at: number, mark: HTMLElement): void {
	const blocks = blocksOf(root);
	const place = placeOf(blocks, at);
	if (!place) {
		const line = blocks.find(({ from }) => from === at) ?? blocks.at(-1);
		if (line) close(line, mark);
		return;
	}
	const { node, offset } = place;
	// A link or a word of the glossary is one thing to press: nothing is put into it at its end.
	const whole = node.parentElement?.closest('a, button');
	if (offset === node.data.length) afterMarks(whole?.lastChild === node ? whole : node, mark);
	else if (offset === 0) node.before(mark);
	else node.splitText(offset).before(mark);
}

/** At the end of a line; an empty one keeps its height by a break of its own. */
function close({ element: line }: Block, mark: HTMLElement): void {
	const aid = line.lastElementChild;
	if (aid?.nodeName === 'BR') aid.before(mark);
	else line.append(mark);
}

/** Behind what others insert there already. */
function afterMarks(place: ChildNode, mark: HTMLElement): void {
	let last = place;
	while (last.nextSibling?.nodeName === 'INS') last = last.nextSibling;
	last.after(mark);
}

function strike(root: ParentNode, from: number, to: number, change: Tracked): void {
	for (const block of blocksOf(root)) {
		let at = block.from;
		for (const node of block.nodes) {
			const start = Math.max(0, from - at);
			const end = Math.min(node.data.length, to - at);
			at += node.data.length;
			if (start < end) wrap(node, start, end, element('del', change));
		}
		if (from <= endOf(block) && endOf(block) < to) {
			close(block, element('del', change));
		}
	}
}

/** Where the line break of a line stands. */
function endOf({ from, length }: Block): number {
	return from + length;
}

function wrap(node: Text, start: number, end: number, mark: HTMLElement): void {
	const gone = start > 0 ? node.splitText(start) : node;
	if (end - start < gone.data.length) gone.splitText(end - start);
	gone.replaceWith(mark);
	mark.append(gone);
}
