import { expect, test } from 'vitest';
import type { Finding, TableState } from '../wire/messages';
import { telling } from './tellings';

const base: Finding = { id: 'f', kind: 'need', title: 'Bench', text: 'f', by: 'ana', at: 0 };
const text = { ops: [{ insert: '\n' }] };
const seen = (
	finding: Finding | undefined,
	written = text,
): Pick<TableState, 'findings' | 'texts'> => ({
	findings: finding ? [finding] : [],
	texts: { f: written },
});
const told = (finding: Partial<Finding>) => telling(seen(base), seen({ ...base, ...finding }), 'f');

test('what happened to a finding is told from the states before and after', () => {
	expect(telling(seen(undefined), seen(base), 'f')).toBe('added');
	expect(told({ withdrawn: true })).toBe('withdrawn');
	expect(telling(seen({ ...base, withdrawn: true }), seen(base), 'f')).toBe('restored');
	expect(told({ title: 'Two benches' })).toBe('renamed');
	expect(told({ kind: 'actor' })).toBe('retyped');
	expect(told({ source: 'survey' })).toBe('sourced');
	expect(told({})).toBe('moved');
	expect(telling(seen(base), seen(base, { ops: [{ insert: 'x\n' }] }), 'f')).toBe('written');
	expect(telling(seen(base), seen(undefined), 'f')).toBeUndefined();
});
