import { untrack } from 'svelte';
import { m } from '../i18n/generated/messages.js';
import type { SectionProps } from '../section/section';
import type { Changed } from '../table/live-table.svelte';
import type { ListKind } from './listing.svelte';
import type { News } from './news.svelte';
import type { Listed } from './rows';
import { newComment, telling } from './tellings';
import { tellingWords } from './tellings-words';

/** What others just changed is lit up or counted, and told to who listens. Call it while a component is made. */
export function listen<T extends Listed>(
	given: () => SectionProps,
	{ of, tells }: Pick<ListKind<T>, 'of' | 'tells'>,
	news: News,
): void {
	let before = untrack(() => given().table.whole);
	let told: ReadonlyMap<string, Changed> | undefined;
	$effect(() => {
		const { table } = given();
		const { changes, whole: after } = table;
		untrack(() => {
			const { who, voice } = given();
			const items = after && of(after);
			const earlier = before && of(before);
			for (const [id, change] of changes) {
				const is = items?.find((one) => one.id === id);
				if (told?.get(id) === change || !after || !items || !is) continue;
				news.changed(id);
				if (!before || !earlier) continue;
				const said = { name: who(change.by).name ?? m.person_unknown(), title: is.title };
				const was = earlier.find((one) => one.id === id);
				const what = telling(
					{ items: earlier, texts: before.texts, comments: before.comments },
					{ items, texts: after.texts, comments: after.comments },
					id,
				);
				const words = (was && tells?.(was, is)?.(said)) ?? (what && tellingWords(what, said));
				const thread = newComment(before, after, id)?.to;
				const to = after.comments.find((one) => one.id === thread)?.by;
				if (words !== undefined) voice.tell(words, [is.by, to].includes(table.you?.id));
			}
			told = changes;
			before = after ?? before;
		});
	});
}
