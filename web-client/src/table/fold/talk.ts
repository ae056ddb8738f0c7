/** What is said about items after one more event. */
import Delta from '../../text/delta';
import type { Comment, Commit, DeltaJson, TableState, TalkEvent } from '../../wire/messages';
import { added, changed, given, putting, restored, withdrawn, without } from '../items';

export function afterTalk(state: TableState, event: TalkEvent, { by, at }: Commit): TableState {
	const { comments } = state;
	const put = (list: Comment[]) => putting(state, 'comments', list);
	switch (event.type) {
		case 'CommentAdded': {
			const { comment: id, on, kind, words, to, anchor } = event;
			const all = added(comments, { id, on, kind, words, by, at, ...given({ to, anchor }) });
			// An answer reopens its thread: who settled it could not have known.
			return put(to === undefined ? all : reopened(all, to));
		}
		case 'CommentReworded': {
			const { comment, words } = event;
			return put(changed(comments, comment, (one) => ({ ...one, words, reworded: at })));
		}
		case 'CommentWithdrawn':
			return put(withdrawn(comments, event.comment));
		case 'CommentRestored':
			return put(restored(comments, event.comment));
		case 'ThreadResolved':
			return put(changed(comments, event.comment, (one) => ({ ...one, resolved: { by, at } })));
		case 'ThreadReopened':
			return put(reopened(comments, event.comment));
		default:
			event satisfies never;
			return state;
	}
}

/** The comments after a change of a text: the passages that stand in it go along. */
export function carried(comments: Comment[], text: string, change: DeltaJson): Comment[] {
	if (!comments.some((one) => one.on === text && one.anchor)) {
		return comments;
	}
	const delta = new Delta(change.ops);
	return comments.map((one) =>
		one.on === text && one.anchor ? { ...one, anchor: along(one.anchor, delta) } : one,
	);
}

/**
 * A stretch of a text after a change of it: what is inserted at either edge stays outside, what is
 * inserted within belongs to it.
 */
export function along<A extends { index: number; length: number }>(anchor: A, change: Delta): A {
	const start = change.transformPosition(anchor.index, false);
	const end = change.transformPosition(anchor.index + anchor.length, true);
	return end <= start
		? { ...anchor, index: Math.min(start, end), length: 0 }
		: { ...anchor, index: start, length: end - start };
}

function reopened(comments: Comment[], thread: string): Comment[] {
	return changed(comments, thread, (one) => without(one, 'resolved'));
}
