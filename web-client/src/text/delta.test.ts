import { expect, test } from 'vitest';
import Delta from './delta';

test('the Delta of quill-delta composes, transforms and inverts', () => {
	const text = new Delta().insert('une place\n');
	const change = new Delta().retain(4).insert('grande ', { bold: true });

	expect(text.compose(change).length()).toBe(17);
	expect(text.compose(change).compose(change.invert(text))).toEqual(text);
	expect(change.transform(new Delta().retain(4).insert('a'), true)).toEqual(
		new Delta().retain(11).insert('a'),
	);
});
