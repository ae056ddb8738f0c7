/** The table itself, its colleges and who sits at it. */
import { family } from './family';

export type Role =
	'facilitator' | 'scribe' | 'guarantor' | 'participant' | 'observer' | 'organiser';
export type Presence = 'room' | 'remote';

/** In whose name a member speaks: their own, an organisation's, or as its observer. */
export type Mandate = 'own' | 'mandated' | 'observer';

export interface College {
	id: string;
	name: string;
}
export interface Participant {
	id: string;
	role: Role;
	college?: string;
	presence: Presence;
	/** Absent while nothing was said of it. */
	mandate?: Mandate;
}

export interface MembersState {
	title: string;
	territory?: string;
	theme?: string;
	locale: string;
	colleges: College[];
	participants: Participant[];
	contributions: Contribution[];
}

/** How much a member brought: acts, and code units written into texts and comments. */
export interface Contribution {
	participant: string;
	acts: number;
	units: number;
}

export type MemberCommand = { type: 'TakeMandate'; mandate: Mandate };

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
	| { type: 'RoleChanged'; participant: string; role: Role }
	/** Of whoever acted. */
	| { type: 'MandateTaken'; mandate: Mandate };

export const memberEvents = family<MemberEvent>({
	TableCreated: true,
	ParticipantJoined: true,
	RoleChanged: true,
	MandateTaken: true,
});

export const memberCommands = family<MemberCommand>({
	TakeMandate: true,
});
