/** What the server says to a command about a vote, in a few lines, and the ballots it keeps. */
import type { TableState, Vote, VoteCommand, VoteEvent } from '../../wire/messages';
import type { Refusal } from '../authority.test-support';

type Cast = VoteCommand & { type: 'CastBallot' };

/** The ballots of each vote, by who handed them in. */
export type Ballots = Map<string, Map<string, Cast>>;

export function brokenVote(
	state: TableState,
	ballots: Ballots,
	command: VoteCommand,
	by: string,
): Refusal | undefined {
	const vote = state.votes.find(({ id }) => id === command.vote);
	if (command.type === 'OpenVote' || vote === undefined) {
		const fits = (command.type === 'OpenVote') === (vote === undefined);
		return fits ? undefined : { code: 'command.invalid' };
	}
	if (command.type === 'CastBallot') {
		if (vote.state !== 'open') return { code: 'vote.closed' };
		const before = ballots.get(vote.id)?.get(by);
		const other = before !== undefined && before.key !== command.key;
		return other && vote.secret ? { code: 'box.other' } : undefined;
	}
	return misplaced(vote, command.type);
}

function misplaced(vote: Vote, act: 'CloseVote' | 'PublishVote' | 'DropVote'): Refusal | undefined {
	if (vote.state === 'published' || vote.state === 'dropped') return { code: 'vote.closed' };
	if (act === 'CloseVote') return vote.state === 'open' ? undefined : { code: 'vote.closed' };
	if (act === 'DropVote') return undefined;
	if (vote.state === 'open') return { code: 'rights.result' };
	return vote.secret && vote.voted.length < 5 ? { code: 'vote.few' } : undefined;
}

/** Puts a ballot into the box of its vote. */
export function putBallot(ballots: Ballots, command: Cast, by: string): void {
	const box = ballots.get(command.vote) ?? new Map<string, Cast>();
	ballots.set(command.vote, box.set(by, command));
}

export function decidedVote(
	state: TableState,
	ballots: Ballots,
	command: Exclude<VoteCommand, Cast>,
): VoteEvent {
	switch (command.type) {
		case 'OpenVote':
			return { ...command, type: 'VoteOpened' };
		case 'CloseVote':
			return { ...command, type: 'VoteClosed' };
		case 'DropVote':
			return { ...command, type: 'VoteDropped' };
		case 'PublishVote': {
			const cast = [...(ballots.get(command.vote) ?? [])];
			const results = { total: { ballots: cast.length }, colleges: [] };
			const secret = state.votes.find(({ id }) => id === command.vote)?.secret;
			const named = cast.map(([by, { ballot }]) => ({ by, ballot }));
			return {
				...command,
				type: 'VotePublished',
				results,
				...(secret ? {} : { ballots: named }),
			};
		}
	}
}
