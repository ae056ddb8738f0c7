import { beforeEach, describe, expect, test } from 'vitest';
import Delta from '../text/delta';
import type { WebSocketLike } from '../wire/connection';
import type { ClientFrame } from '../wire/messages';
import type { Outbox, Outboxes } from '../wire/outbox';
import { memoryOutboxes } from '../wire/outbox-memory';
import { Authority } from './authority.test-support';
import { browser, type Browser, type Tab } from './browser.test-support';
import { Dice, VirtualClock } from '../wire/virtual-clock.test-support';

const DICE = new Dice(1);
let clock: VirtualClock;
let authority: Authority;
let kept: Outboxes;
let ana: Browser;

/** Ana's tab at a table with the finding `bus` by her. */
async function opened(): Promise<Tab> {
	const tab = ana.open();
	await clock.advance(100);
	return tab;
}

function sent(participant: string, type: ClientFrame['type'] = 'do'): string[] {
	return authority.heard
		.filter((one) => one.participant === participant)
		.map(({ text }) => text)
		.filter((text) => (JSON.parse(text) as ClientFrame).type === type);
}

function shown(tab: Tab, text = 'bus'): string {
	return tab.table
		.text(text)
		.shown.ops.map(({ insert }) => String(insert))
		.join('');
}

function type(tab: Tab, words: string, at = 0): void {
	tab.table.text('bus').edit(new Delta().retain(at).insert(words));
}

/** Another person writes at the beginning of the text. */
function others(words: string, by = 'bea'): void {
	authority.store(by, `${by}-${authority.seq}`, [
		{ type: 'TextEdited', text: 'bus', delta: { ops: [{ insert: words }] } },
	]);
}

async function offline(): Promise<void> {
	authority.away.add('ana');
	authority.cut('ana');
	await clock.advance(10);
}

async function online(): Promise<void> {
	authority.away.delete('ana');
	await clock.advance(20_000);
}

const stored = (id: string) => authority.commits.filter((one) => one.id === id).length;
const confirmed = () => authority.state.texts['bus']?.ops.map(({ insert }) => insert).join('');

beforeEach(() => {
	clock = new VirtualClock();
	authority = new Authority(clock);
	authority.join('ana');
	authority.join('bea');
	authority.store('ana', 'ana-1', [
		{ type: 'FindingAdded', finding: 'bus', kind: 'need', title: 'Le bus', text: 'bus' },
	]);
	kept = memoryOutboxes();
	ana = browser(authority, 'ana', clock, DICE, kept);
	clock.busy = () => ana.busy();
});

describe('coming to the table', () => {
	test('is connecting, then saved, with what the server said', async () => {
		const tab = ana.open();
		expect(tab.table.saving).toEqual({ kind: 'connecting', pending: 0, seq: 0 });
		expect(() => tab.table.do({ type: 'MovePhase', phase: 'debate' })).toThrow(
			'not at table t yet',
		);

		await clock.advance(100);

		expect(tab.table.saving).toEqual({ kind: 'saved', pending: 0, seq: 4 });
		expect(tab.table.state).toEqual(authority.state);
		expect(tab.table.you).toEqual({ id: 'ana', name: 'ana', role: 'participant' });
		const [join] = sent('ana', 'join').map((text) => JSON.parse(text) as unknown);
		expect(join).toEqual({ type: 'join', client: expect.stringMatching(/^[\w-]{8,40}$/) });
	});

	test('without a session it stays closed and says so', async () => {
		authority.status = 401;
		const tab = await opened();
		expect(tab.table.saving).toMatchObject({ kind: 'closed', reason: 'unauthorised' });
	});

	test('a table that is not there, or not for this person, is told from being offline', async () => {
		authority.status = 404;
		const tab = await opened();
		expect(tab.table.saving).toMatchObject({ kind: 'closed', reason: 'unknown' });

		authority.status = 200;
		tab.table.retryNow();
		await clock.advance(100);
		expect(tab.table.saving.kind).toBe('saved');
	});

	test('after a loss it joins with the last commit it holds and gets only what it missed', async () => {
		const tab = await opened();
		await offline();
		others('Le soir, ');
		expect(tab.table.saving.kind).toBe('offline');
		await online();

		const joins = sent('ana', 'join').map((text) => JSON.parse(text) as object);
		expect(joins.at(-1)).toMatchObject({ since: 4, hash: 'a4' });
		expect(shown(tab)).toBe('Le soir, \n');
	});

	test('is offline until it is back, also while it tries; connecting only where a person asks', async () => {
		const tab = await opened();
		await offline();
		// A way that leads nowhere, and takes its time to say so.
		authority.sockets = () => () => {
			const socket: WebSocketLike = {
				onopen: null,
				onmessage: null,
				onclose: null,
				send() {},
				close() {},
			};
			clock.after(4_000, () => (socket.onclose as (() => void) | null)?.());
			return socket;
		};
		const kinds = new Set<string>();
		for (let ms = 0; ms < 30_000; ms += 500) {
			await clock.advance(500);
			kinds.add(tab.table.saving.kind);
		}
		expect([...kinds]).toEqual(['offline']);
		tab.table.retryNow();
		expect(tab.table.saving.kind).toBe('connecting');
	});

	test('a gap in the commits makes it join again', async () => {
		const tab = await opened();
		const commit = { seq: 9, at: 0, by: 'bea', id: 'bea-9', events: [] };
		authority.say({ type: 'commits', commits: [commit], hash: 'a9' });
		await clock.advance(100);

		expect(sent('ana', 'join')).toHaveLength(2);
		expect(tab.table.saving).toEqual({ kind: 'saved', pending: 0, seq: 4 });
	});

	test('its own new role is known from the commit on', async () => {
		const tab = await opened();
		authority.store('system', 's-9', [{ type: 'RoleChanged', participant: 'ana', role: 'scribe' }]);
		await clock.advance(100);
		expect(tab.table.you?.role).toBe('scribe');
	});

	test('names that are new or erased replace the map of people', async () => {
		const tab = await opened();
		const before = tab.table.people;
		authority.say({ type: 'people', people: [{ id: 'bea', name: 'Bea' }] });
		await clock.advance(10);
		expect(before.size).toBe(0);
		expect(tab.table.people.get('bea')).toEqual({ id: 'bea', name: 'Bea' });
	});
});

