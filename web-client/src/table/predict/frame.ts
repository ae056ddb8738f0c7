import type { FrameCommand, TableState } from '../../wire/messages';
import { afterFrame } from '../fold/frame';

export function predictedFrame(state: TableState, command: FrameCommand): TableState {
	switch (command.type) {
		case 'MovePhase':
			return afterFrame(state, { type: 'PhaseMoved', phase: command.phase });
		case 'OpenList':
			return afterFrame(state, { type: 'ListOpened', list: command.list });
		case 'CloseList':
			return afterFrame(state, { type: 'ListClosed', list: command.list });
		case 'PutListAside':
			return afterFrame(state, { type: 'ListPutAside', list: command.list });
		default:
			command satisfies never;
			return state;
	}
}

export function frameSubjects(command: FrameCommand): string[] {
	return command.type === 'MovePhase' ? ['phase'] : [`list ${command.list}`];
}
