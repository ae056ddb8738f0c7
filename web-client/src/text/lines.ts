import { attributesBetween, Delta, type AttributeMap } from './delta';
import { attributesOf, DEEPEST, readLine, type LineKind, type ListKind } from './delta-document';
import type { Range } from './show';

/** One line of a text. */
export interface Line {
	/** Where it starts. */
	from: number;
	/** Where its "\n" stands. */
	end: number;
	attributes: AttributeMap;
	kind: LineKind;
}

/** What a command does: a change, and where the selection is afterwards. */
export interface Edit {
	change: Delta;
	range: Range;
}

export function linesOf(delta: Delta): Line[] {
	const lines: Line[] = [];
	let from = 0;
	delta.eachLine((line, attributes) => {
		const end = from + line.length();
		lines.push({ from, end, attributes, kind: readLine(attributes).kind });
		from = end + 1;
	});
	return lines;
}

export function lineAt(lines: readonly Line[], index: number): number {
	const at = lines.findIndex((line) => index <= line.end);
	return at < 0 ? lines.length - 1 : at;
}

const ofLines = new Set(['header', 'list', 'indent', 'blockquote']);

/** What a "\n" carries besides what it is shown as. */
export function inlineOnly(attributes: AttributeMap): AttributeMap {
	return Object.fromEntries(Object.entries(attributes).filter(([name]) => !ofLines.has(name)));
}

/**
 * The attributes of a line that is to be shown otherwise. What was hidden behind the old look goes,
 * else it would come to light; inline formats on the "\n" stay.
 */
export function restyled(attributes: AttributeMap, kind: LineKind): AttributeMap {
	return { ...inlineOnly(attributes), ...attributesOf(kind) };
}

/** The change that gives lines new attributes; `wanted` answers undefined for those that stay. */
function restyle(
	lines: readonly Line[],
	wanted: (line: Line, at: number) => LineKind | undefined,
): Delta {
	const change = new Delta();
	let done = 0;
	lines.forEach((line, at) => {
		const kind = wanted(line, at);
		if (!kind) return;
		const difference = attributesBetween(line.attributes, restyled(line.attributes, kind));
		if (!difference) return;
		change.retain(line.end - done).retain(1, difference);
		done = line.end + 1;
	});
	return change;
}

interface Span {
	first: number;
	last: number;
}

function spanned(lines: readonly Line[], { anchor, head }: Range): Span {
	const from = lineAt(lines, Math.min(anchor, head));
	const to = lineAt(lines, Math.max(anchor, head));
	// A selection that ends where a line starts does not mean that line.
	const edge = anchor !== head && to > from && lines[to]?.from === Math.max(anchor, head);
	return { first: from, last: edge ? to - 1 : to };
}

const isListed = (line: Line | undefined): line is Line & { kind: { type: 'list' } } =>
	line?.kind.type === 'list';

/** The last line of the items below the one at `at`. */
function branchEnd(lines: readonly Line[], at: number): number {
	const root = lines[at];
	if (!isListed(root)) return at;
	let end = at;
	for (let next = lines[end + 1]; isListed(next); next = lines[end + 1]) {
		if (next.kind.indent <= root.kind.indent) break;
		end++;
	}
	return end;
}

/** Shows the chosen lines as `kind`; items below a line that leaves its list move up to its place. */
function reshape(delta: Delta, range: Range, kind: (line: Line) => LineKind): Edit {
	const lines = linesOf(delta);
	const { first, last } = spanned(lines, range);
	const kinds = new Map<number, LineKind>();
	for (let at = first; at <= last; at++) {
		const line = lines[at];
		if (!line) continue;
		const next = kind(line);
		kinds.set(at, next);
		if (!isListed(line) || next.type === 'list') continue;
		for (let below = at + 1; below <= branchEnd(lines, at); below++) {
			const child = lines[below];
			if (below <= last || !isListed(child)) continue;
			const indent = child.kind.indent - line.kind.indent - 1;
			kinds.set(below, { ...child.kind, indent });
		}
	}
	return { change: restyle(lines, (_line, at) => kinds.get(at)), range };
}