describe('commands', () => {
	test('show at once, are written down before they are sent, and are answered by their commit', async () => {
		const tab = await opened();
		let written = false;
		authority.refuses = (frame) => {
			written = frame.id === id;
			return undefined;
		};
		const id = tab.table.do({ type: 'RenameFinding', finding: 'bus', title: 'Le bus du soir' });
		expect(tab.table.state?.findings[0]?.title).toBe('Le bus du soir');
		expect(tab.table.confirmed?.findings[0]?.title).toBe('Le bus');
		expect(tab.table.saving).toMatchObject({ kind: 'saving', pending: 1 });
		expect(sent('ana')).toEqual([]);

		await clock.advance(100);
		expect(written).toBe(true);
		expect(tab.table.saving).toEqual({ kind: 'saved', pending: 0, seq: 5 });
		expect(tab.table.confirmed?.findings[0]?.title).toBe('Le bus du soir');
	});

	test('without an answer are sent again with the very bytes first sent, and stored once', async () => {
		const tab = await opened();
		type(tab, 'Le soir');
		await clock.settle();
		await clock.advance(1);
		authority.cut('ana');
		others('Ici. ');
		await online();

		const [first, again, ...more] = sent('ana');
		expect(again ?? first).toBe(first);
		expect(more).toEqual([]);
		expect(confirmed()?.match(/Le soir/g)).toHaveLength(1);
		expect(shown(tab)).toBe(confirmed());
	});

	test('a lost answer: the resend is answered `done`, and nothing is stored twice', async () => {
		const tab = await opened();
		authority.most = 0;
		const id = tab.table.do({ type: 'RenameFinding', finding: 'bus', title: 'Le bus du soir' });
		await clock.settle();
		authority.refuses = (frame) => {
			// Stored, and the connection breaks before anybody hears of it.
			authority.refuses = () => undefined;
			authority.clock.after(0, () => authority.cut('ana'));
			return frame.id === '' ? { code: '' } : undefined;
		};
		await online();

		expect(stored(id)).toBe(1);
		expect(sent('ana')).toHaveLength(2);
		expect(tab.table.saving.kind).toBe('saved');
		expect(tab.table.refusals).toEqual([]);
	});

	test('on one finding wait for one another, so that none overtakes the one it needs', async () => {
		const tab = await opened();
		let limited = 0;
		authority.refuses = ({ command }) =>
			command.type === 'AddFinding' && limited++ === 0
				? { code: 'rate.limited', params: { retryInMs: 700 } }
				: undefined;
		tab.table.do({ type: 'AddFinding', finding: 'new', kind: 'need', title: 'Un banc' });
		tab.table.do({ type: 'RenameFinding', finding: 'new', title: 'Deux bancs' });
		tab.table.text('new').edit(new Delta().insert('Au soleil'));
		await clock.advance(600);
		expect(sent('ana')).toHaveLength(1);
		await clock.advance(1_000);

		expect(tab.table.refusals).toEqual([]);
		expect(authority.state.findings[1]).toMatchObject({ title: 'Deux bancs' });
		expect(shown(tab, 'new')).toBe('Au soleil\n');
		expect(tab.table.state).toEqual(authority.state);
	});

	test('refused for good are rolled back and told, until dismissed', async () => {
		const tab = await opened();
		authority.store('bea', 'bea-1', [
			{ type: 'FindingAdded', finding: 'b', kind: 'need', title: 'b', text: 'b' },
		]);
		await clock.advance(100);
		const command = { type: 'RenameFinding', finding: 'b', title: 'x' } as const;
		const id = tab.table.do(command);
		await clock.advance(100);

		expect(tab.table.state?.findings[1]?.title).toBe('b');
		const [refusal] = tab.table.refusals;
		expect(refusal).toMatchObject({ id, code: 'rights.own', command });
		tab.table.dismiss(refusal?.key ?? '');
		expect(tab.table.refusals).toEqual([]);
	});

	test('a merging that is refused takes along what was merged of it, and gives back the words', async () => {
		const tab = await opened();
		authority.refuses = () => ({ code: 'finding.merged' });
		const merge = (finding: string, parent: string) =>
			tab.table.do({
				type: 'MergeFindings',
				finding,
				kind: 'need',
				title: finding,
				parents: ['bus', parent],
			});
		merge('one', 'g');
		merge('two', 'one');
		tab.table.text('two').edit(new Delta().insert('Au soleil'));
		await clock.advance(1_000);

		expect(tab.table.state?.findings.map(({ id }) => id)).toEqual(['bus']);
		expect(tab.table.saving).toMatchObject({ kind: 'saved', pending: 0 });
		const told = tab.table.refusals;
		expect(told.map(({ code }) => code)).toEqual(told.map(() => 'finding.merged'));
		expect(told.map(({ words }) => words)).toEqual([undefined, undefined, 'Au soleil']);
	});

	test('a refused finding gives back what was meant for it, words and all', async () => {
		const tab = await opened();
		authority.refuses = () => ({ code: 'list.closed' });
		const add = tab.table.do({
			type: 'AddFinding',
			finding: 'new',
			kind: 'need',
			title: 'Un banc',
		});
		const rename = tab.table.do({ type: 'RenameFinding', finding: 'new', title: 'Deux bancs' });
		tab.table.text('new').edit(new Delta().insert('Au soleil'));
		await clock.advance(500);

		expect(tab.table.refusals.map(({ id, code, words }) => ({ id, code, words }))).toEqual([
			{ id: add, code: 'list.closed', words: undefined },
			{ id: rename, code: 'list.closed', words: undefined },
			{ id: null, code: 'list.closed', words: 'Au soleil' },
		]);
		expect(tab.table.state).toEqual(authority.state);
		expect(tab.table.saving.kind).toBe('saved');
	});

	test('`store.unavailable` and `rate.limited` are waited out and never told', async () => {
		const tab = await opened();
		const codes = ['store.unavailable', 'rate.limited', 'rate.limited'];
		authority.refuses = () => {
			const code = codes.shift();
			return code === undefined ? undefined : { code, params: { retryInMs: 2_000 } };
		};
		const id = tab.table.do({ type: 'RenameFinding', finding: 'bus', title: 'x' });
		await clock.advance(1_900);
		expect(sent('ana')).toHaveLength(1);
		await clock.advance(5_000);

		expect(new Set(sent('ana')).size).toBe(1);
		expect(stored(id)).toBe(1);
		expect(tab.table.refusals).toEqual([]);
	});

	test('a stale one that was stored counts as answered; one that was not goes under a new id', async () => {
		const tab = await opened();
		let hidden = true;
		authority.refuses = (frame) => {
			if (!hidden) {
				return undefined;
			}
			hidden = false;
			return frame.id === '' ? undefined : { code: 'command.stale' };
		};
		const id = tab.table.do({ type: 'RenameFinding', finding: 'bus', title: 'x' });
		await clock.advance(500);
		expect(stored(id)).toBe(0);
		expect(authority.state.findings[0]?.title).toBe('x');
		expect(tab.table.refusals).toEqual([]);
		expect(tab.table.saving.kind).toBe('saved');

		hidden = true;
		authority.refuses = (frame, by) => {
			// Stored by another node a moment ago; this one has forgotten.
			authority.refuses = () => undefined;
			authority.store(by, frame.id, [{ type: 'FindingRenamed', finding: 'bus', title: 'y' }]);
			return { code: 'command.stale' };
		};
		const second = tab.table.do({ type: 'RenameFinding', finding: 'bus', title: 'y' });
		await clock.advance(500);
		expect(stored(second)).toBe(1);
		expect(authority.commits.filter(({ by }) => by === 'ana')).toHaveLength(3);
		expect(tab.table.saving.kind).toBe('saved');
	});

	test('are paced after a long absence: a burst, then ten a second', async () => {
		const tab = await opened();
		await offline();
		for (let n = 0; n < 70; n++) {
			tab.table.do({ type: 'AddFinding', finding: `f${n}`, kind: 'need', title: `${n}` });
		}
		expect(tab.table.saving).toMatchObject({ kind: 'offline', pending: 70 });
		authority.away.delete('ana');
		tab.table.retryNow();
		await clock.advance(100);
		expect(sent('ana').length).toBeLessThanOrEqual(41);
		await clock.advance(1_000);
		expect(sent('ana').length).toBeLessThanOrEqual(52);
		await clock.advance(3_000);
		expect(authority.state.findings).toHaveLength(71);
		expect(authority.state.findings.map(({ id }) => id).slice(1, 4)).toEqual(['f0', 'f1', 'f2']);
	});

	test('texts are not edited by a bare command', async () => {
		const tab = await opened();
		const edit = { type: 'EditText', text: 'bus', base: 4, delta: { ops: [] } } as const;
		expect(() => tab.table.do({ ...edit, delta: { ops: [] } })).toThrow('text(id)');
	});
});

