/** One's own ballot while one fills it in: what is still missing, and what is handed in. */
import { m } from '../i18n/generated/messages.js';
import type { Ballot, BallotChoice, Vote } from '../wire/messages';
import { choiceWords, gradeWords } from './votes';

export interface Draft {
	choice?: BallotChoice;
	grades: Record<string, number>;
	dots: Record<string, number>;
	order: string[];
	/** Null for "don't know". */
	value?: number | null;
}

export const emptyDraft = (): Draft => ({ grades: {}, dots: {}, order: [] });

/** How many dots are not laid yet. */
export function dotsLeft({ dots = 0 }: Pick<Vote, 'dots'>, draft: Draft): number {
	return dots - Object.values(draft.dots).reduce((sum, some) => sum + some, 0);
}

/** The ballot that a draft makes; undefined as long as it does not say what the vote asks. */
export function ballotOf({ method, options }: Vote, draft: Draft): Ballot | undefined {
	switch (method) {
		case 'consent':
		case 'yesno':
			return draft.choice && { choice: draft.choice };
		case 'judgment':
			return options.every(({ id }) => draft.grades[id] !== undefined)
				? { grades: draft.grades }
				: undefined;
		case 'dots': {
			const laid = Object.entries(draft.dots).filter(([, some]) => some > 0);
			return laid.length > 0 ? { dots: Object.fromEntries(laid) } : undefined;
		}
		case 'ranking':
			return draft.order.length > 0 ? { order: draft.order } : undefined;
		case 'scale':
			if (draft.value === undefined) return undefined;
			return draft.value === null ? {} : { value: draft.value };
	}
}

/** What is to be done before one can vote. */
export function missingWords({ method }: Pick<Vote, 'method'>): string {
	return {
		consent: m.ballot_missing_choice,
		yesno: m.ballot_missing_choice,
		judgment: m.ballot_missing_grades,
		dots: m.ballot_missing_dots,
		ranking: m.ballot_missing_order,
		scale: m.ballot_missing_value,
	}[method]();
}

/** A ballot in words, as a named vote shows it. */
export function ballotWords({ options }: Pick<Vote, 'options'>, ballot: Ballot): string {
	const title = (id: string) => options.find((one) => one.id === id)?.title ?? '';
	const each = (counts: Record<string, number>, words: (count: number) => string) =>
		options
			.filter(({ id }) => counts[id] !== undefined)
			.map(({ id }) => m.vote_pair({ what: title(id), count: words(counts[id] ?? 0) }))
			.join(' · ');
	if (ballot.choice) return choiceWords(ballot.choice);
	if (ballot.grades) return each(ballot.grades, gradeWords);
	if (ballot.dots) return each(ballot.dots, String) || m.ballot_blank();
	if (ballot.order) {
		const order = ballot.order.map((id, at) => `${at + 1}. ${title(id)}`);
		return order.join(' · ') || m.ballot_blank();
	}
	return ballot.value === undefined ? m.vote_unknown() : String(ballot.value);
}
