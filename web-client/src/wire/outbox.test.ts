import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { isEmptyOutbox, OutboxTaken, type Outboxes, type StoredCommand } from './outbox';
import { idbOutboxes } from './outbox-idb';
import { memoryOutboxes } from './outbox-memory';
import { Dice } from './virtual-clock.test-support';

function command(n: number): StoredCommand {
	const move = { type: 'MovePhase' as const, phase: 'debate' as const };
	return { n, id: `c-${n}`, bytes: `{"n":${n}}`, command: move, seq: 4, hash: 'a4' };
}

const TEXT = {
	text: 'bus',
	seq: 4,
	hash: 'a4',
	confirmed: { ops: [{ insert: '\n' }] },
	behind: { ops: [{ insert: 'Le soir' }] },
};

let now = 0;

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
});

describe.each([
	['in memory', () => memoryOutboxes()],
	['in IndexedDB', () => idbOutboxes(() => ++now, new Dice(1).random)],
] as [string, () => Outboxes][])('an outbox %s', (_name, make) => {
	test('keeps what is written in it until it is taken out', async () => {
		const outboxes = make();
		const first = await outboxes.open('t', 'client-1');
		expect(first?.content).toEqual({ counter: 0, commands: [], texts: [], refusals: [] });
		const refusal = { key: 'k', id: null, code: 'text.locked', message: '', params: {} };
		await first?.write({ add: [command(1), command(2)], put: [TEXT], participant: 'ana' });
		await first?.write({ remove: [1], refusals: [refusal], parted: { unsent: [] } });
		first?.close();

		const again = await outboxes.open('t', 'client-1');
		expect(again?.content).toEqual({
			participant: 'ana',
			counter: 2,
			commands: [command(2)],
			texts: [TEXT],
			refusals: [refusal],
			parted: { unsent: [] },
		});
		await again?.write({ remove: [2], drop: ['bus'], refusals: [], parted: null });
		again?.close();
		const empty = await outboxes.open('t', 'client-1');
		expect(empty && isEmptyOutbox(empty.content)).toBe(true);
		expect(empty?.content.counter).toBe(2);
	});

	test('is written by the one who opened it last, and by nobody before', async () => {
		const outboxes = make();
		const first = await outboxes.open('t', 'client-1');
		await first?.write({ add: [command(1)] });
		const second = await outboxes.open('t', 'client-1');
		await expect(first?.write({ add: [command(2)] })).rejects.toThrow(OutboxTaken);
		await second?.write({ add: [command(3)] });
		const third = await outboxes.open('t', 'client-1');
		expect(third?.content.commands).toEqual([command(1), command(3)]);
	});

	test('holds what was asked for before its tab was closed or lost it, and nothing asked for after', async () => {
		const outboxes = make();
		const first = await outboxes.open('t', 'client-1');
		const asked = first?.write({ add: [command(1)], put: [TEXT] });
		const second = await outboxes.open('t', 'client-1');
		await asked;
		expect(second?.content.commands).toEqual([command(1)]);
		expect(second?.content.texts).toEqual([TEXT]);

		const late = first?.write({ add: [command(2)], drop: ['bus'] });
		second?.close();
		await expect(late).rejects.toThrow(OutboxTaken);
		const third = await outboxes.open('t', 'client-1');
		expect(third?.content.commands).toEqual([command(1)]);
		expect(third?.content.texts).toEqual([TEXT]);
		await expect(second?.write({})).rejects.toThrow(OutboxTaken);
		await expect(first?.write({})).rejects.toThrow(OutboxTaken);
	});

	test('is listed under its table, the latest first, until it is taken away', async () => {
		const outboxes = make();
		await outboxes.open('t', 'client-1');
		const second = await outboxes.open('t', 'client-2');
		await outboxes.open('other', 'client-3');
		expect(await outboxes.clients('t')).toEqual(['client-2', 'client-1']);
		await second?.destroy();
		expect(await outboxes.clients('t')).toEqual(['client-1']);
		expect(await outboxes.open('t', 'client-2', true)).toBeUndefined();
	});

	test('taken away cannot be written any more', async () => {
		const outboxes = make();
		const first = await outboxes.open('t', 'client-1');
		const second = await outboxes.open('t', 'client-1');
		await second?.destroy();
		await expect(first?.write({})).rejects.toThrow(OutboxTaken);
	});
});

test('a write to IndexedDB is asked for and committed before anything else may run', async () => {
	const outbox = await idbOutboxes(() => 1, new Dice(1).random).open('t', 'client-1');
	const calls: string[] = [];
	const { commit } = IDBTransaction.prototype;
	IDBTransaction.prototype.commit = function () {
		calls.push('committed');
		commit.call(this);
	};
	const done = outbox?.write({ put: [TEXT] });
	calls.push('back');
	IDBTransaction.prototype.commit = commit;
	await done;
	expect(calls).toEqual(['committed', 'back']);
});
