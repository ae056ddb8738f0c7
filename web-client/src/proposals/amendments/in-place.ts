import { m } from '../../i18n/generated/messages.js';
import type { SectionProps } from '../../section/section';
import { replacementsOf, type Tracked } from '../../text/tracked';
import type { Proposal } from '../../wire/messages';
import { conflictsAmong } from '../conflicts';

const patterns = ['solid', 'dashed', 'dotted', 'double'] as const;
const NONE: readonly Tracked[] = [];

/** The open amendments of a proposal as they stand in its text, each with its author and what it is in conflict with. */
export function trackedIn(
	{ table, state, who }: Pick<SectionProps, 'table' | 'state' | 'who'>,
	{ text, amendments }: Proposal,
): readonly Tracked[] {
	const open = amendments.filter(({ state, outdated }) => state === 'open' && !outdated);
	if (open.length === 0) return NONE;
	// What is unsent of one's own stands in the text as well: the places move with it.
	void state.texts[text];
	const conflicts = conflictsAmong(amendments);
	return open.map(({ id, by, delta }) => {
		const { name, college, mark } = who(by);
		const author = [college?.letter, name ?? m.person_unknown()].filter(Boolean).join(' · ');
		const places = replacementsOf(delta).map(({ from, to, words }) => {
			const { index, length } = table.shownAt(text, { index: from, length: to - from });
			return { from: index, to: index + length, words };
		});
		return {
			id,
			places,
			label: conflicts.has(id) ? m.amendment_label_conflict({ author }) : author,
			colour: mark.colour,
			pattern: patterns[mark.pattern % patterns.length]!,
		};
	});
}
