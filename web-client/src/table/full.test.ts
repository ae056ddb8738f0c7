import { expect, test } from 'vitest';
import { memoryOutboxes } from '../wire/outbox-memory';
import { Dice, VirtualClock } from '../wire/virtual-clock.test-support';
import { Authority } from './authority.test-support';
import { browser } from './browser.test-support';

test.each([
	['L17 who finds the table full', 'table.full', 'full'],
	['L16 who opens one page too many', 'rate.limited', 'crowded'],
])('%s is told so until there is room, then let in', async (_, code, kind) => {
	const clock = new VirtualClock();
	const authority = new Authority(clock);
	authority.join('ana');
	authority.turns = code;
	const ana = browser(authority, 'ana', clock, new Dice(1), memoryOutboxes());
	clock.busy = () => ana.busy();
	const { table } = ana.open();
	await clock.advance(100);
	expect(table.saving).toEqual({ kind, pending: 0, seq: 0 });
	expect(table.state).toBeUndefined();

	// Trying again in vain changes nothing that is said.
	await clock.advance(60_000);
	expect(table.saving).toEqual({ kind, pending: 0, seq: 0 });

	authority.turns = undefined;
	await clock.advance(10_000);
	expect(table.saving).toEqual({ kind: 'saved', pending: 0, seq: 2 });

	authority.away.add('ana');
	authority.cut();
	await clock.advance(1_000);
	expect(table.saving).toEqual({ kind: 'offline', pending: 0, seq: 2 });
});
