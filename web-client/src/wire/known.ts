/** The types of frames, commands and events that this client knows, as values. */
import type { ClientFrame, Command, ServerFrame, TableEvent } from './messages';

/** Every type of `Message`, once: one left out or made up does not compile. */
function all<Message extends { type: string }>(types: Record<Message['type'], true>): Set<string> {
	return new Set(Object.keys(types));
}

export const CLIENT_FRAMES = all<ClientFrame>({ join: true, do: true, here: true, ping: true });

export const SERVER_FRAMES = all<ServerFrame>({
	welcome: true,
	commits: true,
	done: true,
	refused: true,
	people: true,
	presence: true,
	pong: true,
	goodbye: true,
});

export const COMMANDS = all<Command>({
	AddFinding: true,
	RenameFinding: true,
	RetypeFinding: true,
	SourceFinding: true,
	MoveFinding: true,
	WithdrawFinding: true,
	RestoreFinding: true,
	EditText: true,
	MovePhase: true,
});

export const EVENTS = all<TableEvent>({
	TableCreated: true,
	ParticipantJoined: true,
	RoleChanged: true,
	FindingAdded: true,
	FindingRenamed: true,
	FindingRetyped: true,
	FindingSourced: true,
	FindingMoved: true,
	FindingWithdrawn: true,
	FindingRestored: true,
	TextEdited: true,
	PhaseMoved: true,
});
