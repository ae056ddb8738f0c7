import { onMount, tick, untrack } from 'svelte';
import { m } from '../i18n/generated/messages.js';
import type { SectionProps } from '../section/section';
import { Keyed } from '../table/keyed.svelte';
import type { Command, Here, TableState } from '../wire/messages';
import { Dragging } from './dragging.svelte';
import { listen } from './listening.svelte';
import { target } from './moving';
import { News, type Side } from './news.svelte';
import { cards, rows, type Listed } from './rows';
import { Stillness } from './stillness';
import type { Said } from './tellings-words';

/** How an item of this list is spoken of; every list has its own noun, and its gender. */
export interface ListWords {
	withdrawn: (title: string) => string;
	restored: (title: string) => string;
	/** Withdrawn items that stand together, folded to one line; `title`: of the first. */
	folded: (count: number, title: string) => string;
	/** The name of the field in which its text is written. */
	textOf: (title: string) => string;
	/** What stands there before anyone wrote. */
	textEmpty: () => string;
	/** The title of the window in which its place is chosen. */
	placing: () => string;
}

/** What makes a list this list; asked again whenever what it reads has changed. */
export interface ListKind<T> {
	/** The whole list in a state of the table, withdrawn items among it. */
	of: (state: TableState) => T[];
	/** What a filter lets through. */
	shows: (item: T) => boolean;
	/** Takes the filter away, for an item that is asked for and does not pass it. */
	reveal: () => void;
	/** What else may have changed in an item, in words; what every list knows is told anyway. */
	tells?: (was: T, is: T) => ((said: Said) => string) | undefined;
	/** Whether this person may move items of this list and write in their texts. */
	mayWrite: () => boolean;
	mayShape: (item: T) => boolean;
	/** Whether its text stays as it is, whoever wants to write in it; never, where it is left out. */
	isLocked?: (item: T) => boolean;
	moving: (id: string, where: { before?: string }) => Command;
	withdrawing: (id: string) => Command;
	restoring: (id: string) => Command;
	words: ListWords;
}

/** The others in each text. */
function byText(here: readonly Here[], you: string | undefined): Map<string, Here[]> {
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- it is handed on and done with
	const found = new Map<string, Here[]>();
	for (const one of here) {
		if (one.text === undefined || one.participant === you) continue;
		found.set(one.text, [...(found.get(one.text) ?? []), one]);
	}
	return found;
}

const isSame = (some: Here[], others: Here[]) => JSON.stringify(some) === JSON.stringify(others);

/**
 * An ordered list of cards as one person uses it: which cards are shown, which is written in, carried
 * or lit up, and what stays still while others change it. Make one while a component is made, give it
 * to `List.svelte` and to each `Card.svelte`.
 */
export class Listing<T extends Listed> {
	readonly news = new News();
	readonly stillness = new Stillness();
	readonly dragging: Dragging;
	/** The item whose text is an editor now. */
	writing = $state<string>();
	/** The item for which a place is being chosen. */
	placing = $state<string>();
	element: HTMLElement | undefined = $state();
	/** The id of the line that says how a handle is used; its list on the page sets it. */
	hint = '';

	readonly items: T[] = $derived.by(() => this.kind.of(this.page.state));
	readonly rows = $derived.by(() => rows(this.items, this.kind.shows));
	/** The ids of the shown cards. */
	readonly order = $derived(cards(this.rows));
	/** The place of each shown card, from 0. */
	readonly places: Record<string, number> = $derived(
		Object.fromEntries(this.order.map((id, place) => [id, place])),
	);
	/** Who else is in which text. */
	readonly #here = new Keyed<Here[]>([]);

