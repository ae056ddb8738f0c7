// Writes what quill-delta answers, for the server's own Delta to be held to:
//   node scripts/write-delta-vectors.mjs      (in web-client/, after npm ci)
// One case a line, the same bytes on every run. Run it again when quill-delta changes.
// Lengths and places are arbitrary: some cases reach beyond a text or part a surrogate pair, and
// some ops are not in normal form, for the algebra is defined on those too.

import { writeFileSync } from 'node:fs';
import Delta from 'quill-delta';

const FILE = new URL('../../server/src/test/resources/text/delta-vectors.jsonl', import.meta.url);
const CASES_OF_A_KIND = 1500;
const WORDS = [
	'a',
	'banc',
	' ',
	'\n',
	'\n\n',
	'l’été\n',
	'cœur',
	'🙂',
	'👩🏽‍⚕️',
	'👨‍👩‍👧‍👦',
	'🇫🇷',
	'e\u0301te\u0301',
	'مرحبا',
	'\u200fبلدية\u200f',
	'brezhoneg c’hwec’h',
	'Tiếng Việt',
	'⠃⠗⠁⠊⠇⠇⠑',
	'日本語',
	'𝒳',
	'"\\/',
	'\t',
	'\u2028',
	'\u0000',
];
const VALUES = {
	bold: [true, null, false],
	italic: [true, null],
	link: ['https://example.org/é', 'mailto:ana@example.org', '', null],
	header: [2, 3, null],
	list: ['bullet', 'ordered', null],
	indent: [1, 4, 0, -7, Number.MAX_SAFE_INTEGER, null],
	'': ['nameless', null],
};

const random = mulberry32(20260117);

/** A small generator of random numbers (Tommy Ettinger's mulberry32), from 0 to below 1. */
function mulberry32(seed) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

const below = (bound) => Math.floor(random() * bound);
const oneOf = (list) => list[below(list.length)];
const chance = (part) => random() < part;

function text() {
	return Array.from({ length: 1 + below(3) }, () => oneOf(WORDS)).join('');
}

function withAttributes(op, removals) {
	if (chance(0.55)) return op;
	const attributes = {};
	for (let count = 1 + below(2); count > 0; count--) {
		const name = oneOf(Object.keys(VALUES));
		attributes[name] = oneOf(VALUES[name].filter((value) => removals || value !== null));
	}
	return { ...op, attributes };
}

/** In normal form, or as the ops came. */
function delta(ops) {
	if (chance(0.4)) return new Delta(ops);
	const pushed = ops.reduce((sum, op) => sum.push(op), new Delta());
	return chance(0.5) ? pushed.chop() : pushed;
}

function document() {
	if (chance(0.04)) return new Delta();
	const removals = chance(0.1);
	const ops = Array.from({ length: 1 + below(5) }, () =>
		withAttributes({ insert: text() }, removals),
	);
	return delta(ops);
}

/** Of a text of that length, mostly. */
function change(length) {
	if (chance(0.04)) return new Delta();
	const ops = [];
	let left = chance(0.9) ? length : length + 1 + below(9);
	for (let count = 1 + below(6); count > 0; count--) {
		const some = 1 + below(chance(0.2) ? Math.max(left, 1) : 5);
		if (chance(0.35)) {
			ops.push(withAttributes({ insert: text() }, chance(0.1)));
		} else if (some <= left) {
			ops.push(chance(0.4) ? { delete: some } : withAttributes({ retain: some }, true));
			left -= some;
		}
	}
	return delta(ops);
}

const lengthAfter = (base, made) => Math.max(0, base.length() + made.changeLength());

function compose() {
	const base = document();
	const first = change(base.length());
	if (chance(0.5)) return { do: 'compose', a: base.ops, b: first.ops, is: base.compose(first).ops };
	const second = change(lengthAfter(base, first));
	return { do: 'compose', a: first.ops, b: second.ops, is: first.compose(second).ops };
}

function transform() {
	const length = document().length();
	const a = change(length);
	const b = change(length);
	const priority = chance(0.5);
	return { do: 'transform', a: a.ops, b: b.ops, priority, is: a.transform(b, priority).ops };
}

function transformPosition() {
	const length = document().length();
	const a = change(length);
	const position = below(length + 3);
	const priority = chance(0.5);
	const is = a.transformPosition(position, priority);
	return { do: 'transformPosition', a: a.ops, position, priority, is };
}

function invert() {
	const base = chance(0.9) ? document() : change(12);
	const a = change(base.length());
	return { do: 'invert', a: a.ops, base: base.ops, is: a.invert(base).ops };
}

const lines = [compose, transform, transformPosition, invert].flatMap((make) =>
	Array.from({ length: CASES_OF_A_KIND }, () => JSON.stringify(make())),
);
writeFileSync(FILE, lines.join('\n') + '\n');
console.log(`${lines.length} cases written`);
