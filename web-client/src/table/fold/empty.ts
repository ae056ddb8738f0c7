import type { TableState } from '../../wire/messages';

/** The table before its first commit, which is `TableCreated`. */
export const EMPTY_TABLE: TableState = {
	title: '',
	locale: '',
	phase: 'frame',
	lists: {},
	colleges: [],
	participants: [],
	findings: [],
	challenges: [],
	proposals: [],
	comments: [],
	contributions: [],
	texts: {},
};
