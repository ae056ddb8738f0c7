// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CaretLayer, type Caret } from './carets';
import { Delta } from './delta';
import { renderDelta } from './render';

let parent: HTMLElement;
let layer: CaretLayer;

beforeEach(() => {
	vi.useFakeTimers();
	parent = document.body.appendChild(document.createElement('div'));
	const root = parent.appendChild(document.createElement('div'));
	root.append(renderDelta(new Delta().insert('some words\n')));
	layer = new CaretLayer(parent, root);
});

afterEach(() => {
	layer.destroy();
	parent.remove();
	vi.useRealTimers();
});

const lea: Caret = {
	participant: 'lea',
	name: 'Léa',
	initials: 'LÉ',
	colour: '#7a3b8f',
	pattern: 'dashed',
	index: 4,
	length: 0,
};

const names = () =>
	[...parent.querySelectorAll<HTMLElement>('.caret-flag')]
		.filter((flag) => !flag.hidden)
		.map((flag) => flag.textContent);

test('a name is shown for two seconds after its caret moved', () => {
	layer.set([lea]);
	expect(names()).toEqual(['LÉ Léa']);
	vi.advanceTimersByTime(1999);
	expect(names()).toEqual(['LÉ Léa']);
	vi.advanceTimersByTime(1);
	expect(names()).toEqual([]);
	layer.set([lea]);
	expect(names()).toEqual([]);
	layer.set([{ ...lea, index: 5 }]);
	expect(names()).toEqual(['LÉ Léa']);
});

test('what is written here pushes their caret on and raises no name', () => {
	layer.set([lea]);
	vi.advanceTimersByTime(2000);
	layer.carry(new Delta().insert('abc'), 'own');
	layer.carry(new Delta().retain(7).insert('at their caret'), 'own');
	expect(names()).toEqual([]);
	layer.set([{ ...lea, index: 7 }]);
	expect(names()).toEqual([]);
});

test('what they write pushes their caret on and raises their name', () => {
	layer.set([lea]);
	vi.advanceTimersByTime(2000);
	layer.carry(new Delta().retain(4).insert('abc'), 'theirs');
	expect(names()).toEqual(['LÉ Léa']);
	vi.advanceTimersByTime(2000);
	layer.set([{ ...lea, index: 7 }]);
	expect(names()).toEqual([]);
});

test('what others wrote lights up for two seconds, what was written here does not', () => {
	const lights = () => parent.querySelectorAll('.fresh-words').length;
	layer.carry(new Delta().retain(1).insert('mine'), 'own');
	layer.carry(new Delta().retain(3, { bold: true }).delete(2), 'theirs');
	expect(lights()).toBe(0);
	layer.carry(new Delta().retain(2).insert('theirs').retain(1).insert('too'), 'theirs');
	expect(lights()).toBe(2);
	vi.advanceTimersByTime(2000);
	expect(lights()).toBe(0);
});

test('carets are told apart by pattern too, and screen readers do not meet them', () => {
	layer.set([lea]);
	const bar = parent.querySelector<HTMLElement>('.caret-bar');
	expect(bar?.dataset.pattern).toBe('dashed');
	expect(bar?.style.getPropertyValue('--caret')).toBe('#7a3b8f');
	expect(parent.querySelector('.caret-layer')?.getAttribute('aria-hidden')).toBe('true');
	expect(parent.querySelectorAll('.caret-layer *').length).toBeGreaterThan(0);
	layer.set([]);
	expect(parent.querySelectorAll('.caret-layer *')).toHaveLength(0);
});

test('a name is shown as letters, whatever stands in it', () => {
	layer.set([{ ...lea, name: '<img src=x>' }]);
	expect(names()).toEqual(['LÉ <img src=x>']);
	expect(parent.querySelector('img')).toBe(null);
});
