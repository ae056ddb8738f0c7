import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Delta, plainText, sameDelta } from './delta';
import { deltaToDoc, docToDelta, indexAt, placeAt } from './delta-document';
import { dice, someIndex, someText } from './random-text';

test('a text and the document that shows it tell the same, hidden attributes included', () => {
	fc.assert(
		fc.property(dice(), (dice) => {
			const delta = someText(dice);
			const doc = deltaToDoc(delta);
			doc.check();
			expect(sameDelta(docToDelta(doc), delta)).toBe(true);
		}),
		{ numRuns: 3000 },
	);
});

test('a place in the document and an index of the text lead to each other', () => {
	fc.assert(
		fc.property(dice(), (dice) => {
			const delta = someText(dice);
			const doc = deltaToDoc(delta);
			const index = someIndex(dice, plainText(delta).slice(0, -1));
			const place = placeAt(doc, index);
			expect(doc.resolve(place).parent.isTextblock).toBe(true);
			expect(indexAt(doc, place)).toBe(index);
		}),
		{ numRuns: 1000 },
	);
});

const shape = (delta: Delta) => deltaToDoc(delta).toString();

test('a header is shown before a quote, a quote before a list, an indent without list not at all', () => {
	const line = (attributes: Record<string, unknown>) =>
		shape(new Delta().insert('x').insert('\n', attributes));
	expect(line({ header: 2, blockquote: true, list: 'bullet' })).toBe('doc(heading("x"))');
	expect(line({ blockquote: true, list: 'bullet' })).toBe('doc(blockquote(paragraph("x")))');
	expect(line({ list: 'ordered' })).toBe('doc(ordered_list(list_item(paragraph("x"))))');
	expect(line({ indent: 3, bold: true })).toBe('doc(paragraph("x"))');
});

test('lists nest as real lists, and neighbours of one kind are one list', () => {
	const delta = new Delta()
		.insert('a')
		.insert('\n', { list: 'bullet' })
		.insert('b')
		.insert('\n', { list: 'ordered', indent: 1 })
		.insert('c')
		.insert('\n', { list: 'bullet' })
		.insert('d')
		.insert('\n', { list: 'ordered' });
	expect(shape(delta)).toBe(
		'doc(bullet_list(list_item(paragraph("a"), ordered_list(list_item(paragraph("b")))), ' +
			'list_item(paragraph("c"))), ordered_list(list_item(paragraph("d"))))',
	);
});

test('a link that is not safe is kept and shown as plain words', () => {
	const delta = new Delta().insert('x', { link: 'javascript:alert(1)' }).insert('\n');
	const doc = deltaToDoc(delta);
	expect(doc.toString()).not.toContain('link');
	expect(sameDelta(docToDelta(doc), delta)).toBe(true);
});
