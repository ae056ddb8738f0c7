/**
 * Gathers what is to be said aloud, so that it is said at most once in a while. The caller owns the
 * clock and the timer: `take` gives what is due, `due` the milliseconds until something may be said.
 */
export class Digest {
	static readonly restMillis = 5000;
	/** More lines than this are told as a number: a flood would hold a screen reader for minutes. */
	static readonly linesMax = 3;

	#lines: string[] = [];
	#lastAt = -Infinity;

	constructor(private readonly more: (count: number) => string) {}

	add(line: string): void {
		if (!this.#lines.includes(line)) this.#lines.push(line);
	}

	forget(): void {
		this.#lines = [];
	}

	/** Undefined where nothing waits. */
	due(now: number): number | undefined {
		if (this.#lines.length === 0) return undefined;
		return Math.max(0, this.#lastAt + Digest.restMillis - now);
	}

	take(now: number): string | undefined {
		if (this.due(now) !== 0) return undefined;
		const shown = this.#lines.slice(0, Digest.linesMax);
		const left = this.#lines.length - shown.length;
		this.#lines = [];
		this.#lastAt = now;
		return (left > 0 ? [...shown, this.more(left)] : shown).join(' ');
	}
}
