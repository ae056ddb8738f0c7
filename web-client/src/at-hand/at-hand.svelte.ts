/**
 * What stands at the top of the page because it concerns everyone now: what goes on, and what ended
 * while this page was open, until the person puts it away. So what is shown to all appears where it
 * was asked, wherever one is.
 */
export class AtHand<Item extends { id: string }> {
	readonly #isOver: (item: Item) => boolean;
	#seen: readonly string[] = $state.raw([]);

	constructor(isOver: (item: Item) => boolean) {
		this.#isOver = isOver;
	}

	/** Takes note of those that go on. */
	see(items: readonly Item[]): void {
		const news = items.filter((item) => !this.#isOver(item) && !this.#seen.includes(item.id));
		if (news.length > 0) this.#seen = [...this.#seen, ...news.map(({ id }) => id)];
	}

	has(item: Item): boolean {
		return !this.#isOver(item) || this.#seen.includes(item.id);
	}

	/** Whether it is over, and here until it is put away. */
	mayGo(item: Item): boolean {
		return this.#isOver(item) && this.has(item);
	}

	putAway(id: string): void {
		this.#seen = this.#seen.filter((other) => other !== id);
	}
}
