import { expect, test } from 'vitest';
import { Awaited } from './opening';

test('whoever opens a round goes on there, once', () => {
	const awaited = new Awaited();
	expect(awaited.greets('a')).toBe(false);
	awaited.opens('a');
	expect(awaited.greets('b')).toBe(false);
	expect(awaited.greets('a')).toBe(true);
	expect(awaited.greets('a')).toBe(false);
});
