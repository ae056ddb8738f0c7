import { beforeEach, expect, test } from 'vitest';
import Delta from '../text/delta';
import type { ClientFrame, ServerFrame, TableEvent } from '../wire/messages';
import { memoryOutboxes } from '../wire/outbox-memory';
import { Dice, VirtualClock } from '../wire/virtual-clock.test-support';
import { Authority } from './authority.test-support';
import { browser, type Browser, type Tab } from './browser.test-support';

/** What a server of a later release says. */
const LATER = { type: 'SaidByALaterServer' } as unknown as TableEvent;

let clock: VirtualClock;
let authority: Authority;
let ana: Browser;

async function opened(storage?: Map<string, string>): Promise<Tab> {
	const tab = ana.open(storage);
	await clock.advance(100);
	return tab;
}

function type(tab: Tab, words: string): void {
	tab.table.text('bus').edit(new Delta().insert(words));
}

const confirmed = () => authority.state.texts['bus']?.ops.map(({ insert }) => insert).join('');
const joins = () =>
	authority.heard.filter(({ text }) => (JSON.parse(text) as ClientFrame).type === 'join').length;

beforeEach(() => {
	clock = new VirtualClock();
	authority = new Authority(clock);
	authority.join('ana');
	authority.store('ana', 'ana-1', [
		{ type: 'FindingAdded', finding: 'bus', kind: 'need', title: 'Le bus', text: 'bus' },
	]);
	ana = browser(authority, 'ana', clock, new Dice(1), memoryOutboxes());
	clock.busy = () => ana.busy();
});

test('B32 an event of a later server ends the fold: the page says to reload and shows nothing wrong', async () => {
	const tab = await opened();
	const before = tab.table.whole;
	authority.store('bea', 'bea-1', [
		{ type: 'FindingRenamed', finding: 'bus', title: 'Autre' },
		LATER,
	]);
	authority.store('bea', 'bea-2', [{ type: 'PhaseMoved', phase: 'debate' }]);
	await clock.advance(60_000);

	expect(tab.table.saving).toEqual({ kind: 'closed', reason: 'outdated', pending: 0, seq: 3 });
	expect(tab.table.whole).toEqual(before);
	expect(joins()).toBe(1);
});

test('B32 what was written before and after it is kept, and sent once after the reload', async () => {
	const tab = await opened();
	authority.refuses = () => ({ code: 'store.unavailable', params: { retryInMs: 1_000 } });
	type(tab, 'soir');
	await clock.advance(100);
	authority.store('bea', 'bea-1', [LATER]);
	await clock.advance(100);
	type(tab, 'Le ');
	expect(tab.table.saving).toMatchObject({ kind: 'closed', reason: 'outdated' });
	expect(tab.table.saving.pending).toBeGreaterThan(0);
	tab.news('leaving');
	await clock.settle();
	tab.kill();

	// The page that comes is of the same release as its server: to it, the commit is an ordinary one.
	authority.refuses = () => undefined;
	authority.commits = authority.commits.map((one) => ({
		...one,
		events: one.events.filter((event) => event !== LATER),
	}));
	const next = await opened(tab.storage);
	await clock.advance(2_000);

	expect(confirmed()).toBe('Le soir\n');
	expect(next.table.saving).toMatchObject({ kind: 'saved', pending: 0 });
	expect(next.table.parted).toBeUndefined();
});

test('B32 one among the commits that were missed counts as well', async () => {
	const tab = await opened();
	authority.away.add('ana');
	authority.cut('ana');
	await clock.advance(10);
	type(tab, 'soir');
	authority.store('bea', 'bea-1', [LATER]);
	authority.away.clear();
	await clock.advance(20_000);

	expect(tab.table.saving).toEqual({ kind: 'closed', reason: 'outdated', pending: 1, seq: 3 });
	expect(confirmed()).toBe('\n');
});

test('B32 one in a past that had to be read counts as well', async () => {
	const tab = await opened();
	authority.most = 0;
	authority.away.add('ana');
	authority.cut('ana');
	await clock.advance(10);
	type(tab, 'soir');
	authority.store('bea', 'bea-1', [LATER]);
	authority.away.clear();
	await clock.advance(20_000);

	expect(tab.table.saving).toEqual({ kind: 'closed', reason: 'outdated', pending: 1, seq: 3 });
	expect(tab.table.parted).toBeUndefined();
});

test('B32 where a reload does not help, what was unsent is kept aside and the table is shown', async () => {
	const tab = await opened();
	authority.away.add('ana');
	authority.cut('ana');
	await clock.advance(10);
	type(tab, 'soir');
	tab.news('leaving');
	await clock.settle();
	tab.kill();
	authority.store('bea', 'bea-1', [LATER]);
	authority.away.clear();
	const next = await opened(tab.storage);
	await clock.advance(20_000);

	expect(next.table.saving.kind).toBe('parted');
	expect(next.table.parted?.unsent).toMatchObject([{ text: 'bus', words: 'soir' }]);
	expect(next.table.whole).toEqual(authority.state);
});

test('B32 a frame of a later server counts as well', async () => {
	const tab = await opened();
	authority.say({ type: 'sealed', box: 'b' } as unknown as ServerFrame);
	await clock.advance(60_000);

	expect(tab.table.saving).toMatchObject({ kind: 'closed', reason: 'outdated' });
	expect(joins()).toBe(1);
});

test('B32 a command that an older server does not know is refused, and what was written is offered', async () => {
	const tab = await opened();
	authority.refuses = () => ({ code: 'command.unknown' });
	type(tab, 'soir');
	await clock.advance(100);

	expect(tab.table.refusals).toMatchObject([{ code: 'command.unknown', words: 'soir' }]);
	expect(tab.table.saving).toMatchObject({ kind: 'saved', pending: 0 });
});
