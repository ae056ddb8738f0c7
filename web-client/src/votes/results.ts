/** What a vote came to, as rows to be shown: all together first, then college by college, alike. */
import { m } from '../i18n/generated/messages.js';
import { decimal } from '../i18n/format';
import { getLocale } from '../i18n/generated/runtime.js';
import { markOf, type Mark } from '../look/colours';
import { letters } from '../look/initials';
import { shares, type Share } from '../people/shares';
import type { OptionTally, TableState, Tally, Vote } from '../wire/messages';
import { choices, choiceWords, grades, gradeWords, scale } from './votes';

/** A stretch of a bar: how many said this. */
export interface Part {
	words: string;
	count: number;
}

export interface Row {
	/** The college's id; empty for all together. */
	key: string;
	name: string;
	/** The college's letter on its mark; absent for all together. */
	badge?: { letter: string; mark: Mark };
	parts: Part[];
	/** What it comes to, in words; absent where the counts say it all. */
	figure?: string;
}

export interface Group {
	/** Of an option; absent where the vote has none. */
	option?: { id: string; title: string; rank: number };
	rows: Row[];
}

export function groups(state: Pick<TableState, 'colleges'>, vote: Vote): Group[] {
	const { results, options } = vote;
	if (!results) return [];
	const marks = letters(state.colleges);
	const tallies = [
		{ key: '', name: m.vote_all(), tally: results.total },
		...results.colleges.map((tally) => ({
			key: tally.college,
			name: state.colleges.find(({ id }) => id === tally.college)?.name ?? '',
			badge: {
				letter: marks.get(tally.college) ?? '',
				mark: markOf(state.colleges.findIndex(({ id }) => id === tally.college)),
			},
			tally,
		})),
	];
	if (results.total.options === undefined) {
		const rows = tallies.map(({ tally, ...row }) => ({ ...row, ...counted(vote, tally) }));
		return [{ rows }];
	}
	return results.total.options
		.map(({ option, rank }) => ({
			option: { id: option, title: options.find(({ id }) => id === option)?.title ?? '', rank },
			rows: tallies.flatMap(({ tally, ...row }) => {
				const one = tally.options?.find((other) => other.option === option);
				return one ? [{ ...row, ...fared(vote, one, tally.ballots) }] : [];
			}),
		}))
		.sort((one, other) => one.option.rank - other.option.rank);
}

function counted(vote: Vote, tally: Tally): Pick<Row, 'parts' | 'figure'> {
	if (tally.choices) {
		const offered = choices[vote.method] ?? [];
		return {
			parts: offered.map((choice) => ({
				words: choiceWords(choice),
				count: tally.choices?.[choice] ?? 0,
			})),
		};
	}
	const { values = [], unknown = 0, middle } = tally;
	const parts = scale.map((value) => ({ words: String(value), count: values[value - 1] ?? 0 }));
	const figure =
		middle === undefined
			? m.vote_no_value()
			: m.vote_median({ value: decimal((middle[0] + middle[1]) / 2, getLocale()) });
	return { parts: [...parts, { words: m.vote_unknown(), count: unknown }], figure };
}

function fared(vote: Vote, { counts, score }: OptionTally, ballots: number) {
	switch (vote.method) {
		case 'judgment':
			return {
				parts: grades.map((grade) => ({ words: gradeWords(grade), count: counts[grade] ?? 0 })),
				figure: m.vote_median_grade({ grade: gradeWords(score) }),
			};
		case 'ranking': {
			const placed = counts.map((count, at) => ({ words: m.vote_place({ place: at + 1 }), count }));
			const left = ballots - counts.reduce((sum, count) => sum + count, 0);
			return {
				parts: [...placed, { words: m.vote_unplaced(), count: left }],
				figure: m.vote_points({ points: score }),
			};
		}
		default: {
			const given = (vote.dots ?? 0) * ballots;
			return {
				parts: [
					{ words: m.vote_dots_here(), count: score },
					{ words: m.vote_dots_elsewhere(), count: given - score },
				],
				figure: m.vote_dots_of({ dots: score, count: counts[0] ?? 0 }),
			};
		}
	}
}

/** Colleges that voted and are not told apart, by name: their ballots are in the total alone. */
export function untold(state: Pick<TableState, 'colleges' | 'participants'>, vote: Vote): Share[] {
	const told = vote.results?.colleges.map(({ college }) => college) ?? [];
	return shares(state, vote.voted).filter(({ key, count }) => count > 0 && !told.includes(key));
}

/** What came out, in one sentence. */
export function outcome(state: Pick<TableState, 'colleges'>, vote: Vote): string {
	const total = vote.results?.total;
	if (!total || total.ballots === 0) return m.vote_outcome_none();
	if (vote.method === 'consent') {
		const objections = total.choices?.object ?? 0;
		return objections === 0
			? m.vote_outcome_consent({ reserves: total.choices?.reserve ?? 0 })
			: m.vote_outcome_objections({ count: objections });
	}
	if (vote.method === 'yesno') {
		const { yes = 0, no = 0, abstain = 0 } = total.choices ?? {};
		return m.vote_outcome_yesno({ yes, no, abstain });
	}
	if (vote.method === 'scale') return counted(vote, total).figure ?? '';
	const first = groups(state, vote).filter(({ option }) => option?.rank === 1);
	const titles = first.map(({ option }) => option?.title ?? '').join(' · ');
	return m.vote_outcome_first({ count: first.length, titles });
}
