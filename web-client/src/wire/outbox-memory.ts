/** Outboxes where the browser keeps nothing: they last as long as the page (or the test). */
import {
	OutboxTaken,
	type Outbox,
	type OutboxChange,
	type OutboxContent,
	type Outboxes,
} from './outbox';

interface Box {
	table: string;
	content: OutboxContent;
	holder: object;
}

export function memoryOutboxes(): Outboxes {
	const boxes = new Map<string, Box>();
	return {
		async open(table, client, onlyExisting) {
			const found = boxes.get(client);
			if (found === undefined && onlyExisting === true) {
				return undefined;
			}
			const content = found?.content ?? { counter: 0, commands: [], texts: [], refusals: [] };
			const box = { table, content, holder: {} };
			boxes.set(client, box);
			return held(boxes, client, box);
		},
		async clients(table) {
			const all = [...boxes].filter(([, box]) => box.table === table).reverse();
			return all.map(([client]) => client);
		},
	};
}

function held(boxes: Map<string, Box>, client: string, box: Box): Outbox {
	return {
		client,
		content: structuredClone(box.content),
		async write(change) {
			if (boxes.get(client) !== box) {
				throw new OutboxTaken(client);
			}
			box.content = changed(box.content, structuredClone(change));
		},
		async settled() {},
		close() {},
		async destroy() {
			if (boxes.get(client) === box) {
				boxes.delete(client);
			}
		},
	};
}

function changed(content: OutboxContent, change: OutboxChange): OutboxContent {
	const { add = [], remove = [], put = [], drop = [] } = change;
	const kept = content.texts.filter(
		({ text }) => !drop.includes(text) && !put.some((one) => one.text === text),
	);
	const { parted = content.parted, ...rest } = {
		...content,
		...(change.participant === undefined ? {} : { participant: change.participant }),
		...(change.parted === undefined ? {} : { parted: change.parted }),
		counter: Math.max(content.counter, ...add.map(({ n }) => n)),
		commands: [...content.commands, ...add].filter(({ n }) => !remove.includes(n)),
		texts: [...kept, ...put],
		refusals: change.refusals ?? content.refusals,
	};
	return parted === null || parted === undefined ? rest : { ...rest, parted };
}
