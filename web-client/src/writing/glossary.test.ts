import { describe, expect, test } from 'vitest';
import { Glossary, MARKS_MAX } from './glossary';

const words = (text: string, ...written: string[]) =>
	new Glossary(written.map((one) => ({ id: one, written: one })))
		.find(text)
		.map(({ id, from, to }) => [id, text.slice(from, to)]);

describe('GL the words of a glossary in a text', () => {
	test('are found whole and whatever their case', () => {
		expect(words('Aînés et aîné, l’aîné.', 'aîné')).toEqual([
			['aîné', 'aîné'],
			['aîné', 'aîné'],
		]);
		expect(words('AÎNÉ', 'aîné')).toEqual([['aîné', 'AÎNÉ']]);
	});

	test('keep their accents', () => {
		expect(words('Un aine, un aîne.', 'aîné')).toEqual([]);
		expect(words('Le côté, la cote, le coté.', 'cote')).toEqual([['cote', 'cote']]);
	});

	test('are the longest that fit, and never overlap', () => {
		expect(words('Le service public local et le service.', 'service', 'service public')).toEqual([
			['service public', 'service public'],
			['service', 'service'],
		]);
	});

	test('may hold hyphens, apostrophes and signs', () => {
		expect(
			words(
				'La co-construction, l’appel à disponibilité.',
				'co-construction',
				'appel à disponibilité',
			),
		).toEqual([
			['co-construction', 'co-construction'],
			['appel à disponibilité', 'appel à disponibilité'],
		]);
		expect(words('Voir (RSA) et RSAB.', '(RSA)')).toEqual([['(RSA)', '(RSA)']]);
	});

	test('that show no letter are none', () => {
		expect(words('… — …', '—')).toEqual([]);
	});

	test('keep their places where small letters are more than capitals', () => {
		expect(words('İİİ aîné', 'aîné')).toEqual([['aîné', 'aîné']]);
	});

	test('end at a bound, however often they stand there', () => {
		expect(words('aîné '.repeat(1_000), 'aîné')).toHaveLength(MARKS_MAX);
	});

	test('cost one walk, however many there are and however alike', () => {
		const entries = Array.from({ length: 1_000 }, (_, at) => ({
			id: `${at}`,
			written: `mot ${at}`,
		}));
		const glossary = new Glossary([...entries, { id: 'x', written: 'fin' }]);
		const text = 'autre '.repeat(8_000) + 'fin';
		expect(glossary.find(text)).toEqual([{ id: 'x', from: 48_000, to: 48_003 }]);
	});
});
