import { SvelteMap } from 'svelte/reactivity';
import { newItem } from '../listing/ids';
import type { Talk } from '../section/section';
import type { LiveTable, Stretch } from '../table/live-table.svelte';
import { plainText } from '../text/delta';
import type { Passage } from '../text/passages';
import type { CommentKind } from '../wire/messages';
import { mayWrite } from '../people/rights';
import { NO_THREADS, threadsByItem, type Threads } from './threads';

/** What a person is about to say. */
export interface Draft {
	kind: CommentKind;
	words: string;
	/** What it is about in the item's text; counted in the text that the server has. */
	passage?: Stretch & { base: number; quote: string };
	/** A passage was meant that the server does not have yet. */
	unsent?: true;
}

/** Where this person is led in what is said about an item. */
export interface Asked {
	item: string;
	/** To this thread; without one, to the item's. */
	thread?: string;
	/** To the field in which one comments. */
	write?: true;
	/** What one wrote in meanwhile keeps the focus. */
	quietly?: true;
}

/** The quote of one's own draft; the server takes so much itself. */
const quoteMost = 200;

/** All that is said at a table, and what one person is saying of it. */
export class Talking implements Talk {
	/** Another object each time one is led somewhere. */
	asked: Asked | undefined = $state.raw();
	/** Kept while one looks elsewhere, by the item, the thread answered or the comment reworded. */
	readonly drafts = new SvelteMap<string, Draft>();

	readonly #comments = $derived.by(() => this.given().table?.state?.comments);
	readonly #threads = $derived(threadsByItem(this.#comments ?? []));
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- what was answered last is no state
	readonly #passages = new Map<string, Passage[]>();

	constructor(
		private readonly given: () => {
			table: LiveTable | undefined;
			/** Brings an item's talk on the screen. */
			onshow: (item: string, quietly: boolean) => void;
			/** Does it once the frame is read: before something is begun. */
			ready: (then: () => void) => void;
		},
	) {}

	get may(): boolean {
		return mayWrite(this.given().table?.you);
	}

	threads(item: string): Threads {
		return this.#threads.get(item) ?? NO_THREADS;
	}

	count(item: string): number {
		return this.threads(item).open.length;
	}

	/** The same list as before where it tells the same: each text that shows one measures it anew. */
	passages(item: string): Passage[] {
		const { table } = this.given();
		const now = this.threads(item).open.flatMap(({ first: { id, anchor } }) =>
			anchor && anchor.length > 0 && table
				? [{ id, quote: anchor.quote, ...table.shownAt(item, stretchOf(anchor)) }]
				: [],
		);
		const before = this.#passages.get(item);
		if (before && samePassages(before, now)) return before;
		this.#passages.set(item, now);
		return now;
	}

	show(item: string, thread?: string): void {
		this.#lead({ item, ...(thread === undefined ? {} : { thread }) });
	}

	point(item: string, thread: string): void {
		this.#lead({ item, thread, quietly: true });
	}

	/** Before an answer is begun. */
	ready(then: () => void): void {
		this.given().ready(then);
	}

	begin(item: string, stretch?: Stretch): void {
		this.ready(() => this.#begin(item, stretch));
	}

	#begin(item: string, stretch?: Stretch): void {
		const { table } = this.given();
		const { kind = 'remark', words = '' } = this.drafts.get(item) ?? {};
		const passage = stretch && table?.passage(item, stretch);
		const quote =
			stretch && table
				? plainText(table.text(item).shown)
						.slice(stretch.index, stretch.index + Math.min(stretch.length, quoteMost))
						.trim()
				: '';
		this.drafts.set(item, {
			kind,
			words,
			...(passage ? { passage: { ...passage, quote } } : {}),
			...(stretch && !passage ? { unsent: true } : {}),
		});
		this.#lead({ item, write: true });
	}

	/** A thread is begun with the item's draft; its id. */
	send(item: string, { kind, words, passage }: Draft): string {
		const comment = newItem('c');
		const anchor = passage && { base: passage.base, ...stretchOf(passage) };
		const said = { type: 'AddComment', comment, on: item, kind, words } as const;
		this.given().table?.do(anchor ? { ...said, anchor } : said);
		this.drafts.delete(item);
		return comment;
	}

	answer(item: string, thread: string, { kind, words }: Draft): string {
		const comment = newItem('c');
		const said = { comment, on: item, kind, words, to: thread };
		this.given().table?.do({ type: 'AddComment', ...said });
		this.drafts.delete(thread);
		return comment;
	}

	#lead(asked: Asked): void {
		this.asked = asked;
		this.given().onshow(asked.item, asked.quietly === true);
	}
}

function samePassages(some: readonly Passage[], others: readonly Passage[]): boolean {
	return (
		some.length === others.length &&
		some.every(({ id, quote, index, length }, at) => {
			const other = others[at]!;
			return (
				id === other.id && quote === other.quote && index === other.index && length === other.length
			);
		})
	);
}

const stretchOf = ({ index, length }: Stretch): Stretch => ({ index, length });
