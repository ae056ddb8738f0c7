import { expect, test } from 'vitest';
import { fraction, newId, secureRandom } from './ids';

test('a client id is of the id alphabet, 8 to 40 characters, and never the same', () => {
	const ids = Array.from({ length: 200 }, () => newId());
	ids.forEach((id) => expect(id).toMatch(/^[A-Za-z0-9_-]{8,40}$/));
	expect(new Set(ids).size).toBe(200);
});

test('a fraction lies from 0 up to 1', () => {
	expect(fraction((bytes) => bytes.fill(0))).toBe(0);
	expect(fraction((bytes) => bytes.fill(255))).toBeLessThan(1);
	expect(fraction(secureRandom)).toBeLessThan(1);
});