describe('co-edited texts', () => {
	test('go letter by letter; what is typed while one is in flight goes together after it', async () => {
		const tab = await opened();
		authority.delay = () => 50;
		[...'bonjour'].forEach((letter, at) => type(tab, letter, at));
		await clock.advance(1_000);

		const deltas = sent('ana').map((text) => {
			const frame = JSON.parse(text) as { command: { delta: unknown } };
			return frame.command.delta;
		});
		expect(deltas).toEqual([
			{ ops: [{ insert: 'b' }] },
			{ ops: [{ retain: 1 }, { insert: 'onjour' }] },
		]);
	});

	test('an empty change is never sent', async () => {
		const tab = await opened();
		tab.table.text('bus').edit(new Delta().retain(1));
		type(tab, 'x');
		tab.table.text('bus').edit(new Delta().delete(1));
		await clock.advance(100);
		tab.table.text('bus').edit(new Delta());
		await clock.advance(100);
		expect(sent('ana')).toHaveLength(2);
		expect(confirmed()).toBe('\n');

		await offline();
		type(tab, 'y');
		tab.table.text('bus').edit(new Delta().delete(1));
		await online();
		expect(sent('ana')).toHaveLength(2);
		expect(tab.table.saving.kind).toBe('saved');
	});

	test('a long paste travels in frames of 64 KiB at most', async () => {
		const tab = await opened();
		const paste = 'Le bus « du soir » ne passe plus. 🚌'.repeat(1_300);
		type(tab, paste);
		await clock.advance(1_000);

		expect(confirmed()).toBe(`${paste}\n`);
		const sizes = sent('ana').map((text) => new TextEncoder().encode(text).length);
		expect(sizes.length).toBeGreaterThan(1);
		expect(Math.max(...sizes)).toBeLessThanOrEqual(64 * 1024);
	});

	test("others' changes reach an editor against what it shows", async () => {
		const tab = await opened();
		const heard: [unknown, string][] = [];
		const end = tab.table.text('bus').subscribe(
			(change, by) => heard.push([change, by]),
			() => heard.push(['reset', '']),
		);
		authority.delay = () => 50;
		type(tab, 'soir');
		others('Le ');
		await clock.advance(500);
		expect(heard).toEqual([[new Delta().insert('Le '), 'bea']]);
		expect(shown(tab)).toBe('Le soir\n');
		end();
		others('!');
		await clock.advance(500);
		expect(heard).toHaveLength(1);
	});

	test('the words of a refused edit are offered, what was typed behind them stays', async () => {
		const tab = await opened();
		authority.delay = () => 50;
		let first = true;
		authority.refuses = () => {
			const code = first ? { code: 'text.format' } : undefined;
			first = false;
			return code;
		};
		type(tab, 'Le ');
		await clock.settle();
		type(tab, 'soir', 3);
		await clock.advance(1_000);

		expect(tab.table.refusals).toMatchObject([
			{ code: 'text.format', words: 'Le ', params: { text: 'bus' } },
		]);
		expect(shown(tab)).toBe('soir\n');
		expect(confirmed()).toBe('soir\n');
	});

	test('words refused one after the other for one reason are offered together', async () => {
		const tab = await opened();
		authority.delay = () => 50;
		authority.refuses = () => ({ code: 'text.locked' });
		type(tab, 'Le ');
		await clock.settle();
		type(tab, 'soir', 3);
		await clock.advance(1_000);

		expect(tab.table.refusals).toMatchObject([{ code: 'text.locked', words: 'Le soir' }]);
		expect(shown(tab)).toBe('\n');
	});

	test('a base the server does not know is tried again, and at last the words are offered', async () => {
		const tab = await opened();
		authority.refuses = () => ({ code: 'text.base' });
		type(tab, 'Le soir');
		await clock.advance(2_500);
		expect(new Set(sent('ana')).size).toBe(1);
		expect(sent('ana').length).toBeGreaterThan(1);
		expect(tab.table.refusals).toEqual([]);
		await clock.advance(10_000);

		expect(tab.table.refusals).toMatchObject([{ code: 'text.base', words: 'Le soir' }]);
		expect(shown(tab)).toBe('\n');
	});

	test('an edit whose base is too long ago goes again under a new id, carried to now', async () => {
		const tab = await opened();
		authority.delay = () => 5;
		authority.refuses = ({ id }) => {
			if (authority.seq < 5_000) {
				for (let n = 0; n < 5_001; n++) {
					others('.');
				}
			}
			return id.endsWith('-1') ? { code: 'text.base' } : undefined;
		};
		type(tab, 'Le soir');
		await clock.advance(20_000);

		expect(tab.table.refusals).toEqual([]);
		expect(confirmed()).toBe(`${'.'.repeat(5_001)}Le soir\n`);
	}, 20_000);

	test('what was missed beyond a welcome is read by HTTP, so that unsent letters find their place', async () => {
		const tab = await opened();
		type(tab, 'place');
		await clock.advance(100);
		const heard: unknown[] = [];
		tab.table.text('bus').subscribe(
			(change) => heard.push(change.ops),
			() => heard.push('reset'),
		);
		authority.most = 2;
		await offline();
		type(tab, ' verte', 5);
		['a', 'b', 'c', 'd'].forEach((letter) => others(letter));
		await online();

		expect(authority.reads).toBe(1);
		expect(shown(tab)).toBe('dcbaplace verte\n');
		expect(confirmed()).toBe('dcbaplace verte\n');
		expect(heard).toHaveLength(4);
	});
});

