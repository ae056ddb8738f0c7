import type { Closed } from '../wire/connection';
import type { Seat } from './seat';

/** The server answers and lets nobody more in: `full`, the table; `crowded`, this person's pages. */
type Away = 'offline' | 'full' | 'crowded';

/** Whether what was typed is safe. `pending`: what has not got through; `seq`: the last stored commit. */
export interface Saving {
	/** `unread`: what was written waits here until the frame is read. */
	kind: 'connecting' | 'saved' | 'saving' | 'unread' | Away | 'checking' | 'parted' | 'closed';
	pending: number;
	seq: number;
	/** What has not got through is gone with the page: this browser keeps nothing. */
	fleeting?: true;
	/** Why it is closed. */
	reason?: Closed;
	/** The commit that is damaged, where that is why. */
	damaged?: number;
}

export function savingOf({ connection, seq, confirmed, drafts, isUnread }: Seat): Saving {
	const { reach, isLost } = connection;
	const { pending, parted } = drafts;
	const known = { pending, seq, ...(drafts.outbox.fleeting ? { fleeting: true as const } : {}) };
	switch (reach.kind) {
		case 'closed':
			return {
				kind: 'closed',
				...known,
				reason: reach.reason,
				...(reach.damaged === undefined ? {} : { damaged: reach.damaged }),
			};
		case 'offline':
			return { kind: away(connection), ...known };
		case 'checking':
			return { kind: reach.kind, ...known };
		case 'connecting':
			// Trying again every few seconds is nothing new to who is offline.
			return { kind: isLost ? away(connection) : 'connecting', ...known };
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

/** The line is down, or it holds and the server said to come back later. */
function away({ turnedAway }: Seat['connection']): Away {
	switch (turnedAway) {
		case 'table.full':
			return 'full';
		case 'rate.limited':
			return 'crowded';
		default:
			return 'offline';
	}
}
