/** The challenges of a table. */

export interface ChallengesState {
	challenges: unknown[];
}
