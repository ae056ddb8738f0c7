/** How much each member brought to the table after one more commit; the server counts the same. */
import type { Commit, TableEvent, TableState } from '../../wire/messages';

const SYSTEM = 'system';

export function counted(state: TableState, { by, events }: Commit): TableState {
	if (by === SYSTEM) {
		return state;
	}
	const only = events.length === 1 ? events[0] : undefined;
	const known = state.contributions.find(({ participant }) => participant === by);
	const share = {
		participant: by,
		acts: (known?.acts ?? 0) + (only?.type === 'TextEdited' ? 0 : 1),
		units: (known?.units ?? 0) + units(only),
	};
	if (known !== undefined) {
		const contributions = state.contributions.map((one) => (one === known ? share : one));
		return { ...state, contributions };
	}
	// In the order the members joined.
	const order = state.participants.map(({ id }) => id);
	const contributions = [...state.contributions, share].sort(
		(one, other) => order.indexOf(one.participant) - order.indexOf(other.participant),
	);
	return { ...state, contributions };
}

/** Text that an act moved rather than a person wrote (a merge, say) comes with other events. */
function units(only: TableEvent | undefined): number {
	if (only?.type === 'TextEdited') {
		return only.delta.ops.reduce((sum, { insert }) => sum + (insert?.length ?? 0), 0);
	}
	return only?.type === 'CommentAdded' ? only.words.length : 0;
}
