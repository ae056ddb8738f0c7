/** A client's commands without an answer, in the order of their numbers. */
import type { Command } from '../wire/messages';
import type { StoredCommand } from '../wire/outbox';
import { subjects } from './predict';

export interface Outgoing extends StoredCommand {
	/** It stands in the outbox: only then may it be sent. */
	written: boolean;
	/** On the present connection. */
	sent: boolean;
	/** How often its base was refused. */
	baseless: number;
}

/** More without an answer than this would only wait elsewhere. */
const UNANSWERED = 32;

export class Queue {
	#all = new Map<string, Outgoing>();

	get size(): number {
		return this.#all.size;
	}

	all(): Outgoing[] {
		return [...this.#all.values()];
	}

	commands(): Command[] {
		return this.all().map(({ command }) => command);
	}

	find(id: string): Outgoing | undefined {
		return this.#all.get(id);
	}

	add(command: StoredCommand, written: boolean): Outgoing {
		const outgoing = { ...command, written, sent: false, baseless: 0 };
		this.#all.set(command.id, outgoing);
		return outgoing;
	}

	/** What may be sent next: no earlier command on one of its subjects is without an answer, and nothing else holds it. */
	next(isHeld: (command: Command) => boolean = () => false): Outgoing | undefined {
		const busy = new Set<string>();
		let unanswered = 0;
		for (const one of this.#all.values()) {
			const mine = subjects(one.command);
			const free = !mine.some((subject) => busy.has(subject)) && !isHeld(one.command);
			if (free && one.written && !one.sent) {
				return unanswered < UNANSWERED ? one : undefined;
			}
			unanswered += one.sent ? 1 : 0;
			mine.forEach((subject) => busy.add(subject));
		}
		return undefined;
	}

	/** A new connection: nothing was sent on it yet. */
	unsend(): void {
		this.#all.forEach((one) => (one.sent = false));
	}

	delete(id: string): void {
		this.#all.delete(id);
	}

	clear(): void {
		this.#all.clear();
	}
}
