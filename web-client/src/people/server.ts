import type { College, Presence, Role } from '../wire/messages';
import { call, Refused } from './http';

/** What the server says by HTTP about sessions, tables and invitations. */

export interface Member {
	id: string;
	name: string;
	organisation?: string;
	role: Role;
	college?: string;
	/** Absent for the organiser of the installation. */
	table?: string;
}
export interface TableLine {
	id: string;
	title: string;
	territory?: string;
	theme?: string;
	locale: string;
	createdAt: number;
}
export interface Invitation {
	id: string;
	role: Role;
	/** The college's id. */
	college?: string;
	secret: string;
	url: string;
	revoked?: true;
}
export interface TableCard extends TableLine {
	colleges: College[];
	you?: Member;
	invitations?: Invitation[];
}
export interface Opening {
	role: Role;
	college?: College;
	table?: { id: string; title: string; territory?: string; theme?: string; locale: string };
}
export interface NewTable {
	title: string;
	territory?: string;
	theme?: string;
	locale: string;
	colleges: College[];
}

const at = (id: string) => `/api/tables/${encodeURIComponent(id)}`;

/** Who this browser is, one entry a table; empty without a session. */
export async function session(): Promise<Member[]> {
	try {
		return (await call<{ participants: Member[] }>('GET', '/api/session')).participants;
	} catch (error) {
		if (error instanceof Refused && error.status === 401) return [];
		throw error;
	}
}
export const endSession = () => call<void>('POST', '/api/session/end');

export const look = (secret: string) => call<Opening>('POST', '/api/invitations/look', { secret });

export async function accept(wish: {
	secret: string;
	name: string;
	organisation?: string;
	presence?: Presence;
}): Promise<Member> {
	return (await call<{ participant: Member }>('POST', '/api/invitations/accept', wish)).participant;
}

export const tables = async () =>
	(await call<{ tables: TableLine[] }>('GET', '/api/tables')).tables;
export const table = (id: string) => call<TableCard>('GET', at(id));
export const createTable = (wish: NewTable) => call<{ id: string }>('POST', '/api/tables', wish);
export const openExample = () => call<{ id: string }>('POST', '/api/example');
export const joinTable = async (id: string) =>
	(await call<{ participant: Member }>('POST', `${at(id)}/join`)).participant;

export const invite = (id: string, role: Role, college?: string) =>
	call<Invitation>('POST', `${at(id)}/invitations`, college ? { role, college } : { role });
export const revoke = (id: string, invitation: string) =>
	call<void>('POST', `${at(id)}/invitations/${encodeURIComponent(invitation)}/revoke`);
