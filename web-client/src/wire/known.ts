/** The types of frames, commands and events that this client knows, as values. */
import { challengeCommands, challengeEvents } from './messages/challenges';
import { diagnosisCommands, diagnosisEvents } from './messages/diagnosis';
import { memberCommands, memberEvents } from './messages/members';
import { frameCommands, frameEvents } from './messages/frame';
import { talkCommands, talkEvents } from './messages/talk';
import { proposalCommands, proposalEvents } from './messages/proposals';
import { roundCommands, roundEvents } from './messages/rounds';
import { voteCommands, voteEvents } from './messages/votes';
import { textCommands, textEvents } from './messages/texts';
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
	...textCommands.types,
	...frameCommands.types,
	...diagnosisCommands.types,
	...challengeCommands.types,
	...talkCommands.types,
	...memberCommands.types,
	...proposalCommands.types,
	...roundCommands.types,
	...voteCommands.types,
});

export const EVENTS = all<TableEvent>({
	...textEvents.types,
	...memberEvents.types,
	...frameEvents.types,
	...diagnosisEvents.types,
	...challengeEvents.types,
	...talkEvents.types,
	...proposalEvents.types,
	...roundEvents.types,
	...voteEvents.types,
});
