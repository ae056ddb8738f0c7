import { Delta } from './delta';

const STEPS_MAX = 200;
// What is typed without a longer pause is undone together.
const PAUSE_MILLIS = 700;

interface Step {
	/** Takes the person's change back; against the text as it is now, all later steps undone. */
	change: Delta;
}

/** Where the typing of the newest step goes on, so that the next letter joins it. */
interface Typing {
	kind: 'insert' | 'delete';
	at: number;
	millis: number;
}

/**
 * Undo and redo of one's own changes among those of others. Steps are changes of the text, carried
 * over what others do by the same transformation that carries texts, so that taking a step back
 * never takes back what others wrote.
 */
export class UndoStack {
	#undo: Step[] = [];
	#redo: Step[] = [];
	#typing: Typing | null = null;

	get canUndo(): boolean {
		return this.#undo.length > 0;
	}

	get canRedo(): boolean {
		return this.#redo.length > 0;
	}

	/** Notes a change of one's own; `join` puts it into the newest step whatever the pause. */
	record(change: Delta, before: Delta, millis: number, join = false): void {
		const inverse = change.invert(before);
		const typing = typingOf(change, millis);
		const newest = this.#undo.at(-1);
		if (newest && (join || this.#goesOn(change, typing))) {
			newest.change = inverse.compose(newest.change);
		} else {
			this.#undo.push({ change: inverse });
			if (this.#undo.length > STEPS_MAX) this.#undo.shift();
		}
		this.#redo = [];
		this.#typing = typing;
	}

	/** The next change starts a step of its own. */
	pause(): void {
		this.#typing = null;
	}

	/** Takes in a change by others. */
	carry(change: Delta): void {
		this.#undo = carriedOver(this.#undo, change);
		this.#redo = carriedOver(this.#redo, change);
		if (this.#typing) this.#typing.at = change.transformPosition(this.#typing.at, true);
	}

	/** The change that takes back the newest step, or null. */
	undo(current: Delta): Delta | null {
		return this.#move(this.#undo, this.#redo, current);
	}

	/** The change that makes again what was taken back last, or null. */
	redo(current: Delta): Delta | null {
		return this.#move(this.#redo, this.#undo, current);
	}

	#move(from: Step[], to: Step[], current: Delta): Delta | null {
		this.#typing = null;
		const step = from.pop();
		if (!step) return null;
		to.push({ change: step.change.invert(current) });
		return step.change;
	}

	#goesOn(change: Delta, typing: Typing | null): boolean {
		const last = this.#typing;
		if (!last || !typing || last.kind !== typing.kind) return false;
		if (typing.millis - last.millis > PAUSE_MILLIS) return false;
		const from = startOf(change);
		return from === last.at || (typing.kind === 'delete' && from + spanOf(change) === last.at);
	}
}

function carriedOver(steps: readonly Step[], change: Delta): Step[] {
	const kept: Step[] = [];
	let theirs = change;
	for (const step of [...steps].reverse()) {
		const mine = theirs.transform(step.change, true);
		theirs = step.change.transform(theirs, false);
		if (mine.ops.length > 0) kept.push({ change: mine });
	}
	return kept.reverse();
}

function startOf(change: Delta): number {
	const first = change.ops[0];
	return first && !first.attributes && typeof first.retain === 'number' ? first.retain : 0;
}

function spanOf(change: Delta): number {
	const last = change.ops.at(-1);
	return last?.delete ?? (typeof last?.insert === 'string' ? last.insert.length : 0);
}

/** Plain typing: one insertion within a line, or one deletion; null for all else. */
function typingOf(change: Delta, millis: number): Typing | null {
	const ops = startOf(change) > 0 ? change.ops.slice(1) : change.ops;
	const only = ops.length === 1 ? ops[0] : undefined;
	if (!only) return null;
	const start = startOf(change);
	if (only.delete) return { kind: 'delete', at: start, millis };
	if (typeof only.insert !== 'string' || only.insert.includes('\n')) return null;
	return { kind: 'insert', at: start + only.insert.length, millis };
}