describe('when something goes wrong on the way', () => {
	test('a connection that fell silent is noticed by the answer that does not come', async () => {
		const tab = await opened();
		await clock.advance(6_000);
		authority.silence('ana');
		type(tab, 'Le soir');
		await clock.advance(5_100);
		expect(tab.table.saving.kind).toBe('checking');
		type(tab, '!', 7);
		await clock.advance(3_100);

		expect(tab.table.saving.kind).toBe('saved');
		expect(confirmed()).toBe('Le soir!\n');
	});

	test('a full disk does not keep anything from being sent', async () => {
		const full: Outboxes = {
			clients: (table) => kept.clients(table),
			open: async (...asked) => {
				const outbox = await kept.open(...asked);
				return outbox && { ...outbox, write: () => Promise.reject(new Error('quota')) };
			},
		};
		const tab = browser(authority, 'ana', clock, DICE, full).open();
		await clock.advance(100);
		type(tab, 'Le soir');
		await clock.advance(100);
		expect(confirmed()).toBe('Le soir\n');
		expect(tab.table.saving.kind).toBe('saved');
	});

	test('a frame that could not be read is told, whatever it was', async () => {
		const tab = await opened();
		const refused = { type: 'refused', id: null, code: 'frame.invalid', message: 'no' } as const;
		authority.say({ ...refused, params: {} });
		await clock.advance(10);
		expect(tab.table.refusals).toMatchObject([{ id: null, code: 'frame.invalid', message: 'no' }]);
	});

	test('a stale edit that was never stored is typed again under a new id', async () => {
		const tab = await opened();
		authority.delay = () => 20;
		authority.refuses = ({ id }) => (id.endsWith('-1') ? { code: 'command.stale' } : undefined);
		type(tab, 'Le ');
		await clock.settle();
		type(tab, 'soir', 3);
		await clock.advance(1_000);
		expect(confirmed()).toBe('Le soir\n');
		expect(shown(tab)).toBe('Le soir\n');
		expect(tab.table.refusals).toEqual([]);
	});

	test('where the past cannot be read, our copy and what is unsent are kept aside', async () => {
		const tab = await opened();
		authority.most = 0;
		await offline();
		type(tab, 'Le soir');
		others('Ici. ');
		authority.broken = true;
		await online();

		expect(tab.table.saving.kind).toBe('parted');
		expect(tab.table.parted?.unsent).toMatchObject([{ text: 'bus', words: 'Le soir' }]);
		expect(shown(tab)).toBe('Ici. \n');
	});

	test('a text that was masked keeps what fits, and offers the words of what does not', async () => {
		const tab = await opened();
		type(tab, 'une place');
		await clock.advance(100);
		authority.refuses = () => ({ code: 'store.unavailable', params: { retryInMs: 60_000 } });
		type(tab, ' verte', 9);
		await clock.advance(100);
		const you = { id: 'ana', name: 'ana', role: 'participant' as const };
		const masked = { ...authority.state, texts: { bus: { ops: [{ insert: '\n' }] } } };
		const at = clock.now();
		const { seq } = authority;
		const welcome = { type: 'welcome', seq, hash: authority.hash(seq), at, you } as const;
		authority.say({ ...welcome, people: [], state: masked });
		await clock.advance(100);

		expect(shown(tab)).toBe('\n');
		expect(tab.table.refusals).toMatchObject([{ code: 'text.base', words: ' verte' }]);
		expect(tab.table.saving.pending).toBe(0);
	});
});

