/** Where the table is on its way, and which lists are open, after one more event. */
import type { FrameEvent, ListName, Phase, TableState } from '../../wire/messages';
import { without } from '../items';

const order: Phase[] = ['frame', 'diagnosis', 'debate', 'proposals', 'follow-up', 'review'];

/** The phase that a list belongs to. */
const home: Record<ListName, Phase> = {
	terms: 'frame',
	glossary: 'frame',
	findings: 'diagnosis',
	challenges: 'debate',
	proposals: 'proposals',
};

export function afterFrame(state: TableState, event: FrameEvent): TableState {
	switch (event.type) {
		case 'PhaseMoved':
			return { ...state, phase: event.phase };
		case 'ListOpened':
			return { ...state, lists: without(state.lists, event.list) };
		case 'ListClosed':
			return { ...state, lists: { ...state.lists, [event.list]: 'closed' } };
		case 'ListPutAside':
			return { ...state, lists: { ...state.lists, [event.list]: 'aside' } };
		default:
			event satisfies never;
			return state;
	}
}

/** The mark of an item that is added now, after the phase its list belongs to. */
export function lateness({ phase }: TableState, list: ListName): { late?: true } {
	return order.indexOf(phase) > order.indexOf(home[list]) ? { late: true } : {};
}
