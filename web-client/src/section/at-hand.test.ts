import { expect, test } from 'vitest';
import type { Round } from '../wire/messages';
import { AtHand } from './at-hand.svelte';

const round = (id: string, state: Round['state']): Round => ({
	id,
	kind: 'needs',
	question: '?',
	by: 'lea',
	at: 0,
	state,
	handed: [],
});

test('a round that ended while the page was open stays at hand until it is put away', () => {
	const atHand = new AtHand();
	const before = round('a', 'revealed');
	atHand.see([before, round('b', 'open')]);
	expect(atHand.has(before)).toBe(false);
	expect(atHand.has(round('b', 'open'))).toBe(true);
	expect(atHand.has(round('b', 'revealed'))).toBe(true);
	atHand.putAway('b');
	expect(atHand.has(round('b', 'revealed'))).toBe(false);
	// One that goes on concerns everyone.
	expect(atHand.has(round('b', 'closed'))).toBe(true);
});
