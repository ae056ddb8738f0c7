/** What the server says to a command about a challenge, in a few lines. */
import type { ChallengeCommand, ChallengeEvent, TableState } from '../../wire/messages';
import type { Refusal } from '../authority.test-support';

const INVALID = { code: 'command.invalid' };

export function brokenChallenge(
	state: TableState,
	command: ChallengeCommand,
	by: string,
): Refusal | undefined {
	if (command.type === 'OpenRating') {
		return state.rating?.open === true ? INVALID : undefined;
	}
	if (command.type === 'CloseRating') {
		return state.rating?.id === command.rating && state.rating.open ? undefined : INVALID;
	}
	if ('findings' in command) {
		const found = state.findings.filter(({ id }) => command.findings.includes(id));
		if (found.some(({ mergedInto }) => mergedInto !== undefined)) {
			return { code: 'finding.merged' };
		}
		if (found.length < command.findings.length || found.some(({ withdrawn }) => withdrawn)) {
			return INVALID;
		}
	}
	if (command.type === 'ReleaseFindings') {
		return undefined;
	}
	const challenge = state.challenges.find(({ id }) => id === command.challenge);
	if (command.type === 'AddChallenge') {
		return challenge === undefined ? undefined : INVALID;
	}
	if (challenge === undefined) {
		return INVALID;
	}
	switch (command.type) {
		case 'GatherFindings':
			return challenge.withdrawn ? INVALID : undefined;
		case 'RateChallenge':
			if (state.rating?.open !== true || state.rating.id !== command.rating)
				return { code: 'rating.closed' };
			if (state.rating.hidden) throw new Error('no box in this double');
			return challenge.withdrawn ? INVALID : undefined;
		case 'MoveChallenge':
			return undefined;
		default:
			return challenge.by === by ? undefined : { code: 'rights.own' };
	}
}

export function decidedChallenge(command: ChallengeCommand): ChallengeEvent {
	switch (command.type) {
		case 'AddChallenge':
			return { ...command, type: 'ChallengeAdded', text: command.challenge };
		case 'RenameChallenge':
			return { ...command, type: 'ChallengeRenamed' };
		case 'MoveChallenge':
			return { ...command, type: 'ChallengeMoved' };
		case 'WithdrawChallenge':
			return { ...command, type: 'ChallengeWithdrawn' };
		case 'RestoreChallenge':
			return { ...command, type: 'ChallengeRestored' };
		case 'GatherFindings':
			return { ...command, type: 'FindingsGathered' };
		case 'ReleaseFindings':
			return { ...command, type: 'FindingsReleased' };
		case 'OpenRating':
			return { ...command, type: 'RatingOpened' };
		case 'RateChallenge': {
			const { challenge, value } = command;
			return { type: 'ChallengeRated', challenge, ...(value === undefined ? {} : { value }) };
		}
		case 'CloseRating':
			return { ...command, type: 'RatingClosed' };
	}
}
