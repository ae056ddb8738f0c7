/** Finds the words of a table's glossary in a text, whole words whatever their case. */
export interface Entry {
	id: string;
	/** As it stands in texts. */
	written: string;
}

export interface Found {
	id: string;
	from: number;
	to: number;
}

/** So many in one text at most: beyond that a page of underlined words teaches nothing. */
export const MARKS_MAX = 200;

/** A run of letters and figures with their accents; what stands between two is no part of either. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * The entries by the first word of each, the longest before the others: a text is walked once, and at
 * each word only the entries that begin with it are tried.
 */
export class Glossary {
	readonly #byFirst = new Map<string, { id: string; written: string; lead: number }[]>();

	constructor(entries: readonly Entry[]) {
		for (const { id, written } of entries) {
			const whole = lower(written.trim());
			const first = WORD.exec(whole);
			WORD.lastIndex = 0;
			if (!first) continue;
			const known = this.#byFirst.get(first[0]) ?? [];
			known.push({ id, written: whole, lead: first.index });
			known.sort((one, other) => other.written.length - one.written.length);
			this.#byFirst.set(first[0], known);
		}
	}

	get isEmpty(): boolean {
		return this.#byFirst.size === 0;
	}

	/** From left to right; where several entries fit at a place, the longest. */
	find(text: string, most = MARKS_MAX): Found[] {
		const plain = lower(text);
		const found: Found[] = [];
		let end = 0;
		for (const { 0: word, index } of plain.matchAll(WORD)) {
			if (index < end) continue;
			const fits = this.#byFirst
				.get(word)
				?.find(({ written, lead }) => stands(plain, written, index - lead, end));
			if (!fits) continue;
			const from = index - fits.lead;
			end = from + fits.written.length;
			found.push({ id: fits.id, from, to: end });
			if (found.length === most) break;
		}
		return found;
	}
}

/** Letter for letter, so that places stay those of the text: what would change its length stays as it is. */
function lower(text: string): string {
	const small = text.toLowerCase();
	if (small.length === text.length) return small;
	return [...text]
		.map((one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one))
		.join('');
}

/** Whether it stands there as a whole word, behind `end`. */
function stands(text: string, written: string, from: number, end: number): boolean {
	if (from < end || !text.startsWith(written, from)) return false;
	const to = from + written.length;
	return !(isLetter(text, to) && isLetter(text, to - 1));
}

function isLetter(text: string, at: number): boolean {
	return /^[\p{L}\p{N}\p{M}]/u.test(text.slice(at, at + 2));
}

/**
 * Makes a button of each word of the glossary in a rendered text. Links stay links. The letters stay
 * what they were, one after the other: carets are still found.
 */
export function mark(root: ParentNode & Node, glossary: Glossary): void {
	if (glossary.isEmpty) return;
	let left = MARKS_MAX;
	for (const node of textNodes(root)) {
		if (left === 0) return;
		const found = glossary.find(node.data, left);
		left -= found.length;
		for (const { id, from, to } of found.reverse()) {
			const word = node.splitText(from);
			word.splitText(to - from);
			const button = document.createElement('button');
			button.type = 'button';
			button.className = 'defined';
			button.dataset['word'] = id;
			button.setAttribute('aria-expanded', 'false');
			word.replaceWith(button);
			button.append(word);
		}
	}
}

function textNodes(root: Node): Text[] {
	const nodes: Text[] = [];
	const walk = (node: Node) => {
		if (node.nodeName === 'A') return;
		if (node.nodeType === Node.TEXT_NODE) nodes.push(node as Text);
		node.childNodes.forEach(walk);
	};
	walk(root);
	return nodes;
}

/** One for each list of words: every text on a page is shown with the same. */
const made = new WeakMap<readonly (Entry & { withdrawn?: true })[], Glossary>();

export function glossaryOf(words: readonly (Entry & { withdrawn?: true })[]): Glossary {
	const known = made.get(words) ?? new Glossary(words.filter(({ withdrawn }) => !withdrawn));
	made.set(words, known);
	return known;
}
