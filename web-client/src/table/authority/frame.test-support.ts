/** What the server makes of a command about the frame, in a few lines. */
import type { FrameCommand, FrameEvent } from '../../wire/messages';

export function decidedFrame(command: FrameCommand): FrameEvent {
	switch (command.type) {
		case 'MovePhase':
			return { ...command, type: 'PhaseMoved' };
		case 'OpenList':
			return { ...command, type: 'ListOpened' };
		case 'CloseList':
			return { ...command, type: 'ListClosed' };
		case 'PutListAside':
			return { ...command, type: 'ListPutAside' };
	}
}
