import type { Finding, Role } from '../wire/messages';

/** What the rules of the table allow (protocol, §3); the server decides, this only keeps from offering what it would refuse. */
interface Person {
	id: string;
	role: Role;
}

/** Add, write in texts, move any finding. */
export const mayWrite = (you: Person | undefined): boolean =>
	you !== undefined && ['facilitator', 'scribe', 'participant'].includes(you.role);

/** Rename, retype, source, withdraw and restore this one. */
export const mayShape = (you: Person | undefined, finding: Finding): boolean =>
	you !== undefined &&
	(['facilitator', 'scribe'].includes(you.role) ||
		(you.role === 'participant' && finding.by === you.id));
