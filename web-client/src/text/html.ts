import { cleanCharacters } from './characters';
import type { PastedLine } from './clipboard';
import { Delta, type AttributeMap } from './delta';
import { attributesOf, DEEPEST, type LineKind, type ListKind } from './delta-document';
import { isSafeLink } from './links';

const names = (text: string): ReadonlySet<string> => new Set(text.split(' '));

// What holds no words of a text.
const dropped = names(
	'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME FRAME FRAMESET OBJECT EMBED APPLET SVG MATH IMG PICTURE ' +
		'VIDEO AUDIO CANVAS MAP HEAD TITLE META LINK BASE SELECT OPTION TEXTAREA INPUT PORTAL',
);
const blocks = names(
	'P DIV SECTION ARTICLE HEADER FOOTER MAIN ASIDE NAV H1 H2 H3 H4 H5 H6 UL OL LI DL DT DD ' +
		'BLOCKQUOTE PRE TABLE CAPTION THEAD TBODY TFOOT TR FIGURE FIGCAPTION ADDRESS FORM FIELDSET ' +
		'LEGEND HR DETAILS SUMMARY CENTER',
);
// Deeper nesting is not read: no text people write has it, and the walk calls itself.
const NESTING_MAX = 200;

interface Surroundings {
	kind: LineKind;
	inline: AttributeMap;
	/** White space counts, as in `pre`. */
	verbatim: boolean;
	/** How many lists this is in. */
	lists: number;
	depth: number;
}

/**
 * Reads HTML from outside as lines of text in the formats there are. It is parsed in a document
 * that no window shows: nothing in it runs and nothing is fetched.
 */
export function linesFromHtml(html: string): PastedLine[] {
	const { body } = new DOMParser().parseFromString(html, 'text/html');
	return new Reader().read(body);
}

class Reader {
	#lines: PastedLine[] = [];
	#letters = new Delta();
	#kind: LineKind = { type: 'paragraph' };
	/** A space that is written once more letters follow on the line. */
	#space: AttributeMap | null = null;
	#open = false;

	read(body: HTMLElement): PastedLine[] {
		this.#children(body, {
			kind: { type: 'paragraph' },
			inline: {},
			verbatim: false,
			lists: 0,
			depth: 0,
		});
		this.#close();
		return this.#lines;
	}

	#children(node: Node, around: Surroundings): void {
		if (around.depth > NESTING_MAX) return;
		for (const child of node.childNodes) {
			if (child.nodeType === 3) this.#text(child.nodeValue ?? '', around);
			else if (child.nodeType === 1) this.#element(child as Element, around);
		}
	}

	#element(element: Element, around: Surroundings): void {
		const name = element.tagName.toUpperCase();
		if (dropped.has(name) || isHidden(element)) return;
		if (name === 'BR') {
			this.#begin(around.kind);
			this.#close();
			return;
		}
		const inside = within(element, name, around);
		if (!blocks.has(name)) {
			this.#children(element, inside);
			if (name === 'TD' || name === 'TH') this.#space ??= {};
			return;
		}
		this.#close();
		this.#children(element, inside);
		// An empty paragraph is an empty line; an empty box is nothing.
		if (name === 'P' && this.#lines.length > 0 && element.textContent?.trim() === '') {
			this.#begin(inside.kind);
		}
		this.#close();
	}

	#text(raw: string, around: Surroundings): void {
		const text = cleanCharacters(raw);
		if (around.verbatim) {
			text.split(/\r\n|\r|\n/).forEach((part, at) => {
				if (at > 0) {
					this.#begin(around.kind);
					this.#close();
				}
				this.#write(part, around);
			});
			return;
		}
		for (const part of text.split(/([ \t\r\n\f]+)/)) {
			if (part === '') continue;
			if (/^[ \t\r\n\f]/.test(part)) {
				if (this.#open) this.#space ??= around.inline;
			} else this.#write(part, around);
		}
	}

	#write(text: string, around: Surroundings): void {
		if (text === '') return;
		this.#begin(around.kind);
		if (this.#space) this.#letters.insert(' ', this.#space);
		this.#space = null;
		this.#letters.insert(text.replace(/[\u2028\u2029\v]/g, ' '), around.inline);
	}

	#begin(kind: LineKind): void {
		if (this.#open) return;
		this.#open = true;
		this.#kind = kind;
	}

	#close(): void {
		if (this.#open) {
			this.#lines.push({ letters: this.#letters, attributes: attributesOf(this.#kind) });
		}
		this.#letters = new Delta();
		this.#space = null;
		this.#open = false;
	}
}

function isHidden(element: Element): boolean {
	const style = element.getAttribute('style') ?? '';
	// Word writes the bullet itself as letters, marked so.
	return element.hasAttribute('hidden') || /display:\s*none|mso-list:\s*ignore/i.test(style);
}

function within(element: Element, name: string, around: Surroundings): Surroundings {
	const inside = { ...around, inline: inlineOf(element, name, around), depth: around.depth + 1 };
	const style = element.getAttribute('style') ?? '';
	if (name === 'PRE' || /white-space:\s*(?:pre|break)/i.test(style)) inside.verbatim = true;
	const word = /mso-list:[^;]*level(\d)/i.exec(style);
	if (word) {
		const numbered = /^\s*\(?[\da-z]{1,3}[.)]/i.test(element.textContent ?? '');
		return { ...inside, kind: item(numbered ? 'ordered' : 'bullet', Number(word[1]) - 1) };
	}
	if (name === 'UL' || name === 'OL') {
		const list = name === 'UL' ? 'bullet' : 'ordered';
		return { ...inside, kind: item(list, around.lists), lists: around.lists + 1 };
	}
	if (around.kind.type === 'list') return inside;
	if (name === 'BLOCKQUOTE') return { ...inside, kind: { type: 'quote' } };
	if (/^H[1-6]$/.test(name)) {
		return { ...inside, kind: { type: 'header', level: name < 'H3' ? 2 : 3 } };
	}
	return inside;
}

function item(list: ListKind, indent: number): LineKind {
	return { type: 'list', list, indent: Math.max(0, Math.min(DEEPEST, indent)) };
}

function inlineOf(element: Element, name: string, around: Surroundings): AttributeMap {
	const style = element.getAttribute('style') ?? '';
	const inline = { ...around.inline };
	const set = (attribute: 'bold' | 'italic', tags: string[], on: RegExp, off: RegExp) => {
		if (on.test(style) || (tags.includes(name) && !off.test(style))) inline[attribute] = true;
		else if (off.test(style)) delete inline[attribute];
	};
	set(
		'bold',
		['B', 'STRONG'],
		/font-weight:\s*(?:bold|[6-9]00)/i,
		/font-weight:\s*(?:normal|[1-5]00)/i,
	);
	set('italic', ['I', 'EM'], /font-style:\s*(?:italic|oblique)/i, /font-style:\s*normal/i);
	if (name === 'A') {
		const href = element.getAttribute('href');
		if (isSafeLink(href)) inline.link = href;
		else delete inline.link;
	}
	return inline;
}
