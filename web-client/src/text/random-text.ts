import fc from 'fast-check';
import { Delta, plainText, type AttributeMap } from './delta';
import { splitsPair } from './characters';

// Each run makes the same worlds; `SEED=7 npx vitest run` makes others.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_261_121) });

/** Numbers that a test draws its choices from; fast-check makes, replays and shrinks them. */
export class Dice {
	readonly #numbers: readonly number[];
	#at = 0;

	constructor(numbers: readonly number[]) {
		this.#numbers = numbers;
	}

	/** A number from 0 to `below` - 1. */
	roll(below: number): number {
		const number = this.#numbers[this.#at++ % this.#numbers.length] ?? 0;
		return below > 0 ? (number + this.#at) % below : 0;
	}

	pick<T>(choices: readonly T[]): T {
		const choice = choices[this.roll(choices.length)];
		if (choice === undefined) throw new Error('nothing to choose from');
		return choice;
	}
}

export const dice = (rolls = 60): fc.Arbitrary<Dice> =>
	fc.array(fc.nat(9999), { minLength: 8, maxLength: rolls }).map((numbers) => new Dice(numbers));

const words = ['a', 'aa', 'ab', 'b ', ' ', 'né', '😀', '👩‍👩‍👧', 'مرحبا', 'e\u0301', 'word '];
const inline: AttributeMap[] = [
	{},
	{},
	{ bold: true },
	{ italic: true },
	{ bold: true, italic: true },
	{ link: 'https://example.org/a' },
	{ link: 'mailto:ana@example.org', bold: true },
];
const shownLines: AttributeMap[] = [
	{},
	{},
	{ header: 2 },
	{ header: 3 },
	{ blockquote: true },
	{ list: 'bullet' },
	{ list: 'ordered' },
	{ list: 'bullet', indent: 1 },
	{ list: 'ordered', indent: 1 },
	{ list: 'bullet', indent: 2 },
	{ list: 'ordered', indent: 4 },
];
// What concurrent edits make: every attribute of a line beside every other, and inline ones on "\n".
const oddLines: AttributeMap[] = [
	{ indent: 2 },
	{ bold: true },
	{ header: 2, list: 'bullet', indent: 1 },
	{ blockquote: true, list: 'ordered' },
	{ header: 3, blockquote: true, italic: true },
	{ list: 'bullet', link: 'https://example.org/' },
];
const lineChanges: AttributeMap[] = [
	{ header: 2 },
	{ header: null },
	{ list: 'bullet' },
	{ list: 'ordered', indent: 1 },
	{ list: null },
	{ indent: 3 },
	{ indent: null },
	{ blockquote: true },
	{ blockquote: null },
	{ bold: true },
];
const inlineChanges: AttributeMap[] = [
	{ bold: true },
	{ bold: null },
	{ italic: true },
	{ link: 'https://example.org/b' },
	{ link: null },
];

/** A valid text; `odd` lets lines carry what is not shown. */
export function someText(dice: Dice, odd = true): Delta {
	const lines = odd ? [...shownLines, ...oddLines] : shownLines;
	const delta = new Delta();
	for (let line = dice.roll(7); line >= 0; line--) {
		for (let run = dice.roll(4); run > 0; run--) delta.insert(dice.pick(words), dice.pick(inline));
		delta.insert('\n', dice.pick(lines));
	}
	return delta;
}

/** An index of the text that splits no character. */
export function someIndex(dice: Dice, text: string, end = text.length): number {
	const index = dice.roll(end + 1);
	return splitsPair(text, index) ? index - 1 : index;
}

/** A valid change of a text: its last "\n" stays, and no character is split. */
export function someChange(dice: Dice, delta: Delta): Delta {
	const text = plainText(delta);
	const change = new Delta();
	let at = 0;
	for (let place = dice.roll(3); place >= 0; place--) {
		const from = at + someIndex(dice, text.slice(at, -1));
		change.retain(from - at);
		at = from;
		const act = dice.roll(5);
		if (act === 0) change.insert(dice.pick(words), dice.pick(inline));
		else if (act === 1) change.insert('\n', dice.pick([...shownLines, ...oddLines]));
		else if (act === 2) {
			const length = someIndex(dice, text.slice(at, -1), Math.min(5, text.length - 1 - at));
			change.delete(length);
			at += length;
		} else {
			// A format over letters and one over line ends are different changes.
			const isEnd = act === 4;
			const wanted = isEnd ? text.indexOf('\n', at) : at;
			if (isEnd) {
				change.retain(wanted - at).retain(1, dice.pick(lineChanges));
				at = wanted + 1;
			} else {
				const length = someIndex(dice, text.slice(at, -1), Math.min(6, text.length - 1 - at));
				change.retain(length, dice.pick(inlineChanges));
				at += length;
			}
		}
		if (at >= text.length - 1) break;
	}
	return change.chop();
}

/** Whether a change leaves the last "\n" of a text of that length and puts nothing behind it. */
export function keepsEnd(change: Delta, length: number): boolean {
	let at = 0;
	return change.ops.every((op) => {
		if (typeof op.insert === 'string') return at < length;
		at += op.delete ?? (typeof op.retain === 'number' ? op.retain : 0);
		return op.delete ? at < length : at <= length;
	});
}
