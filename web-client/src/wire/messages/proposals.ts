/** The proposals of a table. */

export interface Proposal {
	id: string;
	title: string;
	text: string;
	by: string;
	at: number;
	positions: unknown[];
}

export interface ProposalsState {
	proposals: Proposal[];
}
