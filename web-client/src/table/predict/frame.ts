import type { Commit, FrameCommand, FrameEvent, TableState } from '../../wire/messages';
import { afterFrame } from '../fold/frame';
import { listed } from '../items';
import type { Author } from '../predict';

export function predictedFrame(
	state: TableState,
	command: FrameCommand,
	{ id: by, at }: Author,
): TableState {
	// What is in the list already keeps its text.
	if (command.type === 'AddTerm' && listed(state.terms, command.term)) return state;
	if (command.type === 'AddWord' && listed(state.glossary, command.word)) return state;
	// Only the server knows by which commit it is published.
	if (command.type === 'PublishFrame') return state;
	const events = foreseen(command, state);
	const commit: Commit = { seq: 0, at, by, id: '', events };
	return events.reduce((now, event) => afterFrame(now, event, commit), state);
}

function foreseen(
	command: Exclude<FrameCommand, { type: 'PublishFrame' }>,
	state: TableState,
): FrameEvent[] {
	switch (command.type) {
		case 'MovePhase':
			return [{ ...command, type: 'PhaseMoved' }];
		case 'PlanPhase':
			return [{ ...command, type: 'PhasePlanned' }];
		case 'OpenList':
			return [{ ...command, type: 'ListOpened' }];
		case 'CloseList':
			return [{ ...command, type: 'ListClosed' }];
		case 'PutListAside':
			return [{ ...command, type: 'ListPutAside' }];
		case 'AddTerm':
			return [{ ...command, type: 'TermAdded', text: command.term }];
		case 'RenameTerm':
			return [{ ...command, type: 'TermRenamed' }];
		case 'MoveTerm':
			return [{ ...command, type: 'TermMoved' }];
		case 'WithdrawTerm':
			return [{ ...command, type: 'TermWithdrawn' }];
		case 'RestoreTerm':
			return [{ ...command, type: 'TermRestored' }];
		case 'SettleTerm':
			return [{ ...command, type: 'TermSettled' }];
		case 'ContestTerm':
			return [{ ...command, type: 'TermContested' }];
		case 'AnswerContest': {
			const term = state.frame.contests.find(({ id }) => id === command.contest)?.term;
			const answered: FrameEvent = { ...command, type: 'ContestAnswered' };
			return command.outcome === 'kept' || term === undefined
				? [answered]
				: [answered, { type: 'TermSettled', term, status: 'negotiable' }];
		}
		case 'WithdrawContest':
			return [{ ...command, type: 'ContestWithdrawn' }];
		case 'SayScope':
			return [{ ...command, type: 'ScopeSaid' }];
		case 'AcknowledgeFrame':
			return [{ ...command, type: 'FrameAcknowledged' }];
		case 'AddWord':
			return [{ ...command, type: 'WordAdded', text: command.word }];
		case 'RewriteWord':
			return [{ ...command, type: 'WordRewritten' }];
		case 'WithdrawWord':
			return [{ ...command, type: 'WordWithdrawn' }];
		case 'RestoreWord':
			return [{ ...command, type: 'WordRestored' }];
		default:
			command satisfies never;
			return [];
	}
}

export function frameSubjects(command: FrameCommand): string[] {
	switch (command.type) {
		case 'MovePhase':
			return ['phase'];
		case 'PlanPhase':
			return [`plan ${command.phase}`];
		case 'OpenList':
		case 'CloseList':
		case 'PutListAside':
			return [`list ${command.list}`];
		case 'MoveTerm':
			return command.before === undefined ? [command.term] : [command.term, command.before];
		case 'AddTerm':
		case 'RenameTerm':
		case 'WithdrawTerm':
		case 'RestoreTerm':
		case 'SettleTerm':
			return [command.term];
		case 'ContestTerm':
			return [command.contest, command.term];
		case 'AnswerContest':
		case 'WithdrawContest':
			return [command.contest];
		case 'SayScope':
		case 'PublishFrame':
			return ['frame'];
		// Nothing may stand before it: the rest waits for it.
		case 'AcknowledgeFrame':
			return ['reading'];
		case 'AddWord':
		case 'RewriteWord':
		case 'WithdrawWord':
		case 'RestoreWord':
			return [command.word];
		default:
			command satisfies never;
			return [];
	}
}

/** The text that a command begins: it bears the id of its item until the server names it. */
export function frameTextBegun(command: FrameCommand): string | undefined {
	if (command.type === 'AddTerm') return command.term;
	return command.type === 'AddWord' ? command.word : undefined;
}
