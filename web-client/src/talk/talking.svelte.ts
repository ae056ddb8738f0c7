import { SvelteMap } from 'svelte/reactivity';
import { newItem } from '../listing/ids';
import type { Talk } from '../section/section';
import { Keyed } from '../table/keyed.svelte';
import type { LiveTable, Stretch } from '../table/live-table.svelte';
import { plainText } from '../text/delta';
import type { Passage } from '../text/passages';
import type { CommentKind } from '../wire/messages';
import { mayWrite } from '../people/rights';
import { areSame, NO_THREADS, threadsByItem, type Threads } from './threads';

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
	readonly #threads = new Keyed(NO_THREADS);

	constructor(
		private readonly given: () => {
			table: LiveTable | undefined;
			/** Brings an item's talk on the screen. */
			onshow: (item: string, quietly: boolean) => void;
			/** Does it once the frame is read: before something is begun. */
			ready: (then: () => void) => void;
		},
	) {
		$effect.pre(() => this.#threads.replace(threadsByItem(this.#comments ?? []), areSame));
	}

	get may(): boolean {
		return mayWrite(this.given().table?.you);
	}

	threads(item: string): Threads {
		return this.#threads.get(item);
	}

	count(item: string): number {
		return this.threads(item).open.length;
	}

	passages(item: string): Passage[] {
		const { table } = this.given();
		return this.threads(item).open.flatMap(({ first: { id, anchor } }) =>
			anchor && anchor.length > 0 && table
				? [{ id, quote: anchor.quote, ...table.shownAt(item, stretchOf(anchor)) }]
				: [],
		);
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

const stretchOf = ({ index, length }: Stretch): Stretch => ({ index, length });
