// @vitest-environment happy-dom
import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { Keyed } from './keyed.svelte';
import { heard } from './signals.test-support.svelte';

const same = (one: string, other: string) => one === other;

test('who reads a key is told when its value is another, and of no other key', () => {
	const keyed = new Keyed('');
	const a = heard(() => keyed.get('a'));
	const b = heard(() => keyed.get('b'));
	keyed.replace(new Map([['a', 'one']]), same);
	flushSync();
	const both = [
		['a', 'one'],
		['b', 'two'],
	] as const;
	keyed.replace(new Map(both), same);
	flushSync();
	expect([a.told, b.told]).toEqual([
		['', 'one'],
		['', 'two'],
	]);
	a.end();
	b.end();
});

test('a key of which nothing is said any more is as it was before', () => {
	const keyed = new Keyed('');
	const { told, end } = heard(() => keyed.get('a'));
	keyed.replace(new Map([['a', 'one']]), same);
	flushSync();
	keyed.replace(new Map(), same);
	flushSync();
	expect(told).toEqual(['', 'one', '']);
	end();
});
