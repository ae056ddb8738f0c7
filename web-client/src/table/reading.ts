/** Whoever has not read the frame that was last published contributes nothing until they have. */
import type { Command, TableState } from '../wire/messages';

/** Reading itself, and what a facilitator does to frame, lists and phases. */
const free: ReadonlySet<Command['type']> = new Set<Command['type']>([
	'AcknowledgeFrame',
	'MovePhase',
	'PlanPhase',
	'OpenList',
	'CloseList',
	'PutListAside',
	'SettleTerm',
	'AnswerContest',
	'SayScope',
	'PublishFrame',
]);

export const isContribution = ({ type }: { type: Command['type'] }): boolean => !free.has(type);

/** The publication that somebody has read last; undefined where they have read none. */
export function lastRead({ frame }: TableState, participant: string): number | undefined {
	return frame.acknowledged.find((one) => one.participant === participant)?.frame;
}

export function isUnread(state: TableState | undefined, participant: string | undefined): boolean {
	const published = state?.frame.published;
	if (state === undefined || published === undefined || participant === undefined) return false;
	return lastRead(state, participant) !== published;
}
