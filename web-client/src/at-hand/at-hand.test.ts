import { expect, test } from 'vitest';
import { AtHand } from './at-hand.svelte';

const item = (id: string, over: boolean) => ({ id, over });

test('what ended while the page was open stays at hand until it is put away', () => {
	const atHand = new AtHand<ReturnType<typeof item>>(({ over }) => over);
	const before = item('a', true);
	atHand.see([before, item('b', false)]);
	expect(atHand.has(before)).toBe(false);
	expect(atHand.has(item('b', false))).toBe(true);
	expect(atHand.has(item('b', true))).toBe(true);
	atHand.putAway('b');
	expect(atHand.has(item('b', true))).toBe(false);
	// What goes on concerns everyone.
	expect(atHand.has(item('b', false))).toBe(true);
});
