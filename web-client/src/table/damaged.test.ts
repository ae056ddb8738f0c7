import { expect, test } from 'vitest';
import Delta from '../text/delta';
import { memoryOutboxes } from '../wire/outbox-memory';
import { Dice, VirtualClock } from '../wire/virtual-clock.test-support';
import { Authority } from './authority.test-support';
import { browser } from './browser.test-support';

test('L32 what was written and not sent to a damaged table is shown to be copied, and kept', async () => {
	const clock = new VirtualClock();
	const authority = new Authority(clock);
	authority.join('ana');
	authority.store('ana', 'ana-1', [
		{ type: 'FindingAdded', finding: 'bus', kind: 'need', title: 'Le bus', text: 'bus' },
	]);
	const outboxes = memoryOutboxes();
	const ana = browser(authority, 'ana', clock, new Dice(1), outboxes);
	clock.busy = () => ana.busy();
	const { table } = ana.open();
	await clock.advance(100);
	authority.refuses = () => ({ code: 'store.unavailable', params: { retryInMs: 1_000 } });
	table.text('bus').edit(new Delta().insert('le soir'));
	table.do({ type: 'AddFinding', finding: 'late', kind: 'need', title: 'Trop tard' });
	await clock.advance(100);
	expect(table.stranded).toEqual([]);

	authority.say({
		type: 'refused',
		id: null,
		code: 'table.readonly',
		message: '',
		params: { seq: '2' },
	});
	await clock.advance(60_000);

	expect(table.saving).toMatchObject({ kind: 'closed', reason: 'damaged', damaged: 2, pending: 2 });
	expect(table.stranded).toEqual([
		{ command: { type: 'AddFinding', finding: 'late', kind: 'need', title: 'Trop tard' } },
		{ text: 'bus', change: { ops: [{ insert: 'le soir' }] }, words: 'le soir' },
	]);
	expect(authority.links.size).toBe(0);
});
