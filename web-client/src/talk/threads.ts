/** What is said about items, thread by thread. */
import type { Comment } from '../wire/messages';

export interface Thread {
	first: Comment;
	/** In the order they came. */
	answers: Comment[];
}

/** The threads about one item, each list in the order they were begun. */
export interface Threads {
	open: Thread[];
	resolved: Thread[];
	/** Nothing in them stands any more. */
	withdrawn: Thread[];
}

export const NO_THREADS: Threads = { open: [], resolved: [], withdrawn: [] };

/** All threads of a table by the item they are about. */
export function threadsByItem(comments: readonly Comment[]): ReadonlyMap<string, Threads> {
	const threads = new Map<string, Thread>();
	for (const one of comments) {
		if (one.to === undefined) threads.set(one.id, { first: one, answers: [] });
		else threads.get(one.to)?.answers.push(one);
	}
	const items = new Map<string, Threads>();
	for (const thread of threads.values()) {
		const { on } = thread.first;
		const known = items.get(on) ?? { open: [], resolved: [], withdrawn: [] };
		known[standing(thread)].push(thread);
		items.set(on, known);
	}
	return items;
}

function standing({ first, answers }: Thread): keyof Threads {
	if ([first, ...answers].every(({ withdrawn }) => withdrawn)) return 'withdrawn';
	return first.resolved ? 'resolved' : 'open';
}

/** Whether the comments are the same ones, in the same threads. */
export function areSame(some: Threads, others: Threads): boolean {
	return (['open', 'resolved', 'withdrawn'] as const).every((standing) =>
		isSameList(some[standing], others[standing], (one, other) =>
			isSameList([one.first, ...one.answers], [other.first, ...other.answers], Object.is),
		),
	);
}

function isSameList<T>(
	some: readonly T[],
	others: readonly T[],
	same: (one: T, other: T) => boolean,
): boolean {
	return some.length === others.length && some.every((one, at) => same(one, others[at]!));
}
