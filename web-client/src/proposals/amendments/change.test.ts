import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Delta, plainText } from '../../text/delta';
import { amending, compared, endOf, linesOf } from './change';
import { brought, excerpt } from './excerpt';

const document = (text: string) => ({ ops: [{ insert: text }] });
const made = (text: string, index: number, length: number, words: string) => {
	const change = amending(document(text), { index, length }, words);
	return plainText(new Delta(document(text).ops).compose(new Delta(change?.ops)));
};

test('AM1 what a person writes in the place of a passage is what the amendment makes of it', () => {
	const word = fc.constantFrom('banc', 'bancs', ' ', '  ', '\n', 'à', '👩🏽‍🌾', '.', ',');
	const words = fc.array(word, { maxLength: 12 }).map((all) => all.join(''));
	fc.assert(
		fc.property(words, words, words, words, (before, was, is, after) => {
			expect(made(`${before}${was}${after}\n`, before.length, was.length, is)).toBe(
				`${before}${is}${after}\n`,
			);
		}),
	);
});

test('AM1 the same words are no amendment', () => {
	expect(amending(document('Trois bancs\n'), { index: 0, length: 5 }, 'Trois')).toBeUndefined();
});

test('an amendment changes the words that differ and no others', () => {
	const text = {
		ops: [
			{ insert: 'Poser ' },
			{ insert: 'trois', attributes: { bold: true } },
			{ insert: ' bancs\n' },
		],
	};
	expect(amending(text, { index: 0, length: 17 }, 'Poser quatre bancs')).toEqual({
		ops: [{ retain: 6 }, { insert: 'quatre', attributes: { bold: true } }, { delete: 5 }],
	});
});

test('two passages are compared word by word', () => {
	expect(compared('trois bancs au soleil', 'quatre bancs à l’ombre')).toEqual([
		{ kind: 'gone', letters: 'trois' },
		{ kind: 'new', letters: 'quatre' },
		{ kind: 'kept', letters: ' bancs ' },
		{ kind: 'gone', letters: 'au soleil' },
		{ kind: 'new', letters: 'à l’ombre' },
	]);
});

test('lines are offered without their breaks, and a text goes on before its last', () => {
	expect(linesOf(document('Un\n\nDeux\n'))).toEqual([
		{ index: 0, length: 2, words: 'Un' },
		{ index: 3, length: 0, words: '' },
		{ index: 4, length: 4, words: 'Deux' },
	]);
	expect(endOf(document('Un\n'))).toBe(2);
});

test('an amendment reads by itself with a few words around', () => {
	const long = 'Un long début de phrase qui ne dit rien de plus de ce qui change ici. ';
	const text = document(`${long}Poser trois bancs.\nSuite\n`);
	const delta = { ops: [{ retain: long.length + 6 }, { insert: 'quatre' }, { delete: 5 }] };
	expect(excerpt(text, delta)).toEqual([
		{ kind: 'kept', letters: '… dit rien de plus de ce qui change ici. Poser ' },
		{ kind: 'gone', letters: 'trois' },
		{ kind: 'new', letters: 'quatre' },
		{ kind: 'kept', letters: ' bancs.' },
	]);
	expect(brought(delta)).toEqual([{ kind: 'new', letters: 'quatre' }]);
});

test('an amendment that does not fit its text shows what there is of it', () => {
	expect(excerpt(document('Un\n'), { ops: [{ retain: 40 }, { delete: 5 }] })).toEqual([
		{ kind: 'kept', letters: 'Un' },
	]);
});
