import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import Delta from '../text/delta';
import * as co from './co-edit';

const TEXT = new Delta().insert('une place\n');

/** A document, and a change of it that leaves its last line break alone. */
const document = fc
	.string({ maxLength: 30, unit: 'grapheme' })
	.map((text) => new Delta().insert(`${text}\n`));

function changeOf(whole: Delta): fc.Arbitrary<Delta> {
	const step = fc.record({
		skip: fc.nat(5),
		act: fc.constantFrom('insert', 'delete', 'bold', 'plain'),
		text: fc.string({ minLength: 1, maxLength: 3 }),
		length: fc.integer({ min: 1, max: 3 }),
	});
	return fc.array(step, { maxLength: 4 }).map((steps) => {
		const change = new Delta();
		let left = whole.length() - 1;
		for (const { skip, act, text, length } of steps) {
			const passed = Math.min(skip, left);
			change.retain(passed);
			left -= passed;
			const spoken = Math.min(length, left);
			if (act === 'insert') {
				change.insert(text);
			} else if (spoken > 0) {
				left -= spoken;
				const attributes = { bold: act === 'bold' ? true : null };
				if (act === 'delete') {
					change.delete(spoken);
				} else {
					change.retain(spoken, attributes);
				}
			}
		}
		return change.chop();
	});
}

const script = document.chain((whole) =>
	fc.record({ whole: fc.constant(whole), mine: changeOf(whole), theirs: changeOf(whole) }),
);

function same(one: Delta, other: Delta): void {
	expect(one.diff(other).ops).toEqual([]);
}

describe('a text being edited by several', () => {
	test('what is typed while an edit is in flight waits behind it', () => {
		const first = new Delta().insert('a');
		const flying = co.launched(co.typed(co.opened(TEXT), first), 'me-1', first, new Delta());
		const typed = co.typed(flying, new Delta().retain(1).insert('b'));

		expect(typed.inFlight?.change).toEqual(first);
		expect(co.shown(typed)).toEqual(new Delta().insert('abune place\n'));
		expect(() => co.launched(typed, 'me-2', typed.behind, new Delta())).toThrow(
			'me-1 is in flight',
		);
	});

	test('the change shown leads from the text before to the text after', () => {
		fc.assert(
			fc.property(script, fc.boolean(), ({ whole, mine, theirs }, inFlight) => {
				const typed = co.typed(co.opened(whole), mine);
				const text = inFlight ? co.launched(typed, 'me-1', mine, new Delta()) : typed;
				const step = co.arrived(text, theirs);

				same(co.shown(text).compose(step.shown), co.shown(step.text));
				same(step.text.confirmed, whole.compose(theirs));
			}),
		);
	});

	test('the writer and the server end at one text, whatever lies behind the edit in flight', () => {
		const behind = script.chain((all) =>
			changeOf(all.whole.compose(all.mine)).map((more) => ({ ...all, more })),
		);
		fc.assert(
			fc.property(behind, ({ whole, mine, theirs, more }) => {
				let text = co.launched(co.typed(co.opened(whole), mine), 'me-1', mine, new Delta());
				text = co.typed(text, more);
				text = co.arrived(text, theirs).text;
				const shown = co.shown(text);
				const stored = theirs.transform(mine, true);
				text = co.acknowledged(text, stored);

				same(text.confirmed, whole.compose(theirs).compose(stored));
				same(co.shown(text), shown);
			}),
		);
	});

	test('a refused edit is taken out from under what was typed behind it', () => {
		const behind = script.chain((all) =>
			changeOf(all.whole.compose(all.mine)).map((more) => ({ ...all, more })),
		);
		fc.assert(
			fc.property(behind, ({ whole, mine, more }) => {
				const flying = co.launched(co.typed(co.opened(whole), mine), 'me-1', mine, new Delta());
				const text = co.typed(flying, more);
				const step = co.refused(text);

				expect(step.lost).toEqual(mine);
				expect(step.text.inFlight).toBeUndefined();
				same(step.text.confirmed, whole);
				same(co.shown(text).compose(step.shown), co.shown(step.text));
			}),
		);
	});

	test('letters typed behind a refused edit stay where they were typed', () => {
		const first = new Delta().retain(3).insert(' grande');
		const flying = co.launched(co.typed(co.opened(TEXT), first), 'me-1', first, new Delta());
		const text = co.typed(flying, new Delta().retain(16).insert(' verte'));

		const step = co.refused(text);

		expect(co.shown(text)).toEqual(new Delta().insert('une grande place verte\n'));
		expect(co.shown(step.text)).toEqual(new Delta().insert('une place verte\n'));
		expect(co.words(step.lost)).toBe(' grande');
	});

	test('an edit that will never be stored under its id waits again with what is behind it', () => {
		const first = new Delta().insert('a');
		const flying = co.launched(co.typed(co.opened(TEXT), first), 'me-1', first, new Delta());
		const text = co.recalled(co.typed(flying, new Delta().retain(1).insert('b')));

		expect(text).toEqual({ confirmed: TEXT, behind: new Delta().insert('ab') });
	});

	test('a change that only passes over text is empty', () => {
		expect(co.isEmpty(new Delta().retain(4))).toBe(true);
		expect(co.isEmpty(new Delta().retain(4, { bold: true }))).toBe(false);
		expect(co.isEmpty(new Delta().delete(1))).toBe(false);
	});

	test('words written in different places are offered on lines of their own', () => {
		const change = new Delta().insert('ici').retain(3, { bold: true }).insert('là').delete(1);

		expect(co.words(change)).toBe('ici\nlà');
	});
});

describe('an edit too long for one frame', () => {
	const bytes = (change: Delta) =>
		new TextEncoder().encode(JSON.stringify({ ops: change.ops })).length;

	function pieces(change: Delta, limit: number): Delta[] {
		const all: Delta[] = [];
		for (let left = change; left.ops.length > 0;) {
			const { first, rest } = co.cut(left, limit);
			expect(bytes(first)).toBeLessThanOrEqual(limit);
			expect(first.ops.length).toBeGreaterThan(0);
			all.push(first);
			left = rest;
		}
		return all;
	}

	test('is cut into parts that do the same one after the other', () => {
		const scripts = document.chain((whole) =>
			fc.record({ whole: fc.constant(whole), change: changeOf(whole) }),
		);
		fc.assert(
			fc.property(scripts, fc.integer({ min: 90, max: 160 }), ({ whole, change }, limit) => {
				const after = pieces(change, limit).reduce((text, part) => text.compose(part), whole);
				same(after, whole.compose(change));
			}),
		);
	});

	test('is never cut inside a pair of surrogates', () => {
		const parts = pieces(new Delta().insert('👵🏽'.repeat(40), { bold: true }), 200);

		expect(parts.length).toBeGreaterThan(2);
		for (const { ops } of parts) {
			for (const { insert } of ops) {
				// Throws at a lone surrogate.
				expect(() => encodeURIComponent(String(insert))).not.toThrow();
			}
		}
	});

	test('deletes before it inserts, so that no part stands above the longest text allowed', () => {
		const whole = new Delta().insert(`${'a'.repeat(400)}\n`);
		const change = new Delta().insert('b'.repeat(400)).delete(400);

		const lengths: number[] = [];
		pieces(change, 150).reduce((text, part) => {
			const next = text.compose(part);
			lengths.push(next.length());
			return next;
		}, whole);

		expect(Math.max(...lengths)).toBe(401);
	});

	test('stays whole where it fits', () => {
		const change = new Delta().insert('b').delete(4);

		expect(co.cut(change, 48 * 1024)).toEqual({ first: change, rest: new Delta() });
	});
});