	constructor(
		/** The properties of the section's component, whole: each is read when it is needed. */
		private readonly given: () => SectionProps,
		readonly kind: ListKind<T>,
	) {
		this.dragging = new Dragging(
			(id) =>
				this.order.flatMap((other) => {
					const element = other === id ? undefined : this.row(other);
					return element ? [element] : [];
				}),
			(id, place) => this.move(id, place),
		);
		// Others change the list: what is under the reader's eyes or caret stays where it is.
		$effect.pre(() => {
			void this.rows;
			untrack(() => {
				if (this.dragging.held) return;
				this.stillness.remember();
				void tick().then(() => this.stillness.settle());
			});
		});
		$effect.pre(() => {
			const { presence, you } = this.page.table;
			this.#here.replace(byText(presence.here, you?.id), isSame);
		});
		listen(given, kind, this.news);
		$effect(() => {
			const { wanted } = this.page;
			if (wanted) untrack(() => void this.show(wanted.id));
		});
		onMount(() => () => this.news.close());
	}

	get page(): SectionProps {
		return this.given();
	}

	find(id: string | undefined): T | undefined {
		return this.items.find((one) => one.id === id);
	}

	here(text: string): Here[] {
		return this.#here.get(text);
	}

	row(id: string): HTMLElement | null | undefined {
		return this.element?.querySelector<HTMLElement>(`[data-item="${id}"]`);
	}

	/** Puts a card at a place among the shown ones. */
	move(id: string, place: number): void {
		const { table, voice } = this.page;
		const all = this.items.map((one) => one.id);
		const where = target(all, this.order, id, place);
		if (!where) return;
		table.do(this.kind.moving(id, where));
		const title = this.find(id)?.title ?? '';
		voice.answer(m.moved_to({ title, place: place + 1, of: this.order.length }));
		void tick().then(() => this.row(id)?.scrollIntoView({ block: 'nearest' }));
	}

	/** Begins to write in an item's text, where the frame was read. */
	open(id: string): void {
		this.page.ready(() => void this.#open(id));
	}

	async #open(id: string): Promise<void> {
		this.stillness.remember(this.row(id));
		this.writing = id;
		this.page.onchoose(id);
		await tick();
		this.stillness.settle();
	}

	async leave(id: string): Promise<void> {
		this.stillness.remember(this.row(id));
		if (this.writing === id) this.writing = undefined;
		await tick();
		this.stillness.settle();
	}

	/** After an item was added by this person: it is shown, and its text is begun. */
	async begin(id: string): Promise<void> {
		// The window that asked for it gives the focus back to its button first.
		await tick();
		this.row(id)?.scrollIntoView({ block: 'center' });
		await this.#open(id);
	}

	/** Goes to an item that the address asks for; nowhere where it is not in this list. */
	async show(id: string): Promise<void> {
		const item = this.find(id);
		if (!item) return;
		if (!this.kind.shows(item)) this.kind.reveal();
		if (!item.withdrawn) this.page.onchoose(id);
		await tick();
		const fold = this.element?.querySelector<HTMLElement>(`[data-withdrawn~="${id}"] summary`);
		const title = this.row(id)?.querySelector<HTMLElement>('h3') ?? fold;
		title?.scrollIntoView({ block: 'center' });
		title?.focus({ preventScroll: true });
	}

	withdraw(item: T): void {
		const { table, voice, onundoable } = this.page;
		if (this.writing === item.id) this.writing = undefined;
		table.do(this.kind.withdrawing(item.id));
		const line = this.kind.words.withdrawn(item.title);
		voice.answer(line);
		onundoable(line, () => this.restore(item));
		void tick().then(() =>
			this.element
				?.querySelector<HTMLElement>(`[data-withdrawn~="${item.id}"] summary`)
				?.focus({ preventScroll: true }),
		);
	}

	restore(item: T): void {
		const { table, voice } = this.page;
		table.do(this.kind.restoring(item.id));
		voice.answer(this.kind.words.restored(item.title));
		void tick().then(() => this.row(item.id)?.querySelector<HTMLElement>('[data-handle]')?.focus());
	}

	/** To the nearest change out of sight on that side. */
	goTo(side: Side): void {
		const id = this.news.first(side, this.order);
		const row = id === undefined ? undefined : this.row(id);
		row?.scrollIntoView({ block: 'center', behavior: 'smooth' });
		row?.querySelector<HTMLElement>('[data-handle], button')?.focus({ preventScroll: true });
	}
}
