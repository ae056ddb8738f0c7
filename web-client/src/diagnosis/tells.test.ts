import { expect, test } from 'vitest';
import { m } from '../i18n/generated/messages.js';
import type { Finding } from '../wire/messages';
import { tells } from './tells';

const base: Finding = { id: 'f', kind: 'need', title: 'Bench', text: 'f', by: 'ana', at: 0 };

test('a new kind and a new source of a finding are told', () => {
	expect(tells(base, { ...base, kind: 'actor' })).toBe(m.told_retyped);
	expect(tells(base, { ...base, source: 'survey' })).toBe(m.told_sourced);
	expect(tells(base, { ...base, title: 'Bus' })).toBeUndefined();
});

test('agreement and merging of a finding are told', () => {
	const agreed = { ...base, agreed: ['ana'] };
	const merged = { ...base, mergedInto: 'g' };
	expect(tells(base, agreed)).toBe(m.told_agreed);
	expect(tells(agreed, base)).toBe(m.told_not_agreed);
	expect(tells(base, merged)).toBe(m.told_merged);
	expect(tells(merged, base)).toBe(m.told_unmerged);
});
