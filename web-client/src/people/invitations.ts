import type { Role } from '../wire/messages';
import type { Invitation, TableCard } from './server';

/** One way to sit at a table, with the invitations that are open for it, newest first. */
export interface Seat {
	key: string;
	role: Role;
	/** The college's id. */
	college?: string;
	open: Invitation[];
}

/** Every seat a table can be entered by: its colleges in their order, then who leads and who watches, then what else was made. */
export function seats(table: Pick<TableCard, 'colleges' | 'invitations'>): Seat[] {
	const found = new Map<string, Seat>();
	const seat = (role: Role, college?: string): Seat => {
		const key = college ? `${role}-${college}` : role;
		let at = found.get(key);
		if (!at) found.set(key, (at = { key, role, ...(college ? { college } : {}), open: [] }));
		return at;
	};
	for (const { id } of table.colleges) seat('participant', id);
	seat('facilitator');
	seat('observer');
	for (const invitation of table.invitations ?? []) {
		const at = seat(invitation.role, invitation.college);
		if (!invitation.revoked) at.open.unshift(invitation);
	}
	return [...found.values()];
}
