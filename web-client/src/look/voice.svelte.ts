import { untrack } from 'svelte';
import { Digest } from './digest';
import type { Preferences } from './preferences.svelte';

/**
 * The two polite regions of the page: `others` is the digest of what others did, at most one in five
 * seconds; `own` answers the person's own acts at once. Announcer.svelte shows both to screen readers.
 */
export class Voice {
	others = $state('');
	own = $state('');
	readonly #digest: Digest;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly preferences: Preferences,
		more: (count: number) => string,
	) {
		this.#digest = new Digest(more);
	}

	/** `mine`: it concerns what this person wrote. */
	tell(line: string, mine: boolean): void {
		const { hearing } = this.preferences;
		if (hearing === 'off' || (hearing === 'mine' && !mine)) return;
		this.#digest.add(line);
		this.#plan();
	}

	answer(line: string): void {
		// Whoever answers from an effect must not run again because of the answer.
		this.own = untrack(() => fresh(this.own, line));
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
			if (this.preferences.hearing === 'off') return this.#digest.forget();
			const line = this.#digest.take(performance.now());
			if (line === undefined) return this.#plan();
			this.others = fresh(this.others, line);
		}, wait);
	}
}

/** The same line twice in a row must be heard twice: a no-break space makes it another text. */
const fresh = (before: string, line: string): string => (before === line ? `${line}\u00a0` : line);
