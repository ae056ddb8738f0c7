// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { insertLines, linesFromText } from './clipboard';
import { Delta, type AttributeMap } from './delta';
import { linesFromHtml } from './html';
import { isSafeLink, linkFrom } from './links';

/** What a paste makes of an empty text. */
function pasted(html: string): Delta {
	const empty = new Delta().insert('\n');
	const lines = linesFromHtml(html);
	return empty.compose(insertLines(empty, { anchor: 0, head: 0 }, lines).change);
}

const text = (letters: string, attributes?: AttributeMap) =>
	new Delta().insert(letters, attributes);

const refused = [
	'javascript:alert(1)',
	'JaVaScRiPt:alert(1)',
	'java\tscript:alert(1)',
	'java\nscript:alert(1)',
	' javascript:alert(1)',
	'\0javascript:alert(1)',
	'data:text/html,<script>alert(1)</script>',
	'vbscript:msgbox(1)',
	'//evil.example',
	'https:evil.example',
	'https://user:password@example.org/',
	'https://user@example.org/',
	'http:\\\\evil.example',
	'https://example.org\\@evil.example',
	'ftp://example.org/',
	'https://',
	'mailto:',
	'file:///etc/passwd',
	'blob:https://example.org/x',
	`https://example.org/${'a'.repeat(2000)}`,
];

test.each(refused)('B14 %j is no link', (href) => {
	expect(isSafeLink(href)).toBe(false);
	expect(linkFrom(href)).toBe(null);
	const link = document.createElement('a');
	link.setAttribute('href', href);
	link.textContent = 'x';
	expect(pasted(link.outerHTML)).toEqual(text('x\n'));
});

test.each(['https://example.org', 'HTTP://example.org:8080/a?b#c', 'mailto:ana@example.org'])(
	'%s is a link',
	(href) => {
		expect(isSafeLink(href)).toBe(true);
		expect(pasted(`<a href="${href}">x</a>`)).toEqual(text('x', { link: href }).insert('\n'));
	},
);

test.each([
	['<script>alert(1)</script>ok', 'ok\n'],
	['ok<img src=x onerror="alert(1)">', 'ok\n'],
	['<svg onload="alert(1)"><text>no</text></svg>ok', 'ok\n'],
	['<style>p{background:url(https://evil.example)}</style><p>ok</p>', 'ok\n'],
	['<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;">no</iframe>ok', 'ok\n'],
	['<meta http-equiv="refresh" content="0;url=https://evil.example">ok', 'ok\n'],
	['<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>ok', 'ok\n'],
	['<object data="x">no</object><embed src="x">ok', 'ok\n'],
	['a<textarea><img src=x onerror=alert(1)></textarea>b', 'ab\n'],
])('B15 of %s only the words remain', (html, left) => {
	const fetched = vi.spyOn(globalThis, 'fetch');
	const delta = pasted(html);
	expect(delta.ops.every((op) => op.attributes === undefined)).toBe(true);
	expect(delta).toEqual(text(left));
	expect(fetched).not.toHaveBeenCalled();
	fetched.mockRestore();
});

test('B15 HTML that changes its meaning when parsed again ends as words of the model', () => {
	const nasty =
		'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">';
	for (const op of pasted(`${nasty}ok`).ops) {
		expect(typeof op.insert).toBe('string');
		expect(op.attributes).toBeUndefined();
	}
});

test('headings become the two there are, bold and italic stay', () => {
	expect(pasted('<h1>a</h1><h4>b</h4><p>c <b>d</b> <i>e</i></p>')).toEqual(
		text('a')
			.insert('\n', { header: 2 })
			.insert('b')
			.insert('\n', { header: 3 })
			.insert('c ')
			.insert('d', { bold: true })
			.insert(' ')
			.insert('e', { italic: true })
			.insert('\n'),
	);
});

test('lists keep their nesting, down to the fifth level', () => {
	const deep = (level: number): string =>
		level === 0 ? '' : `<ul><li>${level}${deep(level - 1)}</li></ul>`;
	const indents = linesFromHtml(deep(7)).map((line) => line.attributes.indent ?? 0);
	expect(indents).toEqual([0, 1, 2, 3, 4, 4, 4]);
	expect(pasted('<ol><li>a<ul><li>b</li></ul></li><li><p>c</p></li></ol>')).toEqual(
		text('a')
			.insert('\n', { list: 'ordered' })
			.insert('b')
			.insert('\n', { list: 'bullet', indent: 1 })
			.insert('c')
			.insert('\n', { list: 'ordered' }),
	);
});

test('white space, line breaks and wrappers are read as a browser shows them', () => {
	expect(pasted('<div>\n  <div>a\n   b </div>\n<div>c<br>d</div></div>')).toEqual(
		text('a b\nc\nd\n'),
	);
	expect(pasted('<b style="font-weight:normal"><p>a</p></b>')).toEqual(text('a\n'));
	expect(pasted('<pre>a\n  b</pre>')).toEqual(text('a\n  b\n'));
	expect(pasted('<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>')).toEqual(
		text('a b\nc\n'),
	);
});

test('lists as a word processor writes them are lists', () => {
	const item = (level: number, sign: string, words: string) =>
		`<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'>` +
		`<span style='mso-list:Ignore'>${sign}<span>&nbsp; </span></span>${words}</p>`;
	expect(pasted(item(1, '·', 'a') + item(2, 'o', 'b') + item(1, '1.', 'c'))).toEqual(
		text('a')
			.insert('\n', { list: 'bullet' })
			.insert('b')
			.insert('\n', { list: 'bullet', indent: 1 })
			.insert('c')
			.insert('\n', { list: 'ordered' }),
	);
});

test('NUL, lone surrogates and noncharacters do not come in', () => {
	const dirty = 'a\0b\ud800c\udc00d\uffffe\ufdd0f\u{1fffe}g😀';
	expect(linesFromText(dirty).map((line) => line.letters)).toEqual([text('abcdefg😀')]);
	expect(pasted(`<p>a\ud800b\uffff</p>`)).toEqual(text('ab\n'));
});

test('plain lines pasted into an item become items, and the words behind the caret stay last', () => {
	const before = text('onetwo').insert('\n', { list: 'bullet' });
	const { change, range } = insertLines(before, { anchor: 3, head: 3 }, linesFromText('a\nb'));
	expect(before.compose(change)).toEqual(
		text('onea').insert('\n', { list: 'bullet' }).insert('btwo').insert('\n', { list: 'bullet' }),
	);
	expect(range).toEqual({ anchor: 6, head: 6 });
});

test('an address pasted by itself is a link', () => {
	expect(linesFromText('https://example.org/a\n')[0]?.letters).toEqual(
		text('https://example.org/a', { link: 'https://example.org/a' }),
	);
});
