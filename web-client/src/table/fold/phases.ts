/** Where the table is on its way after one more event. */
import type { PhaseEvent, TableState } from '../../wire/messages';

export function afterPhase(state: TableState, event: PhaseEvent): TableState {
	switch (event.type) {
		case 'PhaseMoved':
			return { ...state, phase: event.phase };
		default:
			event.type satisfies never;
			return state;
	}
}
