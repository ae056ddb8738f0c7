/** Where the others are: their carets, told against some commit, kept moving with every edit. */
import type Delta from '../text/delta';
import type { Commit, Here, Seq, ServerFrame } from '../wire/messages';
import { changesOf } from './past';

/** So many commits back a caret may be told against; an older one is shown where it was told. */
const REMEMBERED = 500;

interface Caret {
	here: Here;
	/** The commit that `here` is counted against. */
	seq: Seq;
}

export interface Count {
	room: number;
	remote: number;
	observers: number;
}

export class Carets {
	count: Count = { room: 0, remote: 0, observers: 0 };
	#all = new Map<string, Caret>();
	#recent: Commit[] = [];

	heard(frame: ServerFrame & { type: 'presence' }): void {
		this.count = frame.count;
		frame.left.forEach((participant) => this.#all.delete(participant));
		for (const here of frame.here) {
			this.#all.set(here.participant, this.#caughtUp({ here, seq: frame.base }));
		}
	}

	folded(commit: Commit): void {
		this.#recent.push(commit);
		if (this.#recent.length > REMEMBERED * 2) {
			this.#recent = this.#recent.slice(-REMEMBERED);
		}
		for (const [participant, caret] of this.#all) {
			if (caret.seq === commit.seq - 1) {
				this.#all.set(participant, moved(caret, commit));
			}
		}
	}

	/** The connection is gone: nobody knows where anybody is. */
	clear(): void {
		this.#all.clear();
		this.#recent = [];
	}

	/** As shown: `unsent` gives what a text's screen is ahead of the server. */
	shown(unsent: (text: string) => Delta | undefined): Here[] {
		return [...this.#all.values()].map(({ here }) => {
			const ahead = here.text === undefined ? undefined : unsent(here.text);
			return ahead === undefined ? here : through(here, ahead, false);
		});
	}

	#caughtUp(caret: Caret): Caret {
		return this.#recent.filter(({ seq }) => seq > caret.seq).reduce(moved, caret);
	}
}

function moved({ here }: Caret, commit: Commit): Caret {
	const changes = here.text === undefined ? [] : changesOf(commit, here.text);
	const own = commit.by === here.participant;
	return {
		here: changes.reduce((now, change) => through(now, change, own), here),
		seq: commit.seq,
	};
}

/** What its own person inserts pushes a caret on; what others insert right there stays behind it. */
function through(here: Here, change: Delta, own: boolean): Here {
	if (here.index === undefined) {
		return here;
	}
	const index = change.transformPosition(here.index, !own);
	if (here.length === undefined) {
		return { ...here, index };
	}
	const end = change.transformPosition(here.index + here.length, !own);
	return { ...here, index, length: end - index };
}
