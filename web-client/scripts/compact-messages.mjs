/**
 * Two functions for each message and one that chooses between them, as the message compiler writes
 * them, are a tenth of the whole client. Where a message is one text in each language, one function
 * says both; any other stays as it is.
 */
const text = (locale) =>
	new RegExp(
		`const ${locale}_\\w+ = [^\\n]*\\((i?)\\) => \\{\\n\\treturn [^\\n]*?\\((\`(?:[^\`\\\\]|\\\\.)*\`)\\)\\n\\};`,
	);

/** Every message is given what it names: its type says so. */
const plain = (words) => words.replaceAll('${i?.', '${i.');

export function compactMessages() {
	return {
		name: 'compact-messages',
		transform(code, id) {
			if (!/generated\/messages\/\w+\.js$/.test(id)) return null;
			const name = /^export const (\w+) = /m.exec(code)?.[1];
			const [fr, en] = ['fr', 'en'].map((locale) => text(locale).exec(code));
			if (!name || !fr || !en) return null;
			return {
				code: `import { getLocale } from '../runtime.js';\nexport const ${name} = (${fr[1] || en[1]}) => getLocale() === 'fr' ? ${plain(fr[2])} : ${plain(en[2])};`,
				map: null,
			};
		},
	};
}
