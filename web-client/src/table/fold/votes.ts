/** The votes after one more event. */
import type { Commit, TableState, Vote, VoteCommand, VoteEvent } from '../../wire/messages';
import { added, changed, putting } from '../items';

export function afterVote(
	state: TableState,
	event: VoteEvent,
	{ by, at }: Pick<Commit, 'by' | 'at'>,
): TableState {
	const change = (how: (vote: Vote) => Vote) =>
		putting(state, 'votes', changed(state.votes, event.vote, how));
	switch (event.type) {
		case 'VoteOpened':
			return putting(state, 'votes', added(state.votes, asked(event, by, at)));
		case 'BallotCast':
			return change((vote) => cast(vote, event.participant));
		case 'VoteClosed':
			return change((vote) => ({ ...vote, state: 'closed' }));
		case 'VotePublished': {
			const { results, ballots } = event;
			const told = ballots === undefined ? { results } : { results, ballots };
			return change((vote) => ({ ...vote, state: 'published', ...told }));
		}
		case 'VoteDropped':
			return change((vote) => ({ ...vote, state: 'dropped' }));
		default:
			event satisfies never;
			return state;
	}
}

type Opening = Omit<VoteCommand & { type: 'OpenVote' }, 'type'>;

export function asked(opening: Opening, by: string, at: number): Vote {
	const { vote: id, about, question, method, options, dots, secret } = opening;
	return {
		id,
		...(about === undefined ? {} : { about }),
		question,
		method,
		options,
		...(dots === undefined ? {} : { dots }),
		...(secret ? { secret } : {}),
		by,
		at,
		state: 'open',
		voted: [],
	};
}

export function cast(vote: Vote, who: string): Vote {
	return vote.voted.includes(who) ? vote : { ...vote, voted: [...vote.voted, who] };
}
