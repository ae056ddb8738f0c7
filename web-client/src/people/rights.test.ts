import { expect, test } from 'vitest';
import { mayShape, mayWrite } from './rights';

test('participants write everywhere and shape their own, observers and guarantors do neither', () => {
	const own = { by: 'ana' };
	expect(mayWrite({ id: 'ana', role: 'participant' })).toBe(true);
	expect(mayShape({ id: 'ana', role: 'participant' }, own)).toBe(true);
	expect(mayShape({ id: 'samir', role: 'participant' }, own)).toBe(false);
	expect(mayShape({ id: 'samir', role: 'scribe' }, own)).toBe(true);
	expect(mayShape({ id: 'ana', role: 'observer' }, own)).toBe(false);
	expect(mayWrite({ id: 'ana', role: 'guarantor' })).toBe(false);
	expect(mayWrite(undefined)).toBe(false);
});
