const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

const head = (word: string): string =>
	[...graphemes.segment(word)][0]?.segment.toLocaleUpperCase() ?? '';

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
			const parts = [...graphemes.segment(name.trim())].map(({ segment }) => segment);
			const words = name.trim().split(/\s+/u);
			return [id, letter + (words.length > 1 ? head(words.at(-1)!) : (parts[1] ?? ''))];
		}),
	);
}
