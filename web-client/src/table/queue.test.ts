import { expect, test } from 'vitest';
import type { Command } from '../wire/messages';
import { Queue } from './queue';

function waiting(commands: Command[], written = true): Queue {
	const queue = new Queue();
	commands.forEach((command, at) => {
		const n = at + 1;
		queue.add({ n, id: `c-${n}`, bytes: '', command, seq: 1, hash: 'a1' }, written);
	});
	return queue;
}

/** Sends all that may be sent. */
function sent(queue: Queue): string[] {
	const ids: string[] = [];
	for (let one = queue.next(); one !== undefined; one = queue.next()) {
		one.sent = true;
		ids.push(one.id);
	}
	return ids;
}

const rename = (finding: string): Command => ({ type: 'RenameFinding', finding, title: 'x' });

test('thirty-two commands at most are without an answer', () => {
	const queue = waiting(Array.from({ length: 40 }, (_, at) => rename(`f${at}`)));
	expect(sent(queue)).toHaveLength(32);
	queue.delete('c-5');
	expect(sent(queue)).toEqual(['c-33']);
});

test('what is not written down is not sent, and what needs it waits', () => {
	const queue = waiting([rename('f')], false);
	queue.add({ n: 2, id: 'c-2', bytes: '', command: rename('f'), seq: 1, hash: 'a1' }, true);
	expect(sent(queue)).toEqual([]);
});

test('a move waits for both findings it names; others overtake it', () => {
	const move: Command = { type: 'MoveFinding', finding: 'g', before: 'f' };
	const queue = waiting([rename('f'), move, rename('g'), rename('h')]);
	expect(sent(queue)).toEqual(['c-1', 'c-4']);
	queue.delete('c-1');
	expect(sent(queue)).toEqual(['c-2']);
	queue.delete('c-2');
	expect(sent(queue)).toEqual(['c-3']);
});

test('on a new connection everything is sent again, in order', () => {
	const queue = waiting([rename('f'), rename('g')]);
	expect(sent(queue)).toEqual(['c-1', 'c-2']);
	queue.unsend();
	expect(sent(queue)).toEqual(['c-1', 'c-2']);
});
