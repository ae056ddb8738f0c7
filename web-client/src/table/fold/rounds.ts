/** The rounds after one more event. */
import type { Commit, Round, RoundCommand, RoundEvent, TableState } from '../../wire/messages';
import { added, changed, putting } from '../items';

export function afterRound(
	state: TableState,
	event: RoundEvent,
	{ by, at }: Pick<Commit, 'by' | 'at'>,
): TableState {
	const change = (how: (round: Round) => Round) =>
		putting(state, 'rounds', changed(state.rounds, event.round, how));
	switch (event.type) {
		case 'RoundOpened':
			return putting(state, 'rounds', added(state.rounds, opened(event, by, at)));
		case 'SheetHandedIn':
			return change((round) => handedIn(round, event.participant));
		case 'RoundClosed':
			return change((round) => ({ ...round, state: 'closed' }));
		case 'RoundRevealed':
			return change((round) => ({ ...round, state: 'revealed', entries: event.entries }));
		case 'RoundDropped':
			return change((round) => ({ ...round, state: 'dropped' }));
		default:
			event satisfies never;
			return state;
	}
}

type Opening = Pick<
	RoundCommand & { type: 'OpenRound' },
	'round' | 'kind' | 'question' | 'anonymous' | 'seconds'
>;

/** The clock runs from the time of the opening. */
export function opened(opening: Opening, by: string, at: number): Round {
	const { round: id, kind, question, anonymous, seconds } = opening;
	return {
		id,
		kind,
		question,
		...(anonymous ? { anonymous } : {}),
		by,
		at,
		...(seconds === undefined ? {} : { endsAt: at + seconds * 1_000 }),
		state: 'open',
		handed: [],
	};
}

export function handedIn(round: Round, who: string): Round {
	return round.handed.includes(who) ? round : { ...round, handed: [...round.handed, who] };
}