describe('a history that is not the one we knew', () => {
	test('keeps our copy and what was unsent aside, and sends none of it', async () => {
		const tab = await opened();
		type(tab, 'avant');
		await clock.advance(100);
		await offline();
		type(tab, 'unsent ');
		const command = { type: 'RenameFinding', finding: 'bus', title: 'x' } as const;
		tab.table.do(command);
		authority.restore(4);
		others('after');
		const before = sent('ana').length;
		await online();

		expect(sent('ana')).toHaveLength(before);
		expect(tab.table.saving).toEqual({ kind: 'parted', pending: 0, seq: 5 });
		expect(tab.table.state).toEqual(authority.state);
		expect(tab.table.parted?.state?.texts['bus']).toEqual({ ops: [{ insert: 'unsent avant\n' }] });
		expect(tab.table.parted?.unsent).toEqual([
			{ command },
			{ text: 'bus', change: { ops: [{ insert: 'unsent ' }] }, words: 'unsent ' },
		]);

		type(tab, 'new ');
		await clock.advance(100);
		expect(confirmed()).toBe('new after\n');
		tab.table.dismiss('parted');
		expect(tab.table.parted).toBeUndefined();
		expect(tab.table.saving.kind).toBe('saved');
	});

	test('is told after a reload too: what the outbox holds stands on commits that are gone', async () => {
		const tab = await opened();
		type(tab, 'avant');
		await clock.advance(100);
		await offline();
		type(tab, 'unsent ');
		tab.news('leaving');
		await clock.settle();
		tab.kill();
		authority.restore(4);
		authority.away.clear();
		const next = ana.open(tab.storage);
		await clock.advance(20_000);

		expect(next.table.saving.kind).toBe('parted');
		expect(next.table.parted?.unsent).toMatchObject([{ text: 'bus', words: 'unsent ' }]);
		expect(confirmed()).toBe('\n');
	});
});

