/**
 * What the built client does for its people to be sent one language each
 * (`scripts/split-messages.mjs` parts the messages).
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const { locales } = JSON.parse(
	readFileSync(new URL('../project.inlang/settings.json', import.meta.url), 'utf8'),
);
const inSources = (path) => fileURLToPath(new URL(`../src/i18n/${path}`, import.meta.url));
const ofMessages = /import \{ m \} from ["'].*generated\/messages\.js["']/;

/** The number of a message's text; none for a message that is said otherwise. */
function numberOf(name) {
	const code = readFileSync(inSources(`generated/messages/${name}.js`), 'utf8');
	return /=> say\((\d+), i\)/.exec(code)?.[1];
}

function* nodes(node) {
	if (Array.isArray(node)) for (const one of node) yield* nodes(one);
	else if (node && typeof node === 'object') {
		if (typeof node.type === 'string') yield node;
		for (const inner of Object.values(node)) yield* nodes(inner);
	}
}

/**
 * A function for each message, and its name from file to file, are a twentieth of the whole client:
 * what would call a message, or hand it on, is let say its text by number.
 */
function sayByNumber() {
	return {
		name: 'say-by-number',
		apply: 'build',
		enforce: 'post',
		transform(code, id) {
			if (id.includes('/node_modules/') || !ofMessages.test(code)) return null;
			const uses = [...nodes(this.parse(code))].filter(
				({ type, object, computed, property }) =>
					type === 'MemberExpression' &&
					!computed &&
					object.name === 'm' &&
					numberOf(property.name),
			);
			// From the last to the first: what stands before one keeps its place.
			uses.sort((one, other) => other.start - one.start);
			let said = `${code}\nimport { say as sayNumber } from ${JSON.stringify(inSources('words.ts'))};\n`;
			for (const { property, start, end } of uses) {
				const number = numberOf(property.name);
				const call = /^\(\s*(\)?)/.exec(said.slice(end));
				const [by, rest] = call
					? [`sayNumber(${number}${call[1] ? '' : ', '}`, end + '('.length]
					: [`((given) => sayNumber(${number}, given))`, end];
				said = said.slice(0, start) + by + said.slice(rest);
			}
			return { code: said, map: null };
		},
	};
}

/**
 * A page for each language, which the server chooses by what the browser asks for: it has the words
 * fetched beside the script, not after it. Who chose another language here waits a moment longer.
 */
function pageOfEachLanguage() {
	return {
		name: 'page-of-each-language',
		apply: 'build',
		enforce: 'post',
		generateBundle(_options, bundle) {
			const page = bundle['index.html'];
			const files = Object.keys(bundle);
			for (const locale of locales) {
				const words = files.filter((file) => file.startsWith(`assets/${locale}/way-in-`));
				if (!page || words.length !== 1) this.error(`no page, or no words, in ${locale}`);
				const source = page.source
					.replace(/<html lang="\w+">/, `<html lang="${locale}">`)
					.replace(
						/(\s*)<\/head>/,
						(end, space) =>
							`${space}\t<link rel="modulepreload" crossorigin href="/${words[0]}">${end}`,
					);
				this.emitFile({ type: 'asset', fileName: `index.${locale}.html`, source });
			}
			delete bundle['index.html'];
		},
	};
}

/** The words of a language in a folder of its own; all else beside one another. */
export function placeOf({ facadeModuleId, name }) {
	const locale = /generated\/words\/(\w+)\//.exec(facadeModuleId ?? '')?.[1];
	return `assets/${locale ? `${locale}/` : ''}${name}-[hash].js`;
}

export const oneLanguage = () => [sayByNumber(), pageOfEachLanguage()];
