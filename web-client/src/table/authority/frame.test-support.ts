/** What the server says to a command about the frame, and makes of it, in a few lines. */
import type { Command, FrameCommand, FrameEvent, TableState } from '../../wire/messages';
import type { Refusal } from '../authority.test-support';
import { isContribution, isUnread } from '../reading';

/** Whoever has not read the frame contributes nothing. */
export function unread(state: TableState, command: Command, by: string): Refusal | undefined {
	return isUnread(state, by) && isContribution(command)
		? { code: 'frame.unacknowledged' }
		: undefined;
}

export function brokenFrame(
	{ terms, glossary, frame }: TableState,
	command: FrameCommand,
	by: string,
): Refusal | undefined {
	const invalid = { code: 'command.invalid' };
	if (command.type === 'PublishFrame') {
		return terms.every(({ withdrawn }) => withdrawn) ? { code: 'frame.empty' } : undefined;
	}
	if (command.type === 'AcknowledgeFrame') {
		return frame.published === command.frame ? undefined : invalid;
	}
	const list = 'term' in command ? terms : 'word' in command ? glossary : undefined;
	if (list === undefined) {
		return undefined;
	}
	const item = 'term' in command ? command.term : 'word' in command ? command.word : '';
	const found = list.find(({ id }) => id === item);
	if (command.type === 'AddTerm' || command.type === 'AddWord') {
		return found === undefined ? undefined : invalid;
	}
	if (found === undefined) {
		return invalid;
	}
	if (command.type === 'MoveTerm' || command.type === 'SettleTerm') {
		return undefined;
	}
	if (found.by !== by) {
		return { code: 'rights.own' };
	}
	const isLocked = 'status' in found && found.status === 'non-negotiable';
	return isLocked && command.type !== 'RestoreTerm' ? { code: 'term.locked' } : undefined;
}

/** Contests are no part of the worlds that this server stands for. */
export function decidedFrame(command: FrameCommand): FrameEvent {
	switch (command.type) {
		case 'MovePhase':
			return { ...command, type: 'PhaseMoved' };
		case 'PlanPhase':
			return { ...command, type: 'PhasePlanned' };
		case 'OpenList':
			return { ...command, type: 'ListOpened' };
		case 'CloseList':
			return { ...command, type: 'ListClosed' };
		case 'PutListAside':
			return { ...command, type: 'ListPutAside' };
		case 'AddTerm':
			return { ...command, type: 'TermAdded', text: command.term };
		case 'RenameTerm':
			return { ...command, type: 'TermRenamed' };
		case 'MoveTerm':
			return { ...command, type: 'TermMoved' };
		case 'WithdrawTerm':
			return { ...command, type: 'TermWithdrawn' };
		case 'RestoreTerm':
			return { ...command, type: 'TermRestored' };
		case 'SettleTerm':
			return { ...command, type: 'TermSettled' };
		case 'SayScope':
			return { ...command, type: 'ScopeSaid' };
		case 'PublishFrame':
			return { type: 'FramePublished' };
		case 'AcknowledgeFrame':
			return { ...command, type: 'FrameAcknowledged' };
		case 'AddWord':
			return { ...command, type: 'WordAdded', text: command.word };
		case 'RewriteWord':
			return { ...command, type: 'WordRewritten' };
		case 'WithdrawWord':
			return { ...command, type: 'WordWithdrawn' };
		case 'RestoreWord':
			return { ...command, type: 'WordRestored' };
		case 'ContestTerm':
		case 'AnswerContest':
		case 'WithdrawContest':
			throw new Error(`not at this server: ${command.type}`);
	}
}
