import { untrack } from 'svelte';
import { m } from '../i18n/generated/messages.js';
import type { Voice } from '../look/voice.svelte';
import type { Seating } from '../people/seating';
import type { Changed, LiveTable } from '../table/live-table.svelte';
import type { News } from '../listing/news.svelte';
import { telling } from './tellings';
import { tellingWords } from './tellings-words';

interface Listening {
	table: LiveTable;
	who: Seating;
	voice: Voice;
}

/** What others just changed is lit up or counted, and told to who listens. Call it while a component is made. */
export function listen(given: () => Listening, news: News): void {
	let before = untrack(() => given().table.state);
	let told: ReadonlyMap<string, Changed> | undefined;
	$effect(() => {
		const { table } = given();
		const { changes, state: after } = table;
		untrack(() => {
			const { who, voice } = given();
			for (const [id, change] of changes) {
				if (told?.get(id) === change || !after) continue;
				news.changed(id);
				const what = before && telling(before, after, id);
				const finding = after.findings.find((one) => one.id === id);
				if (!what || !finding) continue;
				const name = who(change.by).name ?? m.person_unknown();
				voice.tell(tellingWords(what, name, finding.title), finding.by === table.you?.id);
			}
			told = changes;
			before = after ?? before;
		});
	});
}