const sameLook = (one: LineKind, other: LineKind): boolean => {
	if (one.type === 'header' && other.type === 'header') return one.level === other.level;
	if (one.type === 'list' && other.type === 'list') return one.list === other.list;
	return one.type === other.type;
};

/** Shows the chosen lines so, or as plain paragraphs where all of them are shown so already. */
export function toggleLines(delta: Delta, range: Range, kind: LineKind): Edit {
	const lines = linesOf(delta);
	const { first, last } = spanned(lines, range);
	const all = lines.slice(first, last + 1).every((line) => sameLook(line.kind, kind));
	return reshape(delta, range, (line) => {
		if (all) return { type: 'paragraph' };
		if (kind.type === 'list' && isListed(line)) return { ...line.kind, list: kind.list };
		return kind;
	});
}

export function setLines(delta: Delta, range: Range, kind: LineKind): Edit {
	return reshape(delta, range, () => kind);
}

/** Moves the chosen items, and those below them, one level; null where no level is left. */
export function indentLines(delta: Delta, range: Range, by: 1 | -1): Edit | null {
	const lines = linesOf(delta);
	const { first, last } = spanned(lines, range);
	const kinds = new Map<number, LineKind>();
	let above = lines[first - 1];
	for (let at = first; at <= last; at++) {
		const root = lines[at];
		if (!isListed(root)) {
			above = root;
			continue;
		}
		const end = Math.max(branchEnd(lines, at), at);
		const room = isListed(above) && root.kind.indent <= above.kind.indent;
		const moves = by < 0 ? root.kind.indent > 0 : room && root.kind.indent < DEEPEST;
		for (let item = at; moves && item <= end; item++) {
			const line = lines[item];
			if (!isListed(line)) continue;
			const indent = Math.min(DEEPEST, Math.max(0, line.kind.indent + by));
			kinds.set(item, { ...line.kind, indent });
		}
		const moved = kinds.get(at) ?? root.kind;
		above = { ...root, kind: moved };
		at = end;
	}
	const change = restyle(lines, (_line, at) => kinds.get(at));
	return change.ops.length > 0 ? { change, range } : null;
}

const at = (index: number): Range => ({ anchor: index, head: index });

/**
 * Deletes what is selected. The line that is left looks like the first, unless all of that went;
 * nothing at all left is a plain line.
 */
export function deleteSelected(delta: Delta, { anchor, head }: Range): Edit {
	const from = Math.min(anchor, head);
	const to = Math.max(anchor, head);
	const lines = linesOf(delta);
	const first = lines[lineAt(lines, from)];
	const last = lines[lineAt(lines, to)];
	const change = new Delta().retain(from).delete(to - from);
	if (first && last && first !== last && from > first.from) {
		change.retain(last.end - to);
		change.retain(1, attributesBetween(last.attributes, first.attributes) ?? null);
	} else if (last && from < to && from === 0 && to === (lines.at(-1)?.end ?? 0)) {
		const plain = restyled(last.attributes, { type: 'paragraph' });
		change.retain(1, attributesBetween(last.attributes, plain) ?? null);
	}
	return { change: change.chop(), range: at(from) };
}

/** Enter: a new line; on an empty item or quote, the way out of it. */
export function breakLine(delta: Delta, range: Range): Edit {
	if (range.anchor !== range.head) {
		const deleted = deleteSelected(delta, range);
		const broken = breakLine(delta.compose(deleted.change), deleted.range);
		return { change: deleted.change.compose(broken.change), range: broken.range };
	}
	const index = range.head;
	const lines = linesOf(delta);
	const line = lines[lineAt(lines, index)];
	if (!line) return { change: new Delta(), range };
	const { kind } = line;
	const empty = line.from === line.end;
	if (empty && kind.type === 'list' && kind.indent > 0) {
		return indentLines(delta, range, -1) ?? { change: new Delta(), range };
	}
	if (empty && (kind.type === 'list' || kind.type === 'quote')) {
		return setLines(delta, range, { type: 'paragraph' });
	}
	return { change: splitLine(line, index), range: at(index + 1) };
}

