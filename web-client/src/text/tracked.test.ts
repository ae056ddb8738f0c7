// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { Delta } from './delta';
import { renderDelta } from './render';
import { blocksOf } from './text-boxes';
import { markTracked, replacementsOf, type Replacement, type Tracked } from './tracked';

const change = (id: string, ...places: Replacement[]): Tracked => ({
	id,
	places,
	label: id,
	colour: '#1d4f91',
	pattern: 'solid',
});
const marked = (text: string, ...changes: Tracked[]) => {
	const box = document.createElement('div');
	box.append(renderDelta(new Delta().insert(text)));
	markTracked(box, changes);
	return box;
};
/** What a person reads: `-gone-`, `+come+`. */
const read = (box: HTMLElement) => {
	for (const del of box.querySelectorAll('del')) del.replaceWith(`-${del.textContent}-`);
	for (const ins of box.querySelectorAll('ins')) ins.replaceWith(`+${ins.textContent}+`);
	return [...box.children].map(({ textContent }) => textContent);
};

test('what goes is struck through where it stands, what comes is underlined behind it', () => {
	const ana = change('ana', { from: 6, to: 11, words: 'quatre' });
	expect(read(marked('Poser trois bancs.\n', ana))).toEqual(['Poser -trois-+quatre+ bancs.']);
});

test('what comes does not count where letters of the text are counted', () => {
	const box = marked('ab\ncd\n', change('ana', { from: 1, to: 2, words: 'xyz' }));
	const blocks = blocksOf(box).map(({ from, length }) => ({ from, length }));
	expect(blocks).toEqual([
		{ from: 0, length: 2 },
		{ from: 3, length: 2 },
	]);
});

test('two changes of one place are both shown, neither inside the other', () => {
	const box = marked(
		'Trois bancs\n',
		change('ana', { from: 0, to: 5, words: 'Deux' }),
		change('ben', { from: 0, to: 11, words: 'Rien' }),
	);
	expect(box.querySelectorAll('del ins, ins del')).toHaveLength(0);
	expect(box.querySelector('[data-label="ana"]')?.textContent).toBe('Deux');
	expect(box.querySelector('[data-label="ben"]')?.textContent).toBe('Rien');
	expect(box.textContent).toBe('TroisDeux bancsRien');
});

test('a line break that goes and one that comes are told by a sign', () => {
	expect(read(marked('a\nb\n', change('ana', { from: 1, to: 2, words: ', ' })))).toEqual([
		'a--',
		'+, +b',
	]);
	expect(read(marked('a\n', change('ana', { from: 1, to: 1, words: '\nb' })))).toEqual(['a+¶\nb+']);
});

test('an empty text shows what it would get', () => {
	expect(read(marked('\n', change('ana', { from: 0, to: 0, words: 'Un' })))).toEqual(['+Un+']);
});

test('a change that does not fit its text leaves the text readable', () => {
	const beyond = change('ana', { from: 1, to: 90, words: 'x' }, { from: 95, to: 99, words: 'y' });
	expect(marked('abc\n', beyond).textContent).toContain('abc');
});

test('the places of a change are told from its delta, formats are none', () => {
	const delta = new Delta()
		.retain(2, { bold: true })
		.insert('a')
		.delete(1)
		.retain(1)
		.delete(2)
		.insert('b');
	expect(replacementsOf(delta)).toEqual([
		{ from: 2, to: 3, words: 'a' },
		{ from: 4, to: 6, words: 'b' },
	]);
});
