import { markOf, type Mark } from '../look/colours';
import { initials, letters } from '../look/initials';
import type { Mandate, Participant, Person, Presence, Role, TableState } from '../wire/messages';

/** A person as a table shows them. */
export interface Who {
	id: string;
	/** Null where it was erased, or is not known (yet). */
	name: string | null;
	organisation?: string;
	initials: string;
	mark: Mark;
	role: Role;
	presence?: Presence;
	/** In whose name they speak; absent while nothing was said of it. */
	mandate?: Mandate;
	/** Absent for those who sit without a college. */
	college?: { id: string; name: string; letter: string };
}

export type Seating = (id: string) => Who;

/** Everyone of a table by their id; whoever is not in it (an observer, the system) is shown without a college. */
export function seating(
	state: Pick<TableState, 'colleges' | 'participants'>,
	people: ReadonlyMap<string, Person>,
): Seating {
	const marks = letters(state.colleges);
	const seats = new Map(state.participants.map((seat) => [seat.id, seat]));
	const told = new Map<string, Who>();
	const tell = (id: string): Who => {
		const seat: Partial<Participant> = seats.get(id) ?? {};
		const person = people.get(id);
		const place = state.colleges.findIndex((college) => college.id === seat.college);
		const college = state.colleges[place];
		return {
			id,
			name: person?.name ?? null,
			initials: initials(person?.name),
			mark: markOf(place),
			role: seat.role ?? 'observer',
			...(person?.organisation ? { organisation: person.organisation } : {}),
			...(seat.presence ? { presence: seat.presence } : {}),
			...(seat.mandate ? { mandate: seat.mandate } : {}),
			...(college ? { college: { ...college, letter: marks.get(college.id) ?? '' } } : {}),
		};
	};
	return (id) => {
		const who = told.get(id) ?? tell(id);
		told.set(id, who);
		return who;
	};
}
