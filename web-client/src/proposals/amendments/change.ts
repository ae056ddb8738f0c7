/** What an amendment does to a text, made of the words that somebody wants in the place of others. */
import { Delta, plainText, type AttributeMap } from '../../text/delta';
import { json } from '../../table/fold/texts';
import type { DeltaJson } from '../../wire/messages';

/** Counted in UTF-16 units. */
export interface Stretch {
	index: number;
	length: number;
}

/** Beyond so many words on either side the whole passage is replaced: comparing them takes their product. */
const WORDS_COMPARED = 600;

/** Words, spaces, line breaks and marks, each for itself: none parts what people see as one letter. */
const TOKEN = /\n|[^\S\n]+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}]+/gu;

export function wordsIn(document: DeltaJson, { index, length }: Stretch): string {
	return plainText(new Delta(document.ops)).slice(index, index + length);
}

/** The lines of a text, each without its line break. */
export function linesOf(document: DeltaJson): (Stretch & { words: string })[] {
	let index = 0;
	const lines = plainText(new Delta(document.ops)).split('\n').slice(0, -1);
	return lines.map((words) => {
		const line = { index, length: words.length, words };
		index += words.length + 1;
		return line;
	});
}

/** Where a text goes on: before its last line break. */
export function endOf(document: DeltaJson): number {
	return Math.max(0, new Delta(document.ops).length() - 1);
}

/**
 * The change that puts other words in the place of a passage, word by word: what both have in common
 * stays as it is, formats and all. Undefined where it would change nothing.
 */
export function amending(
	document: DeltaJson,
	place: Stretch,
	words: string,
): DeltaJson | undefined {
	const was = wordsIn(document, place);
	if (was === words) return undefined;
	const change = new Delta().retain(place.index);
	let at = place.index;
	/** What the last part takes away: what follows it looks the same. */
	let gone: string | undefined;
	for (const { kind, letters } of compared(was, words)) {
		if (kind === 'kept') change.retain(letters.length);
		else if (kind === 'gone') change.delete(letters.length);
		else insert(change, letters, plainFormat(document, at - (gone ? gone.length : 0)));
		gone = kind === 'gone' ? letters : undefined;
		if (kind !== 'new') at += letters.length;
	}
	return json(change.chop());
}

/** A line break takes no letter's format. */
function insert(change: Delta, letters: string, format: AttributeMap): void {
	for (const part of letters.split(/(\n)/u)) {
		if (part !== '') change.insert(part, part === '\n' ? {} : format);
	}
}

/** What is put in looks like what it stands in the place of; a link is not spread. */
function plainFormat(document: DeltaJson, index: number): AttributeMap {
	const [op] = new Delta(document.ops).slice(index, index + 1).ops;
	if (op?.insert === '\n') return {};
	const { bold, italic } = op?.attributes ?? {};
	return { ...(bold === undefined ? {} : { bold }), ...(italic === undefined ? {} : { italic }) };
}

export interface Part {
	kind: 'kept' | 'gone' | 'new';
	letters: string;
}

/** How one passage becomes another, in as few words as can be. */
export function compared(was: string, is: string): Part[] {
	const before = was.match(TOKEN) ?? [];
	const after = is.match(TOKEN) ?? [];
	let head = 0;
	while (head < before.length && head < after.length && before[head] === after[head]) head++;
	let tail = 0;
	while (
		tail < Math.min(before.length, after.length) - head &&
		before[before.length - 1 - tail] === after[after.length - 1 - tail]
	)
		tail++;
	const gone = before.slice(head, before.length - tail);
	const come = after.slice(head, after.length - tail);
	return joined([
		...before.slice(0, head).map((letters) => ({ kind: 'kept' as const, letters })),
		...between(gone, come),
		...before.slice(before.length - tail).map((letters) => ({ kind: 'kept' as const, letters })),
	]);
}

function between(gone: string[], come: string[]): Part[] {
	const kept =
		gone.length > WORDS_COMPARED || come.length > WORDS_COMPARED ? [] : common(gone, come);
	const parts: Part[] = [];
	let [at, to] = [0, 0];
	for (const [left, right] of [...kept, [gone.length, come.length] as const]) {
		parts.push(...gone.slice(at, left).map((letters) => ({ kind: 'gone' as const, letters })));
		parts.push(...come.slice(to, right).map((letters) => ({ kind: 'new' as const, letters })));
		const letters = gone[left];
		if (letters !== undefined) parts.push({ kind: 'kept', letters });
		[at, to] = [left + 1, right + 1];
	}
	return parts;
}

/** The places of the longest row of words that both have; a space alone holds nothing together. */
function common(one: string[], other: string[]): (readonly [number, number])[] {
	const width = other.length + 1;
	const longest = new Uint16Array((one.length + 1) * width);
	for (let left = one.length - 1; left >= 0; left--) {
		for (let right = other.length - 1; right >= 0; right--) {
			const here = left * width + right;
			longest[here] =
				one[left] === other[right]
					? longest[here + width + 1]! + 1
					: Math.max(longest[here + width]!, longest[here + 1]!);
		}
	}
	const places: (readonly [number, number])[] = [];
	let [left, right] = [0, 0];
	while (left < one.length && right < other.length) {
		const here = left * width + right;
		if (one[left] === other[right]) places.push([left++, right++]);
		else if (longest[here + width]! >= longest[here + 1]!) left++;
		else right++;
	}
	return held(places, one);
}

function held(places: (readonly [number, number])[], words: string[]) {
	return places.filter(([left, right], at) => {
		if (words[left]!.trim() !== '') return true;
		const [before, after] = [places[at - 1], places[at + 1]];
		return (
			(before?.[0] === left - 1 && before[1] === right - 1) ||
			(after?.[0] === left + 1 && after[1] === right + 1)
		);
	});
}

/** Neighbours of one kind as one; what goes before what comes. */
function joined(parts: Part[]): Part[] {
	const found: Part[] = [];
	for (const part of parts) {
		const last = found.at(-1);
		if (last?.kind === part.kind) last.letters += part.letters;
		else found.push({ ...part });
	}
	return found;
}
