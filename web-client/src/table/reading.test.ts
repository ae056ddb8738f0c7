import { describe, expect, test } from 'vitest';
import Delta from '../text/delta';
import { memoryOutboxes } from '../wire/outbox-memory';
import { Dice, VirtualClock } from '../wire/virtual-clock.test-support';
import { Authority } from './authority.test-support';
import { browser } from './browser.test-support';
import { isContribution } from './reading';

/** Ana at a table with one finding and one term, both hers; Bea publishes the frame. */
async function atTable() {
	const clock = new VirtualClock();
	const authority = new Authority(clock);
	authority.join('ana');
	authority.store('ana', 'x-1', [
		{ type: 'FindingAdded', finding: 'f', kind: 'need', title: 'f', text: 'f' },
		{ type: 'TermAdded', term: 't', section: 'rules', title: 't', text: 't' },
	]);
	const here = browser(authority, 'ana', clock, new Dice(1), memoryOutboxes());
	clock.busy = () => here.busy();
	const { table } = here.open();
	await clock.advance(500);
	const publish = () => authority.store('bea', 'bea-1', [{ type: 'FramePublished' }]);
	const read = () => table.do({ type: 'AcknowledgeFrame', frame: authority.seq });
	return { clock, authority, table, publish, read };
}

describe('whoever has not read the frame', () => {
	test('keeps what they do and write here, and it goes once they have read it', async () => {
		const { clock, authority, table, publish, read } = await atTable();
		publish();
		await clock.advance(100);
		table.do({ type: 'AddFinding', finding: 'g', kind: 'need', title: 'g' });
		table.text('f').edit(new Delta().insert('Le bus'));
		await clock.advance(5_000);

		expect(table.saving.kind).toBe('unread');
		expect(table.held).toBe(1);
		expect(authority.heard.some(({ text }) => text.includes('"do"'))).toBe(false);

		read();
		await clock.advance(5_000);
		expect(table.saving).toEqual({ kind: 'saved', pending: 0, seq: authority.seq });
		expect(table.held).toBe(0);
		expect(authority.state.findings.map(({ id }) => id)).toEqual(['f', 'g']);
		expect(authority.state.texts['f']).toEqual({ ops: [{ insert: 'Le bus\n' }] });
		expect(table.refusals).toEqual([]);
	});

	test('loses nothing that was on its way when the frame was published', async () => {
		const { clock, authority, table, publish, read } = await atTable();
		table.text('f').edit(new Delta().insert('Le bus'));
		table.do({ type: 'RenameFinding', finding: 'f', title: 'Bus' });
		publish();
		await clock.advance(1_000);
		expect(table.saving.kind).toBe('unread');
		expect(authority.state.findings[0]?.title).toBe('f');

		read();
		await clock.advance(5_000);
		expect(authority.state.findings[0]?.title).toBe('Bus');
		expect(authority.state.texts['f']).toEqual({ ops: [{ insert: 'Le bus\n' }] });
		expect(table.refusals).toEqual([]);
	});
});

test('what a facilitator does to frame, lists and phases waits for nothing', () => {
	expect(isContribution({ type: 'PublishFrame' })).toBe(false);
	expect(isContribution({ type: 'CloseList' })).toBe(false);
	expect(isContribution({ type: 'AddTerm' })).toBe(true);
});
