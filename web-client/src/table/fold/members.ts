/** Who is at the table after one more event. */
import type { MemberEvent, TableState } from '../../wire/messages';
import { changed, given, putting } from '../items';
import { EMPTY_TABLE } from './empty';

export function afterMember(
	state: TableState,
	event: MemberEvent,
	{ by }: { by: string },
): TableState {
	switch (event.type) {
		case 'TableCreated': {
			const { title, territory, theme, locale, colleges } = event;
			return { ...EMPTY_TABLE, title, ...given({ territory, theme }), locale, colleges };
		}
		case 'ParticipantJoined': {
			const { participant: id, role, college, presence } = event;
			const others = state.participants.filter((one) => one.id !== id);
			const joined = { id, role, ...given({ college }), presence };
			return { ...state, participants: [...others, joined] };
		}
		case 'RoleChanged': {
			const { participant, role } = event;
			const changedRole = changed(state.participants, participant, (one) => ({ ...one, role }));
			return putting(state, 'participants', changedRole);
		}
		case 'MandateTaken': {
			const { mandate } = event;
			const speaking = changed(state.participants, by, (one) => ({ ...one, mandate }));
			return putting(state, 'participants', speaking);
		}
		default:
			event satisfies never;
			return state;
	}
}
