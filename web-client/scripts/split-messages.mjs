/**
 * The message compiler writes a module for each message, with its text in every language. A person
 * reads one: so their texts are gathered here into files of one language each, and a message keeps
 * its type and says which text it is. The files are two a language: what the pages need that stand
 * before a table's door, and what a table needs more.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAst } from 'vite';

const generated = 'src/i18n/generated';
const { locales } = JSON.parse(readFileSync('project.inlang/settings.json', 'utf8'));

/** Behind it lies all that only a table needs. */
const door = 'src/TableRoute.svelte';

/** A source file as another names it. */
function resolved(from, name) {
	const path = join(dirname(from), name);
	const found = ['', '.ts', '.svelte.ts', '.svelte']
		.map((ending) => path + ending)
		.find((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
	if (!found) throw new Error(`${from} imports ${name}, which is no file`);
	return found;
}

/** What the entry can come to show without passing the door. */
function beforeTheDoor() {
	const reached = new Set();
	const ways = ['src/main.ts'];
	for (let file = ways.pop(); file; file = ways.pop()) {
		if (reached.has(file) || file === door || file.startsWith(`${generated}/`)) continue;
		reached.add(file);
		if (!/\.(?:ts|svelte)$/.test(file)) continue;
		for (const [, name] of readFileSync(file, 'utf8').matchAll(
			/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g,
		))
			if (!name.includes('generated/')) ways.push(resolved(file, name));
	}
	return reached;
}

/** The messages that a file speaks of. */
const spoken = (file) =>
	[...readFileSync(file, 'utf8').matchAll(/\bm\.(\w+)/g)].map(([, name]) => name);

/**
 * A compiled text as the shortest code that says it. Every message is given what it names: its type
 * says so. A number has two forms, for one and for the others; that of a million in French is among
 * these.
 */
function short(text) {
	const plain = /^\(?\((i?)\) => \{\s*return [^`]*(`(?:[^`\\]|\\.)*`)\)?;?\s*\}\)?$/.exec(text);
	const plural =
		/^\(?\(i\) => \{\s*const plural = registry\.plural\("\w+", i\?\.(\w+), \{\}\);\s*if \(plural === "one"\) return [^`]*(`(?:[^`\\]|\\.)*`)\);\s*if \(plural === "other"\) return [^`]*(`(?:[^`\\]|\\.)*`)\);\s*return [^`]*;\s*\}\)?$/.exec(
			text,
		);
	if (plain) return given((plain[1] && '(i) => ') + plain[2]);
	if (plural) return given(`(i, isOne) => isOne(i.${plural[1]}) ? ${plural[2]} : ${plural[3]}`);
	throw new Error(`the message compiler has another form than is known here: ${text}`);
}
const given = (code) => code.replaceAll('${i?.', '${i.');

/** What a message is given, as a type, and its texts. */
function compiled(name) {
	const code = readFileSync(`${generated}/messages/${name}.js`, 'utf8');
	const texts = {};
	for (const { type, declarations } of parseAst(code).body) {
		if (type !== 'VariableDeclaration') continue;
		const [{ id, init }] = declarations;
		for (const locale of locales)
			if (id.name === `${locale}_${name}`) texts[locale] = short(code.slice(init.start, init.end));
	}
	const [, inputs] = /@typedef \{(.*)\} \w+Inputs \*\//.exec(code);
	return { texts, inputs };
}

const sources = readdirSync('src', { recursive: true })
	.map((file) => join('src', file))
	.filter((file) => /\.(?:ts|svelte)$/.test(file) && !/\.test(?:-support)?\./.test(file))
	.filter((file) => !file.startsWith(generated));
const reached = beforeTheDoor();
const early = new Set([...reached].filter((file) => sources.includes(file)).flatMap(spoken));
const all = new Set(sources.flatMap(spoken));
const names = readdirSync(`${generated}/messages`)
	.map((file) => file.slice(0, -'.js'.length))
	.filter((name) => name !== '_index');
const order = Object.keys(JSON.parse(readFileSync(`messages/${locales[0]}.json`, 'utf8'))).filter(
	(name) => names.includes(name),
);
const parts = {
	'way-in': order.filter((name) => early.has(name)),
	table: order.filter((name) => all.has(name) && !early.has(name)),
};

const messages = new Map(
	Object.values(parts)
		.flat()
		.map((name) => [name, compiled(name)]),
);
for (const locale of locales) {
	mkdirSync(`${generated}/words/${locale}`, { recursive: true });
	for (const [part, within] of Object.entries(parts)) {
		const texts = within.map((name) => messages.get(name).texts[locale]);
		writeFileSync(
			`${generated}/words/${locale}/${part}.js`,
			`/** @type {import('../../../words').Word[]} */\nexport default [\n${texts.join(',\n')},\n];\n`,
		);
	}
}
let at = 0;
for (const [name, { inputs }] of messages) {
	const typed = inputs === '{}' ? '' : `inputs: ${inputs}`;
	writeFileSync(
		`${generated}/messages/${name}.js`,
		`import { say } from '../../words';\n/** @type {(${typed}) => string} */\nexport const ${name} = (i) => say(${at++}, i);\n`,
	);
}
