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

/** Stands for a holder whose time is over: a row of the name that each of their writes begins with. */
type Over = Record<string, never>;

interface Box extends DBSchema {
	head: { key: string; value: Head | Over };
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
			return held(db, holder, { client, content, destroy });
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

const over = (holder: string) => `over ${holder}`;

async function taken(db: IDBPDatabase<Box>, holder: string): Promise<OutboxContent> {
	const step = db.transaction(['head', 'commands', 'texts'], 'readwrite');
	const heads = step.objectStore('head');
	const head = (await heads.get('head')) as Head | undefined;
	const { counter = 0, participant, refusals = [], parted } = head ?? {};
	if (head !== undefined) {
		await heads.put({}, over(head.holder));
	}
	await heads.put({ ...(head ?? { counter, refusals }), holder }, 'head');
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
	db: IDBPDatabase<Box>,
	holder: string,
	{ client, content, destroy }: Pick<Outbox, 'client' | 'content' | 'destroy'>,
): Outbox {
	const { counter, participant, refusals, parted } = content;
	// Nobody else writes it while we hold it, so it need not be read again.
	let head: Head = {
		holder,
		counter,
		refusals,
		...(participant === undefined ? {} : { participant }),
		...(parted === undefined ? {} : { parted }),
	};
	let last: Promise<unknown> = Promise.resolve();
	return {
		client,
		content,
		write(change) {
			head = changed(head, change);
			// Transactions over the same stores run in the order they were made.
			const done = wrote(db, client, head, change);
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

function changed(head: Head, { add = [], participant, refusals, parted }: OutboxChange): Head {
	const { parted: before, ...rest } = head;
	const kept = parted === undefined ? before : parted;
	return {
		...rest,
		counter: Math.max(head.counter, ...add.map(({ n }) => n)),
		...(participant === undefined ? {} : { participant }),
		...(refusals === undefined ? {} : { refusals }),
		...(kept === undefined || kept === null ? {} : { parted: kept }),
	};
}

/**
 * One step, asked for in one go and committed at once: then it is done also where the tab is closed
 * in the next moment. So whether another tab took the outbox cannot be read first; where one did,
 * the row that cannot be added undoes the whole step.
 */
async function wrote(
	db: IDBPDatabase<Box>,
	client: string,
	head: Head,
	change: OutboxChange,
): Promise<void> {
	const step = begun(db, client);
	const { add = [], remove = [], put = [], drop = [] } = change;
	const heads = step.objectStore('head');
	const commands = step.objectStore('commands');
	const texts = step.objectStore('texts');
	const asked = [
		heads.add({}, over(head.holder)),
		heads.delete(over(head.holder)),
		heads.put(head, 'head'),
		...add.map((one) => commands.put(one)),
		...remove.map((n) => commands.delete(n)),
		...put.map((one) => texts.put(one)),
		...drop.map((text) => texts.delete(text)),
	];
	step.commit();
	try {
		await Promise.all([...asked, step.done]);
	} catch (fault) {
		const isOver = fault instanceof DOMException && fault.name === 'ConstraintError';
		throw isOver ? new OutboxTaken(client) : fault;
	}
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
