/** Whether a proposal stands and the work left until it does, as the server derives it too. */
import type { Participant, Position, Proposal, Stance, TableState } from '../wire/messages';

export interface Standing {
	/** Every college with members has taken position and no objection is open. */
	stands: boolean;
	/** Colleges with members of which nobody has taken position. */
	silent: string[];
	objections: string[];
	/** They are told, and keep nothing from standing. */
	reserves: string[];
	/** Whose position is on an earlier text. */
	earlier: string[];
}

/** How one college stands; colleges stand side by side, never added up. */
export interface Strip {
	college: string;
	/** Those who take part. */
	members: number;
	counts: Partial<Record<Stance, number>>;
	/** A college of few members is shown only where each of them agreed. */
	shown: boolean;
}

type Seats = Pick<TableState, 'colleges' | 'participants'>;

/** Members of a college whose strip is shown without asking. */
export const MEMBERS_SHOWN = 3;

/** Whether this member adds, writes and takes positions. */
export function takesPart({ role }: Pick<Participant, 'role'>): boolean {
	return role === 'participant' || role === 'scribe' || role === 'facilitator';
}

/** Whether the text has changed since that position was taken. */
export function onEarlierText(proposal: Proposal, position: Position): boolean {
	return position.textSeq < proposal.textSeq;
}

export function standingOf(seats: Seats, proposal: Proposal): Standing {
	const strips = stripsOf({ ...seats, strips: [] }, proposal);
	const silent = strips.filter(isSilent).map(({ college }) => college);
	const present = new Set(seats.participants.filter(takesPart).map(({ id }) => id));
	const counted = proposal.positions.filter(({ by }) => present.has(by));
	const holders = (among: (position: Position) => boolean) =>
		counted.filter(among).map(({ by }) => by);
	const objections = holders(({ position }) => position === 'object');
	return {
		stands:
			proposal.withdrawn !== true &&
			strips.length > 0 &&
			silent.length === 0 &&
			objections.length === 0,
		silent,
		objections,
		reserves: holders(({ position }) => position === 'reserve'),
		earlier: holders((position) => onEarlierText(proposal, position)),
	};
}

/** One for each college that has members who take part, in the table's order. */
export function stripsOf(
	{ colleges, participants, strips }: Seats & Pick<TableState, 'strips'>,
	proposal: Proposal,
): Strip[] {
	return colleges.flatMap(({ id }) => {
		const members = participants.filter((one) => takesPart(one) && one.college === id);
		if (members.length === 0) {
			return [];
		}
		const agreed = members.every((one) => strips.includes(one.id));
		return [
			{
				college: id,
				members: members.length,
				counts: counts(members, proposal),
				shown: members.length >= MEMBERS_SHOWN || agreed,
			},
		];
	});
}

function counts(members: Participant[], { positions }: Proposal): Strip['counts'] {
	const found: Strip['counts'] = {};
	for (const { id } of members) {
		const position = positions.find(({ by }) => by === id)?.position;
		if (position !== undefined) {
			found[position] = (found[position] ?? 0) + 1;
		}
	}
	return found;
}

export function isSilent(strip: Strip): boolean {
	return Object.keys(strip.counts).length === 0;
}
