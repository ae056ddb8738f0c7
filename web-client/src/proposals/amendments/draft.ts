import type { DeltaJson } from '../../wire/messages';
import { linesOf, wordsIn, type Stretch } from './change';

/** An amendment that is being written. It is kept until the table has it: a form that is left can be taken up again. */
export interface Draft {
	/** The passage, counted in the text as it is shown; absent for one line more at its end. */
	place: Stretch | undefined;
	/** It was selected in the text; else it is one of its lines, and another may be picked. */
	chosen: boolean;
	words: string;
	reason: string;
	/** Of the author's college. */
	colour: string;
}

/** On a selected passage; without one, on the first line. */
export function drafting(document: DeltaJson, colour: string, selected?: Stretch): Draft {
	const line = linesOf(document).find(({ length }) => length > 0);
	const place = selected ?? (line && { index: line.index, length: line.length });
	return {
		place,
		chosen: selected !== undefined,
		words: place ? wordsIn(document, place) : '',
		reason: '',
		colour,
	};
}
