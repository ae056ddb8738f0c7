import type { Snippet } from 'svelte';
import type { Preferences } from '../look/preferences.svelte';
import type { Voice } from '../look/voice.svelte';
import type { Seating } from '../people/seating';
import type { Changed, LiveTable } from '../table/live-table.svelte';
import type { TableState } from '../wire/messages';

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
	/** Any item of the table by its id: its title, as a link to where it stands. */
	item: Snippet<[id: string]>;
	/** The last change of each item by another that this page saw. */
	changed: ReadonlyMap<string, Changed>;
	/** Does it at once for whoever has read the frame, else once they have: before something is begun. */
	ready: (then: () => void) => void;
	/** The server's clock, moved on every half minute. */
	now: number;
}
