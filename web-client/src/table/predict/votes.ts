import type { TableState, Vote, VoteCommand } from '../../wire/messages';
import { asked, cast } from '../fold/votes';
import { added, changed, putting } from '../items';
import type { Author } from '../predict';

/** What came out is known to the server alone: a vote stays closed until it says so. */
export function predictedVote(
	state: TableState,
	command: VoteCommand,
	{ id: by, at }: Author,
): TableState {
	const change = (how: (vote: Vote) => Vote) =>
		putting(state, 'votes', changed(state.votes, command.vote, how));
	switch (command.type) {
		case 'OpenVote':
			return putting(state, 'votes', added(state.votes, asked(command, by, at)));
		case 'CastBallot':
			return change((vote) => cast(vote, by));
		case 'CloseVote':
			return change((vote) => ({ ...vote, state: 'closed' }));
		case 'PublishVote':
			return state;
		case 'DropVote':
			return change((vote) => ({ ...vote, state: 'dropped' }));
		default:
			command satisfies never;
			return state;
	}
}

export function voteSubjects(command: VoteCommand): string[] {
	return [command.vote];
}
