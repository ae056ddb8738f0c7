// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Delta } from './delta';
import { TextEditor } from './editor';
import { dice, someText } from './random-text';
import { renderDelta } from './render';

const rendered = (delta: Delta): string => {
	const box = document.createElement('div');
	box.append(renderDelta(delta));
	return box.innerHTML;
};

test('a text that is read has the shape of the same text in the editor', () => {
	fc.assert(
		fc.property(dice(), (dice) => {
			const delta = someText(dice);
			const parent = document.createElement('div');
			const editor = new TextEditor(parent, {
				delta,
				label: 'Constat',
				editable: true,
				onchange: () => {},
				oncaret: () => {},
			});
			for (const aid of editor.view.dom.querySelectorAll('br')) aid.removeAttribute('class');
			expect(rendered(delta)).toBe(editor.view.dom.innerHTML);
			editor.destroy();
		}),
		{ numRuns: 300 },
	);
});

test('B14 a link opens apart and tells nothing of where it was; an unsafe one is plain words', () => {
	expect(rendered(new Delta().insert('x', { link: 'https://example.org/' }).insert('\n'))).toBe(
		'<p><a href="https://example.org/" rel="noopener noreferrer nofollow" target="_blank">x</a></p>',
	);
	const bad = rendered(new Delta().insert('x', { link: 'javascript:alert(1)' }).insert('\n'));
	expect(bad).toBe('<p><span>x</span></p>');
});

test('letters that look like markup stay letters', () => {
	expect(rendered(new Delta().insert('<img src=x onerror=alert(1)>\n'))).toBe(
		'<p>&lt;img src=x onerror=alert(1)&gt;</p>',
	);
});