/** A new "\n" inside a line or at its edges; behind a header goes on a plain line. */
export function splitLine({ from, end, attributes, kind }: Line, index: number): Delta {
	const change = new Delta().retain(index);
	if (kind.type === 'header' && index === from && from < end) return change.insert('\n');
	change.insert('\n', attributesOf(kind));
	if (kind.type === 'header' && index === end) {
		const plain = restyled(attributes, { type: 'paragraph' });
		change.retain(1, attributesBetween(attributes, plain) ?? null);
	}
	return change.chop();
}

/** Backspace at the start of a line, or null where the browser does it well. */
export function joinBackward(delta: Delta, range: Range): Edit | null {
	if (range.anchor !== range.head) return deleteSelected(delta, range);
	const lines = linesOf(delta);
	const here = lineAt(lines, range.head);
	const line = lines[here];
	if (!line || line.from !== range.head) return null;
	if (line.kind.type === 'list' && line.kind.indent > 0) return indentLines(delta, range, -1);
	if (line.kind.type !== 'paragraph') return setLines(delta, range, { type: 'paragraph' });
	return here > 0 ? join(lines, here - 1, range.head - 1) : { change: new Delta(), range };
}

/** Delete at the end of a line, or null where the browser does it well. */
export function joinForward(delta: Delta, range: Range): Edit | null {
	if (range.anchor !== range.head) return deleteSelected(delta, range);
	const lines = linesOf(delta);
	const here = lineAt(lines, range.head);
	if (lines[here]?.end !== range.head) return null;
	if (here === lines.length - 1) return { change: new Delta(), range };
	return join(lines, here, range.head);
}

/** Takes away the "\n" between two lines; the second joins the first and looks like it. */
function join(lines: readonly Line[], first: number, index: number): Edit {
	const upper = lines[first];
	const lower = lines[first + 1];
	if (!upper || !lower) return { change: new Delta(), range: at(index) };
	const change = new Delta().retain(upper.end).delete(1);
	if (upper.end > upper.from) {
		change.retain(lower.end - lower.from);
		change.retain(1, attributesBetween(lower.attributes, upper.attributes) ?? null);
	}
	return { change: change.chop(), range: at(index) };
}

const openings: Record<string, LineKind> = {
	'-': { type: 'list', list: 'bullet', indent: 0 },
	'*': { type: 'list', list: 'bullet', indent: 0 },
	'1.': { type: 'list', list: 'ordered', indent: 0 },
	'##': { type: 'header', level: 2 },
	'###': { type: 'header', level: 3 },
	'>': { type: 'quote' },
};

/** Whether a line that begins so becomes something else with the next space. */
export function opensLine(text: string): boolean {
	return Object.hasOwn(openings, text);
}

/** "- ", "1. ", "## " at the start of a plain line, just typed, say what the line is to be. */
export function openLine(delta: Delta, text: string, index: number): Edit | null {
	const lines = linesOf(delta);
	const line = lines[lineAt(lines, index)];
	if (line?.kind.type !== 'paragraph') return null;
	const opening = text.slice(line.from, index);
	const sign = opening.slice(0, -1);
	const kind = opening.endsWith(' ') && opensLine(sign) ? openings[sign] : undefined;
	if (!kind) return null;
	const difference = attributesBetween(line.attributes, restyled(line.attributes, kind));
	const change = new Delta()
		.retain(line.from)
		.delete(opening.length)
		.retain(line.end - index)
		.retain(1, difference ?? null);
	return { change, range: at(line.from) };
}

export type { ListKind };
