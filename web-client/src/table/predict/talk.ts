import Delta, { plainText } from '../../text/delta';
import type { Comment, TableState, TalkCommand } from '../../wire/messages';
import { afterTalk } from '../fold/talk';
import { EMPTY_TEXT } from '../fold/texts';
import { given, listed } from '../items';
import type { Author } from '../predict';

export function predictedTalk(
	state: TableState,
	command: TalkCommand,
	{ id: by, at }: Author,
): TableState {
	const commit = { seq: 0, at, by, id: '', events: [] };
	switch (command.type) {
		case 'AddComment': {
			const { comment, on, kind, words, to, anchor } = command;
			if (listed(state.comments, comment)) {
				return state;
			}
			const shown = anchor && quoted(state, on, anchor);
			const event = { comment, on, kind, words, ...given({ to, anchor: shown }) };
			return afterTalk(state, { type: 'CommentAdded', ...event }, commit);
		}
		case 'RewordComment':
			return afterTalk(state, { ...command, type: 'CommentReworded' }, commit);
		case 'WithdrawComment':
			return afterTalk(state, { ...command, type: 'CommentWithdrawn' }, commit);
		case 'RestoreComment':
			return afterTalk(state, { ...command, type: 'CommentRestored' }, commit);
		case 'ResolveThread':
			return afterTalk(state, { ...command, type: 'ThreadResolved' }, commit);
		case 'ReopenThread':
			return afterTalk(state, { ...command, type: 'ThreadReopened' }, commit);
		default:
			command satisfies never;
			return state;
	}
}

function quoted(
	{ texts }: TableState,
	on: string,
	{ index, length }: { index: number; length: number },
): Comment['anchor'] {
	const words = plainText(new Delta((texts[on] ?? EMPTY_TEXT).ops));
	return { index, length, quote: words.slice(index, index + Math.min(length, 200)) };
}

/** An answer waits for the thread it belongs to, and a comment for the item it is about. */
export function talkSubjects(command: TalkCommand): string[] {
	return command.type === 'AddComment'
		? [command.comment, command.on, ...(command.to === undefined ? [] : [command.to])]
		: [command.comment];
}
