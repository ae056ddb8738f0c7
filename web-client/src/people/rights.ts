import type { Role } from '../wire/messages';

/** What the rules of the table allow (protocol, §3); the server decides, this only keeps from offering what it would refuse. */
interface Person {
	id: string;
	role: Role;
}

/** Add, write in texts, move any item. */
export const mayWrite = (you: Person | undefined): boolean =>
	you !== undefined && ['facilitator', 'scribe', 'participant'].includes(you.role);

/** Rename, withdraw and restore this item, and whatever else is said of it. */
export const mayShape = (you: Person | undefined, item: { by: string }): boolean =>
	you !== undefined &&
	(['facilitator', 'scribe'].includes(you.role) ||
		(you.role === 'participant' && item.by === you.id));

/** Merge findings, and take them apart again. */
export const mayMerge = (you: Person | undefined): boolean =>
	you !== undefined && ['facilitator', 'scribe'].includes(you.role);

/** What facilitators alone do: phases, lists, the frame, ratings, rounds, votes. */
export const mayLead = (you: Person | undefined): boolean => you?.role === 'facilitator';
