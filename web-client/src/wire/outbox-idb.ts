/** Outboxes in IndexedDB: one database a client, and one that lists them. */
import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import {
	OutboxTaken,
	type Outbox,
	type OutboxChange,
	type OutboxContent,
	type Outboxes,
	type Parted,
	type Refusal,
	type StoredCommand,
	type StoredText,
} from './outbox';
import { newId, type Random } from './ids';

interface Register extends DBSchema {
	outboxes: { key: string; value: { client: string; table: string; openedAt: number } };
}

/** The single row of a client's database that is neither a command nor a text. */
interface Head {
	holder: string;
	counter: number;
	participant?: string;
	refusals: Refusal[];
	parted?: Parted;
}

interface Box extends DBSchema {
	head: { key: 'head'; value: Head };
	commands: { key: number; value: StoredCommand };
	texts: { key: string; value: StoredText };
}

/** `realm` begins the names of all databases. */
export function idbOutboxes(now: () => number, random: Random, realm = 'tablee'): Outboxes {
	const named = (client: string) => `${realm}-outbox-${client}`;
	const register = openDB<Register>(`${realm}-outboxes`, 1, {
		upgrade: (db) => db.createObjectStore('outboxes', { keyPath: 'client' }),
	});
	return {
		async open(table, client, onlyExisting = false) {
			const list = await register;
			const known = await list.get('outboxes', client);
			if (known === undefined && onlyExisting) {
				return undefined;
			}
			// Registered before it is made: a database that nobody lists would never be found again.
			await list.put('outboxes', { client, table, openedAt: now() });
			const db = await openDB<Box>(named(client), 1, {
				upgrade(box) {
					box.createObjectStore('head');
					box.createObjectStore('commands', { keyPath: 'n' });
					box.createObjectStore('texts', { keyPath: 'text' });
				},
				blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
			});
			const holder = newId(random);
			const content = await taken(db, holder);
			const destroy = async () => {
				await deleteDB(named(client));
				await list.delete('outboxes', client);
			};
			return held(client, db, holder, content, destroy);
		},
		async clients(table) {
			const all = await (await register).getAll('outboxes');
			return all
				.filter((one) => one.table === table)
				.sort((a, b) => b.openedAt - a.openedAt)
				.map(({ client }) => client);
		},
	};
}

async function taken(db: IDBPDatabase<Box>, holder: string): Promise<OutboxContent> {
	const step = db.transaction(['head', 'commands', 'texts'], 'readwrite');
	const head = await step.objectStore('head').get('head');
	const { counter = 0, participant, refusals = [], parted } = head ?? {};
	await step.objectStore('head').put({ ...(head ?? { counter, refusals }), holder }, 'head');
	const commands = await step.objectStore('commands').getAll();
	const texts = await step.objectStore('texts').getAll();
	await step.done;
	return {
		...(participant === undefined ? {} : { participant }),
		...(parted === undefined ? {} : { parted }),
		counter,
		commands,
		texts,
		refusals,
	};
}

function held(
	client: string,
	db: IDBPDatabase<Box>,
	holder: string,
	content: OutboxContent,
	destroy: () => Promise<void>,
): Outbox {
	let last: Promise<unknown> = Promise.resolve();
	return {
		client,
		content,
		write(change) {
			// Transactions over the same stores run in the order they were made.
			const done = wrote(db, client, holder, change);
			last = done.catch(() => undefined);
			return done;
		},
		async settled() {
			await last;
		},
		close: () => db.close(),
		async destroy() {
			db.close();
			await destroy();
		},
	};
}

async function wrote(
	db: IDBPDatabase<Box>,
	client: string,
	holder: string,
	change: OutboxChange,
): Promise<void> {
	const step = begun(db, client);
	const { add = [], remove = [], put = [], drop = [] } = change;
	const head = await step.objectStore('head').get('head');
	if (head === undefined || head.holder !== holder) {
		step.abort();
		await step.done.catch(() => undefined);
		throw new OutboxTaken(client);
	}
	const counter = Math.max(head.counter, ...add.map(({ n }) => n));
	const { participant = head.participant, refusals = head.refusals } = change;
	const parted = change.parted === undefined ? head.parted : change.parted;
	const next: Head = { holder, counter, refusals };
	if (participant !== undefined) {
		next.participant = participant;
	}
	if (parted !== undefined && parted !== null) {
		next.parted = parted;
	}
	const commands = step.objectStore('commands');
	const texts = step.objectStore('texts');
	await Promise.all([
		step.objectStore('head').put(next, 'head'),
		...add.map((one) => commands.put(one)),
		...remove.map((n) => commands.delete(n)),
		...put.map((one) => texts.put(one)),
		...drop.map((text) => texts.delete(text)),
		step.done,
	]);
}

/** A database that was closed under us was taken away by another tab, or with all that the site kept. */
function begun(db: IDBPDatabase<Box>, client: string) {
	try {
		const stores = ['head', 'commands', 'texts'] as const;
		return db.transaction(stores, 'readwrite', { durability: 'relaxed' });
	} catch (fault) {
		throw fault instanceof DOMException && fault.name === 'InvalidStateError'
			? new OutboxTaken(client)
			: fault;
	}
}
