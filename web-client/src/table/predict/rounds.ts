import type { RoundCommand, TableState } from '../../wire/messages';
import { handedIn, opened } from '../fold/rounds';
import { added, changed, putting } from '../items';
import type { Author } from '../predict';

/** What is revealed is known to the server alone: a round is shown as closed until it says so. */
export function predictedRound(
	state: TableState,
	command: RoundCommand,
	{ id: by, at }: Author,
): TableState {
	const { rounds } = state;
	switch (command.type) {
		case 'OpenRound':
			return putting(state, 'rounds', added(rounds, opened(command, by, at)));
		case 'HandIn':
			return putting(
				state,
				'rounds',
				changed(rounds, command.round, (round) => handedIn(round, by)),
			);
		case 'CloseRound':
		case 'RevealRound':
			return putting(
				state,
				'rounds',
				changed(rounds, command.round, (round) => ({ ...round, state: 'closed' })),
			);
		case 'DropRound':
			return putting(
				state,
				'rounds',
				changed(rounds, command.round, (round) => ({ ...round, state: 'dropped' })),
			);
		default:
			command satisfies never;
			return state;
	}
}

export function roundSubjects(command: RoundCommand): string[] {
	return [command.round];
}
