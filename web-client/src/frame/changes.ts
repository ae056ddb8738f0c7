/** What a frame says anew, compared with what somebody has read before. */
import Delta from '../text/delta';
import type { TableState, Term } from '../wire/messages';

export type What = 'added' | 'withdrawn' | 'renamed' | 'settled' | 'written';

export interface FrameChanges {
	/** What the table decides and leaves to others is said in other words. */
	scope: boolean;
	terms: { id: string; title: string; what: What[] }[];
}

export function changesBetween(was: TableState, is: TableState): FrameChanges {
	const scope = was.frame.decides !== is.frame.decides || was.frame.leaves !== is.frame.leaves;
	const stood = standing(was);
	const stand = standing(is);
	const terms = stand.flatMap((term) => {
		const before = stood.find(({ id }) => id === term.id);
		const what: What[] = before === undefined ? ['added'] : changed(was, before, is, term);
		return what.length === 0 ? [] : [{ id: term.id, title: term.title, what }];
	});
	const gone = stood.filter(({ id }) => !stand.some((term) => term.id === id));
	const left = gone.map(({ id, title }) => ({ id, title, what: ['withdrawn' as const] }));
	return { scope, terms: [...terms, ...left] };
}

export const standing = ({ terms }: TableState): Term[] =>
	terms.filter(({ withdrawn }) => !withdrawn);

function changed(was: TableState, before: Term, is: TableState, term: Term): What[] {
	const settled =
		before.status !== term.status ||
		before.holder !== term.holder ||
		before.reason !== term.reason ||
		before.until !== term.until;
	return [
		...(before.title === term.title ? [] : ['renamed' as const]),
		...(settled ? ['settled' as const] : []),
		...(sameText(was, before, is, term) ? [] : ['written' as const]),
	];
}

function sameText(was: TableState, before: Term, is: TableState, term: Term): boolean {
	const earlier = new Delta(was.texts[before.text]?.ops ?? []);
	return earlier.diff(new Delta(is.texts[term.text]?.ops ?? [])).ops.length === 0;
}
