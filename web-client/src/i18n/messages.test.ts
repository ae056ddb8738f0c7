import { expect, test } from 'vitest';
import { m } from './generated/messages.js';

test('a message is served in each language', () => {
	expect(m.app_name({}, { locale: 'fr' })).toBe('Tablée');
	expect(m.app_name({}, { locale: 'en' })).toBe('Tablée');
});
