import { plural } from './generated/registry.js';
import { getLocale, type Locale } from './generated/runtime.js';

/** A text, or how it is made of what it is given. */
export type Word = string | ((inputs: never, isOne: (count: unknown) => boolean) => string);

type Part = () => Promise<{ default: Word[] }>;

/** Of each language, in this order: what stands before a table's door, and what behind it. */
const parts: Record<Locale, readonly Part[]> = {
	fr: [
		() => import('./generated/words/fr/way-in.js'),
		() => import('./generated/words/fr/table.js'),
	],
	en: [
		() => import('./generated/words/en/way-in.js'),
		() => import('./generated/words/en/table.js'),
	],
};

const known: Record<Locale, readonly Word[]> = { fr: [], en: [] };
let needed = 1;

/** From now on the words behind a table's door are needed too, whatever the language. */
export function needTable(): void {
	needed = 2;
}

/**
 * Fetches the words of a language that are needed.
 * @throws where one of its files cannot be had: the language is then as little known as before
 */
export async function learn(locale: Locale): Promise<void> {
	let learnt;
	// A table's door may be passed meanwhile.
	do learnt = await Promise.all(parts[locale].slice(0, needed).map((part) => part()));
	while (learnt.length < needed);
	known[locale] = learnt.flatMap((part) => part.default);
}

/** The text of that number (`scripts/split-messages.mjs` counts them) in the language of now. */
export function say(at: number, inputs?: unknown): string {
	const locale = getLocale();
	const word = known[locale][at];
	if (word === undefined) throw new Error(`text ${at} of ${locale} is not fetched`);
	if (typeof word === 'string') return word;
	return word(inputs as never, (count) => plural(locale, count) === 'one');
}
