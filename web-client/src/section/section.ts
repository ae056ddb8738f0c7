import type { Snippet } from 'svelte';
import type { Preferences } from '../look/preferences.svelte';
import type { Voice } from '../look/voice.svelte';
import type { Seating } from '../people/seating';
import type { Passage } from '../text/passages';
import type { Changed, LiveTable } from '../table/live-table.svelte';
import type { TableState } from '../wire/messages';

/** What is said about items, wherever they stand. */
export interface Talk {
	/** Whether this person may say something. */
	readonly may: boolean;
	/** How many threads about an item are not settled. */
	count(item: string): number;
	/** The passages of an item's text that such threads are about. */
	passages(item: string): Passage[];
	/** Shows what is said about an item, and leads to one thread of it, where it is named. */
	show(item: string, thread?: string): void;
	/** The same without leaving what one writes. */
	point(item: string, thread: string): void;
	/** Begins a comment on an item, or on a stretch of its text as it is shown. */
	begin(item: string, stretch?: { index: number; length: number }): void;
}

/** What the page of a table gives to each of its sections. */
export interface SectionProps {
	table: LiveTable;
	/** What to show: `table.state`, which is there once a section is shown. */
	state: TableState;
	who: Seating;
	voice: Voice;
	preferences: Preferences;
	/** The item at hand, of whatever section. */
	chosen: string | undefined;
	onchoose: (id: string) => void;
	/** "Withdrawn · undo", shown by the page for a while. */
	onundoable: (line: string, undo: () => void) => void;
	/** The item that the address asks for: another object each time it is asked for. */
	wanted: { id: string } | undefined;
	talk: Talk;
	/** Any item of the table by its id: its title, as a link to where it stands. */
	item: Snippet<[id: string]>;
	/** The last change of each item by another that this page saw. */
	changed: ReadonlyMap<string, Changed>;
	/** Does it at once for whoever has read the frame, else once they have: before something is begun. */
	ready: (then: () => void) => void;
	/** The server's clock, moved on every half minute. */
	now: number;
}
