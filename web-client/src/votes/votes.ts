import { m } from '../i18n/generated/messages.js';
import { mayWrite } from '../people/rights';
import type { BallotChoice, TableState, Vote, VoteMethod } from '../wire/messages';

/** Ballots without which nothing of a secret vote is told, nor of one college of it. */
export const FEW = 5;

export const OPTIONS_MOST = 20;
export const DOTS_MOST = 20;
export const BEST_GRADE = 6;

export const methods: readonly VoteMethod[] = [
	'consent',
	'yesno',
	'judgment',
	'dots',
	'ranking',
	'scale',
];

/** Options of a vote, at least; 0 where the method has none. */
export const optionsLeast: Record<VoteMethod, number> = {
	consent: 0,
	yesno: 0,
	judgment: 1,
	dots: 2,
	ranking: 2,
	scale: 0,
};

/** The choices that a method offers, in their order; none for most. */
export const choices: Partial<Record<VoteMethod, readonly BallotChoice[]>> = {
	consent: ['consent', 'reserve', 'object', 'abstain'],
	yesno: ['yes', 'no', 'abstain'],
};

/** From the best to the worst. */
export const grades: readonly number[] = [6, 5, 4, 3, 2, 1, 0];

export const scale: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

export const isOver = ({ state }: Vote): boolean => state === 'published' || state === 'dropped';

/** How many at the table may vote. */
export const voters = ({ participants }: Pick<TableState, 'participants'>): number =>
	participants.filter((seat) => mayWrite(seat)).length;

export function methodWords(method: VoteMethod): string {
	return {
		consent: m.vote_method_consent,
		yesno: m.vote_method_yesno,
		judgment: m.vote_method_judgment,
		dots: m.vote_method_dots,
		ranking: m.vote_method_ranking,
		scale: m.vote_method_scale,
	}[method]();
}

/** How a method asks and counts, in a sentence or two. */
export function methodHint(method: VoteMethod): string {
	return {
		consent: m.vote_hint_consent,
		yesno: m.vote_hint_yesno,
		judgment: m.vote_hint_judgment,
		dots: m.vote_hint_dots,
		ranking: m.vote_hint_ranking,
		scale: m.vote_hint_scale,
	}[method]();
}

export function choiceWords(choice: BallotChoice): string {
	return {
		consent: m.vote_choice_consent,
		reserve: m.vote_choice_reserve,
		object: m.vote_choice_object,
		yes: m.vote_choice_yes,
		no: m.vote_choice_no,
		abstain: m.vote_choice_abstain,
	}[choice]();
}

export function gradeWords(grade: number): string {
	const words = [
		m.vote_grade_0,
		m.vote_grade_1,
		m.vote_grade_2,
		m.vote_grade_3,
		m.vote_grade_4,
		m.vote_grade_5,
		m.vote_grade_6,
	];
	return words[grade]?.() ?? '';
}
