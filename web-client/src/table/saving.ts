import type { Closed } from '../wire/connection';
import type { Seat } from './seat';

/** Whether what was typed is safe. `pending`: what has not got through; `seq`: the last stored commit. */
export interface Saving {
	/** `unread`: what was written waits here until the frame is read. */
	kind: 'connecting' | 'saved' | 'saving' | 'unread' | 'offline' | 'checking' | 'parted' | 'closed';
	pending: number;
	seq: number;
	/** Why it is closed. */
	reason?: Closed;
	/** The commit that is damaged, where that is why. */
	damaged?: number;
}

export function savingOf({ connection, seq, confirmed, drafts, isUnread }: Seat): Saving {
	const { reach, isLost } = connection;
	const { pending, parted } = drafts;
	const known = { pending, seq };
	switch (reach.kind) {
		case 'closed':
			return {
				kind: 'closed',
				...known,
				reason: reach.reason,
				...(reach.damaged === undefined ? {} : { damaged: reach.damaged }),
			};
		case 'offline':
		case 'checking':
			return { kind: reach.kind, ...known };
		case 'connecting':
			// Trying again every few seconds is nothing new to who is offline.
			return { kind: isLost ? 'offline' : 'connecting', ...known };
		case 'live':
			if (confirmed === undefined) {
				return { kind: 'connecting', ...known };
			}
			if (parted !== undefined) {
				return { kind: 'parted', ...known };
			}
			if (pending > 0) {
				return { kind: isUnread ? 'unread' : 'saving', ...known };
			}
			return { kind: 'saved', ...known };
	}
}
