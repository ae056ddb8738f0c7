import { expect, test } from 'vitest';
import type { Comment } from '../wire/messages';
import type { Listed } from './rows';
import { telling } from './tellings';

const base: Listed = { id: 'f', title: 'Bench', text: 'f', by: 'ana' };
const other: Listed = { id: 'g', title: 'Bus', text: 'g', by: 'ana' };
const text = { ops: [{ insert: '\n' }] };
const seen = (items: Listed[], written = text, comments: Comment[] = []) => ({
	items,
	texts: { f: written },
	comments,
});
const told = (changed: Partial<Listed>) =>
	telling(seen([base, other]), seen([{ ...base, ...changed }, other]), 'f');

test('what happened to an item is told from the states before and after', () => {
	expect(telling(seen([]), seen([base]), 'f')).toBe('added');
	expect(told({ withdrawn: true })).toBe('withdrawn');
	expect(telling(seen([{ ...base, withdrawn: true }]), seen([base]), 'f')).toBe('restored');
	expect(told({ title: 'Two benches' })).toBe('renamed');
	expect(telling(seen([base, other]), seen([other, base]), 'f')).toBe('moved');
	expect(telling(seen([base]), seen([base], { ops: [{ insert: 'x\n' }] }), 'f')).toBe('written');
	expect(telling(seen([base]), seen([]), 'f')).toBeUndefined();
});

test('what a list does not know is not told as something else', () => {
	expect(told({})).toBeUndefined();
});

test('what is said about an item is told, an answer as an answer', () => {
	const said = (more: Partial<Comment>): Comment => ({
		id: 'c',
		on: 'f',
		kind: 'remark',
		words: '.',
		by: 'bea',
		at: 0,
		...more,
	});
	const heard = (more: Partial<Comment>, item = 'f') =>
		telling(seen([base, other]), seen([base, other], text, [said(more)]), item);
	expect(heard({})).toBe('commented');
	expect(heard({ kind: 'question' })).toBe('asked');
	expect(heard({ kind: 'question', to: 'b' })).toBe('answered');
	expect(heard({}, 'g')).toBeUndefined();
});