describe('tabs that were closed', () => {
	test('a reload goes on under the same client, with numbers counting up', async () => {
		const tab = await opened();
		const first = tab.table.do({ type: 'RenameFinding', finding: 'bus', title: 'x' });
		await clock.advance(100);
		tab.kill();
		const next = ana.open(tab.storage);
		await clock.advance(100);
		const second = next.table.do({ type: 'RenameFinding', finding: 'bus', title: 'y' });

		const [client, n] = [first.slice(0, -2), first.slice(-1)];
		expect(second).toBe(`${client}-${Number(n) + 1}`);
	});

	test('a second tab at once is another client, and does not touch the outbox of the first', async () => {
		const tab = await opened();
		await offline();
		type(tab, 'un');
		await clock.advance(400);
		const other = ana.open(tab.storage);
		authority.away.clear();
		await clock.advance(20_000);

		const clients = sent('ana', 'join').map(
			(text) => (JSON.parse(text) as { client: string }).client,
		);
		expect(new Set(clients).size).toBe(2);
		expect(confirmed()).toBe('un\n');
		expect(other.table.state).toEqual(tab.table.state);
	});

	test('each letter is written down as it is typed, not a moment later', async () => {
		const tab = await opened();
		await offline();
		type(tab, 'soir');
		type(tab, 'Le ');
		await clock.settle();
		tab.kill();
		authority.away.clear();
		const next = await opened();
		expect(shown(next)).toBe('Le soir\n');
	});

	test('a device that writes slowly is asked once for all that was typed meanwhile', async () => {
		const writes: string[] = [];
		const going: (() => void)[] = [];
		const slow: Outboxes = {
			clients: (table) => kept.clients(table),
			open: async (...asked) => {
				const outbox = await kept.open(...asked);
				if (outbox === undefined) return undefined;
				const write: Outbox['write'] = (change) => {
					const { behind } = change.put?.[0] ?? {};
					if (behind === undefined) return outbox.write(change);
					writes.push(behind.ops.map(({ insert }) => insert).join(''));
					return new Promise((done) => going.push(() => done(outbox.write(change))));
				};
				return { ...outbox, write };
			},
		};
		const tab = browser(authority, 'ana', clock, DICE, slow).open();
		await clock.advance(100);
		await offline();
		['r', 'i', 'o', 's'].forEach((letter) => type(tab, letter));
		expect(writes).toEqual(['r']);
		going.forEach((go) => go());
		await clock.settle();
		expect(writes).toEqual(['r', 'soir']);
	});

	test('what one typed offline is there at once in the next tab, and sent once', async () => {
		const tab = await opened();
		await offline();
		type(tab, 'Le soir');
		const id = tab.table.do({ type: 'AddFinding', finding: 'new', kind: 'need', title: 'Un banc' });
		tab.table.text('new').edit(new Delta().insert('Au soleil'));
		tab.news('leaving');
		await clock.settle();
		tab.kill();
		others('Ici. ');
		authority.away.clear();
		authority.refuses = () => ({ code: 'store.unavailable' });
		const next = await opened();
		expect(shown(next)).toBe('Ici. Le soir\n');
		expect(shown(next, 'new')).toBe('Au soleil\n');
		expect(next.table.state?.findings).toHaveLength(2);
		expect(next.table.saving.kind).toBe('saving');
		authority.refuses = () => undefined;
		await clock.advance(5_000);

		expect(stored(id)).toBe(1);
		expect(confirmed()).toBe('Ici. Le soir\n');
		expect(next.table.state).toEqual(authority.state);
		expect(await kept.clients('t')).toHaveLength(1);
	});

	test('several of them are all emptied, and their refusals come to this tab', async () => {
		const one = await opened();
		const two = await opened();
		await offline();
		type(one, 'un ');
		type(two, 'deux ');
		[one, two].forEach((tab) => tab.news('leaving'));
		await clock.settle();
		[one, two].forEach((tab) => tab.kill());
		authority.away.clear();
		authority.refuses = ({ command }) =>
			JSON.stringify(command).includes('"un "') ? { code: 'text.format' } : undefined;
		const next = await opened();
		await clock.advance(1_000);

		expect(confirmed()).toBe('deux \n');
		expect(next.table.refusals).toMatchObject([{ code: 'text.format', words: 'un ' }]);
		expect(next.table.saving.kind).toBe('saved');
		expect(await kept.clients('t')).toHaveLength(1);
	});

	test('what another person left in this browser is neither sent nor lost', async () => {
		const tab = await opened();
		await offline();
		type(tab, 'secret');
		await clock.advance(400);
		tab.kill();
		authority.away.clear();
		const bea = browser(authority, 'bea', clock, DICE, kept);
		const other = bea.open();
		await clock.advance(5_000);
		expect(other.table.saving.kind).toBe('saved');
		expect(confirmed()).toBe('\n');

		const again = await opened();
		await clock.advance(1_000);
		expect(again.table.saving.kind).toBe('saved');
		expect(confirmed()).toBe('secret\n');
	});

	test('a tab that slept while another took its outbox goes on as another client', async () => {
		const tab = await opened();
		await offline();
		type(tab, 'un ');
		await clock.advance(400);
		const client = (await kept.clients('t'))[0] ?? '';
		const taken = await kept.open('t', client);
		type(tab, 'deux ');
		let editor = '';
		tab.table.text('bus').subscribe(
			(change) => (editor = `changed ${JSON.stringify(change.ops)}`),
			(whole) => (editor = JSON.stringify(whole.ops)),
		);
		authority.away.clear();
		await clock.advance(20_000);

		expect(editor).toContain('un ');
		others('Ici. ');
		await clock.advance(100);
		expect(editor).toBe('changed [{"insert":"Ici. "}]');
		expect(taken?.content.texts).toHaveLength(1);
		expect(tab.table.saving.kind).toBe('saved');
		expect(tab.table.refusals).toMatchObject([{ code: 'outbox.taken', words: 'deux un ' }]);
		const id = tab.table.do({ type: 'RenameFinding', finding: 'bus', title: 'x' });
		expect(id.startsWith(client)).toBe(false);
	});

	test('refusals that were not looked at are still there', async () => {
		const tab = await opened();
		authority.refuses = () => ({ code: 'text.locked' });
		type(tab, 'Le soir');
		await clock.advance(500);
		tab.kill();
		const next = await opened();
		expect(next.table.refusals).toMatchObject([{ code: 'text.locked', words: 'Le soir' }]);
	});
});

