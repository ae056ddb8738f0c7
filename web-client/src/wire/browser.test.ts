import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { browserStorage } from './browser';
import { wallClock } from './clock';
import { Dice } from './virtual-clock.test-support';

const opened = () => browserStorage(wallClock, new Dice(1).random).outboxes.open('t', 'client-1');

afterEach(() => vi.unstubAllGlobals());

test('an outbox says where it goes with the page, and not where the browser keeps it', async () => {
	expect((await opened())?.fleeting).toBeUndefined();

	vi.stubGlobal('indexedDB', undefined);
	expect((await opened())?.fleeting).toBe(true);

	// Some private windows have it, and open nothing.
	const refuse = () => {
		throw new DOMException('', 'InvalidStateError');
	};
	vi.stubGlobal('indexedDB', { open: refuse });
	expect((await opened())?.fleeting).toBe(true);
});
