/** Letters as people count them; Firefox 115, the last for older computers, knows only code points. */
const graphemes =
	'Segmenter' in Intl ? new Intl.Segmenter('fr', { granularity: 'grapheme' }) : undefined;
const lettersOf = (word: string): string[] =>
	graphemes ? [...graphemes.segment(word)].map(({ segment }) => segment) : [...word];

const head = (word: string): string => lettersOf(word)[0]?.toLocaleUpperCase() ?? '';

/** One or two letters for a name: those of its first and last word, or a dash where it was erased. */
export function initials(name: string | null | undefined): string {
	const words = (name ?? '').split(/[\s-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
	if (words.length === 0) return '–';
	if (words.length === 1) return head(words[0]!);
	return head(words[0]!) + head(words.at(-1)!);
}

/** The letter of each college, by its id; two letters where two colleges begin alike. */
export function letters(colleges: { id: string; name: string }[]): Map<string, string> {
	const heads = colleges.map(({ name }) => head(name.trim()));
	return new Map(
		colleges.map(({ id, name }, place) => {
			const letter = heads[place]!;
			if (heads.indexOf(letter) === heads.lastIndexOf(letter)) return [id, letter];
			const parts = lettersOf(name.trim());
			const words = name.trim().split(/\s+/u);
			return [id, letter + (words.length > 1 ? head(words.at(-1)!) : (parts[1] ?? ''))];
		}),
	);
}
