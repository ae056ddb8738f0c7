import { createRequire } from 'node:module';
import type DeltaClass from 'quill-delta';
import type { Op } from 'quill-delta';
import fc from 'fast-check';
import { expect, test } from 'vitest';

// As `quill-delta` gets them in the built page (vite.config.ts), beside what it asks for by name.
const required = createRequire(import.meta.url);
const ours = {
	'lodash.clonedeep': required('./copy.cjs') as (value: unknown) => unknown,
	'lodash.isequal': required('./equal.cjs') as (one: unknown, other: unknown) => boolean,
};
const copy = ours['lodash.clonedeep'];
const equal = ours['lodash.isequal'];
const theirs = required('lodash.isequal') as typeof equal;
const values = fc.jsonValue({ maxDepth: 3 });

test('a copy is equal, and shares nothing with what it was made of', () => {
	fc.assert(
		fc.property(values, (value) => {
			const made = copy(value);
			expect(made).toEqual(value);
			if (typeof value === 'object' && value !== null) expect(made).not.toBe(value);
		}),
	);
	expect(copy(undefined)).toBeUndefined();
	const inner = { a: { b: [{}] } };
	expect((copy(inner) as typeof inner).a.b[0]).not.toBe(inner.a.b[0]);
});

const close = fc.oneof(fc.constantFrom(0, 1, '', 'a', null, undefined, true), values);
const small = fc.oneof(
	close,
	fc.array(close, { maxLength: 2 }),
	fc.dictionary(fc.constantFrom('bold', 'list'), close, { maxKeys: 2 }),
);

test('values are equal where lodash finds them equal', () => {
	fc.assert(
		fc.property(small, small, (one, other) => {
			expect(equal(one, other)).toBe(theirs(one, other));
			expect(equal(one, copy(one))).toBe(true);
		}),
		{ numRuns: 2_000 },
	);
});

/** `quill-delta` loaded anew, with other modules in the place of those it asks for. */
function deltaWith(modules: Record<string, unknown>): typeof DeltaClass {
	const anew = (path: string) => path.includes('/quill-delta/');
	const kept = { ...required.cache };
	for (const path of Object.keys(required.cache)) if (anew(path)) delete required.cache[path];
	for (const [name, exports] of Object.entries(modules)) {
		required(name);
		const path = required.resolve(name);
		required.cache[path] = Object.assign(Object.create(kept[path] ?? null), {
			exports,
			loaded: true,
		});
	}
	const made = required('quill-delta') as typeof DeltaClass;
	for (const path of Object.keys(required.cache))
		if (anew(path) || Object.keys(modules).some((name) => path === required.resolve(name)))
			delete required.cache[path];
	Object.assign(required.cache, kept);
	return made;
}

const formats = fc.dictionary(
	fc.constantFrom('bold', 'list', 'link'),
	fc.constantFrom(true, null, 'bullet', { href: 'x' }, { href: 'y' }),
	{ maxKeys: 2 },
);
const letters = fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom('a', 'b', '\n') });
const insert = fc.record({
	insert: fc.oneof(letters, fc.constant({ image: { of: 'x' } })),
	attributes: formats,
});
const length = fc.integer({ min: 1, max: 4 });
const change = fc.array(
	fc.oneof(
		insert,
		fc.record({ retain: length, attributes: formats }),
		fc.record({ delete: length }),
	),
	{ maxLength: 5 },
);
const text = fc.array(insert, { maxLength: 4 });

test('quill-delta answers with them what it answers with those of lodash', () => {
	const Theirs = deltaWith({});
	const Ours = deltaWith(ours);
	expect(Ours).not.toBe(Theirs);
	const answers = (Delta: typeof DeltaClass, base: Op[], other: Op[], one: Op[], two: Op[]) => {
		const made = (ops: Op[]) => ops.reduce((delta, op) => delta.push(op), new Delta());
		const [start, left, right] = [made(base), made(one), made(two)];
		return JSON.stringify([
			start,
			start.compose(left),
			left.compose(right),
			left.transform(right, true),
			left.transform(right, false),
			left.invert(start),
			start.diff(made(other)),
			start.concat(made(other)),
			Delta.AttributeMap.diff(one[0]?.attributes, two[0]?.attributes),
		]);
	};
	fc.assert(
		fc.property(text, text, change, change, (...given) => {
			expect(answers(Ours, ...given)).toBe(answers(Theirs, ...given));
		}),
		{ numRuns: 1_000 },
	);
});
