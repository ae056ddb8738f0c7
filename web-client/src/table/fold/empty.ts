import type { TableState } from '../../wire/messages';

/** The table before its first commit, which is `TableCreated`. */
export const EMPTY_TABLE: TableState = {
	title: '',
	locale: '',
	phase: 'frame',
	lists: {},
	calendar: [],
	frame: { acknowledged: [], contests: [] },
	terms: [],
	glossary: [],
	colleges: [],
	participants: [],
	findings: [],
	challenges: [],
	proposals: [],
	comments: [],
	contributions: [],
	strips: [],
	rounds: [],
	votes: [],
	texts: {},
};
