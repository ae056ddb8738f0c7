/** The table itself, its colleges and who sits at it. */
import { family } from './family';

export type Role =
	'facilitator' | 'scribe' | 'guarantor' | 'participant' | 'observer' | 'organiser';
export type Presence = 'room' | 'remote';

export interface College {
	id: string;
	name: string;
}
export interface Participant {
	id: string;
	role: Role;
	college?: string;
	presence: Presence;
	mandate?: string;
}

export interface MembersState {
	title: string;
	territory?: string;
	theme?: string;
	locale: string;
	colleges: College[];
	participants: Participant[];
}

export type MemberEvent =
	| {
			type: 'TableCreated';
			title: string;
			territory?: string;
			theme?: string;
			locale: string;
			colleges: College[];
	  }
	| {
			type: 'ParticipantJoined';
			participant: string;
			role: Role;
			college?: string;
			presence: Presence;
	  }
	| { type: 'RoleChanged'; participant: string; role: Role };

export const memberEvents = family<MemberEvent>({
	TableCreated: true,
	ParticipantJoined: true,
	RoleChanged: true,
});
