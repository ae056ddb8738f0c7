import { m } from '../i18n/generated/messages.js';
import type { Seating } from '../people/seating';
import type { Caret } from '../text/editor';
import type { Here } from '../wire/messages';

const patterns = ['solid', 'dashed', 'dotted', 'double'] as const;

/** The carets of those who are in a text, in the colour and pattern of their colleges. */
export function caretsOf(here: Here[], who: Seating): Caret[] {
	return here.flatMap(({ participant, index, length }) => {
		if (index === undefined) return [];
		const { name, initials, mark } = who(participant);
		return [
			{
				participant,
				name: name ?? m.person_unknown(),
				initials,
				colour: mark.colour,
				pattern: patterns[mark.pattern % patterns.length]!,
				index,
				length: length ?? 0,
			},
		];
	});
}
