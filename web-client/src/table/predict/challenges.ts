import type { Challenge, ChallengeCommand, TableState } from '../../wire/messages';
import {
	gathered,
	rated,
	ratingClosed,
	ratingGiven,
	ratingOpened,
	released,
} from '../fold/challenges';
import { lateness } from '../fold/frame';
import { withText } from '../fold/texts';
import { added, changed, given, listed, moved, putting, restored, withdrawn } from '../items';
import type { Author } from '../predict';

export function predictedChallenge(
	state: TableState,
	command: ChallengeCommand,
	{ id: by, at }: Author,
): TableState {
	const { challenges } = state;
	const put = (list: Challenge[]) => putting(state, 'challenges', list);
	switch (command.type) {
		case 'AddChallenge': {
			const { challenge: id, title } = command;
			if (listed(challenges, id)) {
				return state;
			}
			const late = lateness(state, 'challenges');
			return withText(put(added(challenges, { id, title, text: id, by, at, ...late })), id);
		}
		case 'RenameChallenge':
			return put(
				changed(challenges, command.challenge, (one) => ({ ...one, title: command.title })),
			);
		case 'MoveChallenge':
			return put(moved(challenges, command.challenge, command.before));
		case 'WithdrawChallenge':
			return put(withdrawn(challenges, command.challenge));
		case 'RestoreChallenge':
			return put(restored(challenges, command.challenge));
		case 'GatherFindings':
			// Nothing is taken away from where it stands for a challenge that is not there.
			return listed(challenges, command.challenge)
				? put(gathered(challenges, command.challenge, command.findings))
				: state;
		case 'ReleaseFindings':
			return put(released(challenges, command.findings));
		case 'OpenRating':
			return state.rating?.open === true
				? state
				: ratingOpened(state, command.rating, command.hidden);
		case 'RateChallenge': {
			if (state.rating?.id !== command.rating) return state;
			if (state.rating.hidden) {
				// The value is shown to nobody, and the commitment is the server's to make.
				const known = state.rating.given?.[command.challenge]?.[by] ?? '';
				return state.rating.open ? ratingGiven(state, command.challenge, by, known) : state;
			}
			const own = { by, ...given({ value: command.value }), at };
			return put(changed(challenges, command.challenge, (one) => rated(one, own)));
		}
		case 'CloseRating':
			return ratingClosed(state);
		default:
			command satisfies never;
			return state;
	}
}

export function challengeSubjects(command: ChallengeCommand): string[] {
	switch (command.type) {
		case 'MoveChallenge':
			return command.before === undefined
				? [command.challenge]
				: [command.challenge, command.before];
		case 'GatherFindings':
			return [command.challenge, ...command.findings];
		case 'ReleaseFindings':
			return command.findings;
		case 'RateChallenge':
			// What is rated waits for the opening of the rating.
			return [command.challenge, 'rating'];
		case 'OpenRating':
		case 'CloseRating':
			return ['rating'];
		case 'AddChallenge':
		case 'RenameChallenge':
		case 'WithdrawChallenge':
		case 'RestoreChallenge':
			return [command.challenge];
		default:
			command satisfies never;
			return [];
	}
}

/** The text that a command begins: it bears its challenge's id until the server names it. */
export function challengeTextBegun(command: ChallengeCommand): string | undefined {
	return command.type === 'AddChallenge' ? command.challenge : undefined;
}
