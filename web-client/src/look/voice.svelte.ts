import { Digest } from './digest';

/** What a person wants to hear of what others do. */
export type Hearing = 'all' | 'mine' | 'off';

const key = 'tablee.hearing';

function remembered(): Hearing {
	const kept = localStorage.getItem(key);
	return kept === 'mine' || kept === 'off' ? kept : 'all';
}

/**
 * The two polite regions of the page: `others` is the digest of what others did, at most one in five
 * seconds; `own` answers the person's own acts at once. Voice.svelte shows both to screen readers.
 */
export class Voice {
	others = $state('');
	own = $state('');
	#hearing = $state<Hearing>(remembered());
	readonly #digest: Digest;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(more: (count: number) => string) {
		this.#digest = new Digest(more);
	}

	get hearing(): Hearing {
		return this.#hearing;
	}
	set hearing(hearing: Hearing) {
		this.#hearing = hearing;
		localStorage.setItem(key, hearing);
		if (hearing === 'off') this.#digest.forget();
	}

	/** `mine`: it concerns what this person wrote. */
	tell(line: string, mine: boolean): void {
		if (this.#hearing === 'off' || (this.#hearing === 'mine' && !mine)) return;
		this.#digest.add(line);
		this.#plan();
	}

	answer(line: string): void {
		// The same answer twice in a row must be heard twice: a no-break space makes it another text.
		this.own = this.own === line ? `${line}\u00a0` : line;
	}

	close(): void {
		clearTimeout(this.#timer);
		this.#digest.forget();
	}

	#plan(): void {
		const wait = this.#digest.due(performance.now());
		clearTimeout(this.#timer);
		if (wait === undefined) return;
		this.#timer = setTimeout(() => {
			const line = this.#digest.take(performance.now());
			if (line === undefined) return this.#plan();
			this.others = this.others === line ? `${line}\u00a0` : line;
		}, wait);
	}
}
