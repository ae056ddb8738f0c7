/** The co-edited texts that are open here or hold something unsent, and who listens to them. */
import Delta from '../text/delta';
import type { DeltaJson, Seq } from '../wire/messages';
import type { StoredText } from '../wire/outbox';
import * as co from './co-edit';
import { json } from './fold/texts';

/** A change against what is shown; `by` is empty where one's own refused edit is taken out. */
export type TextListener = (change: Delta, by: string) => void;
export type ResetListener = (whole: Delta) => void;

export class Texts {
	#open = new Map<string, co.CoText>();
	#listeners = new Map<string, Set<{ change: TextListener; reset: ResetListener }>>();
	/** Texts whose row in the outbox is not what it should be. */
	#unsaved = new Set<string>();
	#saved = new Set<string>();

	get(id: string): co.CoText | undefined {
		return this.#open.get(id);
	}

	entries(): [string, co.CoText][] {
		return [...this.#open];
	}

	/** Those with something the server does not have. */
	unsettled(): [string, co.CoText][] {
		return this.entries().filter(([, text]) => !co.isSettled(text));
	}

	open(id: string, confirmed: DeltaJson): co.CoText {
		const text = this.#open.get(id) ?? co.opened(new Delta(confirmed.ops));
		this.#open.set(id, text);
		return text;
	}

	set(id: string, text: co.CoText): void {
		this.#open.set(id, text);
		if (!co.isSettled(text) || this.#saved.has(id)) {
			this.#unsaved.add(id);
		}
	}

	/** Another's change of the confirmed text; an open text only. */
	arrived(id: string, change: Delta, by: string): void {
		const text = this.#open.get(id);
		if (text !== undefined) {
			const step = co.arrived(text, change);
			this.set(id, step.text);
			this.tell(id, step.shown, by);
		}
	}

	/** The whole text as it now is, by a way that no change describes. */
	replaced(id: string, text: co.CoText): void {
		const before = this.#open.get(id);
		this.set(id, text);
		if (before !== undefined && same(co.shown(before), co.shown(text))) {
			return;
		}
		this.#listeners.get(id)?.forEach(({ reset }) => reset(co.shown(text)));
	}

	tell(id: string, change: Delta, by: string): void {
		if (!co.isEmpty(change)) {
			this.#listeners.get(id)?.forEach((one) => one.change(change, by));
		}
	}

	listen(id: string, change: TextListener, reset: ResetListener): () => void {
		const listener = { change, reset };
		const all = this.#listeners.get(id) ?? new Set();
		this.#listeners.set(id, all.add(listener));
		return () => all.delete(listener);
	}

	/** Somebody waits for what happens to this text, open or not. */
	isHeard(id: string): boolean {
		return (this.#listeners.get(id)?.size ?? 0) > 0;
	}

	/** Those that are listened to and not open: nothing was known of them yet. */
	awaited(): string[] {
		const heard = [...this.#listeners.keys()].filter((id) => this.isHeard(id));
		return heard.filter((id) => !this.#open.has(id));
	}

	/** Texts nobody listens to and that hold nothing unsent are forgotten. */
	tidy(): void {
		for (const [id, text] of this.#open) {
			if (co.isSettled(text) && !this.#unsaved.has(id) && !this.isHeard(id)) {
				this.#open.delete(id);
			}
		}
	}

	get hasUnsaved(): boolean {
		return this.#unsaved.size > 0;
	}

	/** The rows to write and to take away so that the outbox holds what is unsent, as of `seq`. */
	save(seq: Seq, hash: string): { put: StoredText[]; drop: string[] } {
		const put: StoredText[] = [];
		const drop: string[] = [];
		for (const id of this.#unsaved) {
			const text = this.#open.get(id);
			if (text === undefined || co.isSettled(text)) {
				drop.push(id);
				this.#saved.delete(id);
			} else {
				put.push(stored(id, text, seq, hash));
				this.#saved.add(id);
			}
		}
		this.#unsaved.clear();
		return { put, drop };
	}

	/** These came out of the outbox. */
	restored(ids: string[]): void {
		ids.forEach((id) => this.#saved.add(id));
	}

	forget(id: string): void {
		this.#open.delete(id);
		if (this.#saved.has(id)) {
			this.#unsaved.add(id);
		}
	}
}

export function same(one: Delta, other: Delta): boolean {
	return one === other || one.diff(other).ops.length === 0;
}

function stored(id: string, text: co.CoText, seq: Seq, hash: string): StoredText {
	const { inFlight, behind } = text;
	return {
		text: id,
		seq,
		hash,
		confirmed: json(text.confirmed),
		...(inFlight === undefined
			? {}
			: { inFlight: { id: inFlight.id, change: json(inFlight.change) } }),
		behind: json(behind),
	};
}
