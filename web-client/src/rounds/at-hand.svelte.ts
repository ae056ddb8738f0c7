import type { Round } from '../wire/messages';
import { isOver } from './rounds';

/**
 * The rounds that stand at the top of the page: those that go on, and those that ended while this
 * page was open, until the person puts them away. So what is shown to all appears where it was
 * written, wherever one is.
 */
export class AtHand {
	#seen: readonly string[] = $state.raw([]);

	/** Takes note of the rounds that go on. */
	see(rounds: readonly Round[]): void {
		const news = rounds.filter((round) => !isOver(round) && !this.#seen.includes(round.id));
		if (news.length > 0) this.#seen = [...this.#seen, ...news.map(({ id }) => id)];
	}

	has(round: Round): boolean {
		return !isOver(round) || this.#seen.includes(round.id);
	}

	putAway(id: string): void {
		this.#seen = this.#seen.filter((other) => other !== id);
	}
}

/** Of this page: its sections come and go. */
export const atHand = new AtHand();