describe('the others', () => {
	const count = { room: 1, remote: 1, observers: 0 };

	test('their carets keep moving with every edit, confirmed or not', async () => {
		const tab = await opened();
		type(tab, 'une place');
		await clock.advance(100);
		const here = [{ participant: 'bea', text: 'bus', index: 4, length: 5 }];
		authority.say({ type: 'presence', base: authority.seq, here, left: [], count });
		await clock.advance(10);
		expect(tab.table.presence).toEqual({ here, count });

		await offline();
		await online();
		authority.say({ type: 'presence', base: authority.seq, here, left: [], count });
		await clock.advance(10);
		authority.refuses = () => ({ code: 'store.unavailable' });
		type(tab, 'Voici ');
		expect(tab.table.presence.here).toMatchObject([{ index: 10, length: 5 }]);
		others('. ');
		await clock.advance(10);
		expect(tab.table.presence.here).toMatchObject([{ index: 12, length: 5 }]);
		authority.say({ type: 'presence', base: 1, here: [], left: ['bea'], count });
		await clock.advance(10);
		expect(tab.table.presence.here).toEqual([]);
	});

	test('a caret told against an older commit is carried to now', async () => {
		const tab = await opened();
		others('abc');
		others('xx');
		await clock.advance(10);
		const here = [{ participant: 'carla', text: 'bus', index: 1 }];
		authority.say({ type: 'presence', base: authority.seq - 1, here, left: [], count });
		await clock.advance(10);
		expect(tab.table.presence.here).toEqual([{ participant: 'carla', text: 'bus', index: 3 }]);
	});

	test('my own place is told five times a second at most, counted in what the server has', async () => {
		const tab = await opened();
		others('une place');
		await clock.advance(100);
		authority.refuses = () => ({ code: 'store.unavailable' });
		type(tab, 'Voici ');
		for (let n = 0; n < 20; n++) {
			tab.table.here('bus', 6 + (n % 5), 2, true);
			await clock.advance(50);
		}
		await clock.advance(500);
		const told = sent('ana', 'here').map((text) => JSON.parse(text) as object);
		expect(told.length).toBeLessThanOrEqual(6);
		const spot = { type: 'here', base: 5, text: 'bus', length: 2, typing: true };
		expect(told[0]).toEqual({ ...spot, index: 0 });
		expect(told.at(-1)).toEqual({ ...spot, index: 4 });
	});

	test('TK4 a stretch that I mark is counted in what the server has, without what I have not sent', async () => {
		const tab = await opened();
		others('une place');
		await clock.advance(100);
		await offline();
		type(tab, 'Voici ');
		expect(shown(tab)).toBe('Voici une place\n');
		const place = { index: 10, length: 5 };
		expect(tab.table.passage('bus', place)).toEqual({ base: 5, index: 4, length: 5 });
		expect(tab.table.shownAt('bus', { index: 4, length: 5 })).toEqual(place);
		expect(tab.table.passage('bus', { index: 0, length: 5 })).toBeUndefined();
	});

	test('TK3 a passage that is talked about goes along with what I write and what others write', async () => {
		const tab = await opened();
		others('une place');
		authority.store('bea', 'bea-2', [
			{
				type: 'CommentAdded',
				comment: 'c',
				on: 'bus',
				kind: 'question',
				words: 'Laquelle ?',
				anchor: { index: 4, length: 5, quote: 'place' },
			},
		]);
		await clock.advance(100);
		await offline();
		type(tab, 'Voici ');
		others('ici ');
		await online();
		type(tab, 'Et ');
		const anchor = tab.table.state?.comments[0]?.anchor;
		const { index, length } = tab.table.shownAt('bus', anchor!);
		expect(shown(tab).slice(index, index + length)).toBe('place');
		expect(shown(tab)).toMatch(/^Et /);
	});

	test('what they changed lights up for a moment, what I changed does not', async () => {
		const tab = await opened();
		tab.table.do({ type: 'RenameFinding', finding: 'bus', title: 'x' });
		await clock.advance(100);
		expect(tab.table.changes.size).toBe(0);
		others('.');
		const at = clock.now();
		await clock.advance(10);
		expect([...tab.table.changes]).toEqual([['bus', { by: 'bea', at }]]);
		await clock.advance(4_000);
		expect(tab.table.changes.size).toBe(0);
	});
});
