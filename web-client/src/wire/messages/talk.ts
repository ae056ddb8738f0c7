/** What is said about items: threads of comments, on an item or on a passage of its text. */
import { family } from './family';

export type CommentKind = 'remark' | 'question';

/** A stretch of the item's text as it stands now; of length 0 where all of it was deleted. */
export interface Anchor {
	index: number;
	length: number;
	/** The first words of the passage as they stood when it was marked. */
	quote: string;
}

export interface Comment {
	id: string;
	/** The item it is about; that item's text bears the same id. */
	on: string;
	kind: CommentKind;
	words: string;
	by: string;
	at: number;
	/** The first comment of the thread, where this is an answer. */
	to?: string;
	anchor?: Anchor;
	/** When its author last changed the words. */
	reworded?: number;
	/** Of the first comment of a thread: who settled it, and when. */
	resolved?: { by: string; at: number };
	withdrawn?: true;
}

export interface TalkState {
	comments: Comment[];
}

export type TalkCommand =
	| {
			type: 'AddComment';
			comment: string;
			on: string;
			kind: CommentKind;
			words: string;
			to?: string;
			/** Counted in the text after commit `base`. */
			anchor?: { base: number; index: number; length: number };
	  }
	| { type: 'RewordComment'; comment: string; words: string }
	| { type: 'WithdrawComment'; comment: string }
	| { type: 'RestoreComment'; comment: string }
	| { type: 'ResolveThread'; comment: string }
	| { type: 'ReopenThread'; comment: string };

export type TalkEvent =
	| {
			type: 'CommentAdded';
			comment: string;
			on: string;
			kind: CommentKind;
			words: string;
			to?: string;
			anchor?: Anchor;
	  }
	| { type: 'CommentReworded'; comment: string; words: string }
	| { type: 'CommentWithdrawn'; comment: string }
	| { type: 'CommentRestored'; comment: string }
	| { type: 'ThreadResolved'; comment: string }
	| { type: 'ThreadReopened'; comment: string };

export const talkCommands = family<TalkCommand>({
	AddComment: true,
	RewordComment: true,
	WithdrawComment: true,
	RestoreComment: true,
	ResolveThread: true,
	ReopenThread: true,
});

export const talkEvents = family<TalkEvent>({
	CommentAdded: true,
	CommentReworded: true,
	CommentWithdrawn: true,
	CommentRestored: true,
	ThreadResolved: true,
	ThreadReopened: true,
});
