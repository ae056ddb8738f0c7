/** The challenges after one more event. */
import type {
	Challenge,
	ChallengeEvent,
	Commit,
	Rated,
	RatingValue,
	TableState,
} from '../../wire/messages';
import { added, changed, given, moved, putting, restored, withdrawn, without } from '../items';
import { lateness } from './frame';
import { withText } from './texts';

export function afterChallenge(
	state: TableState,
	event: ChallengeEvent,
	{ by, at }: Commit,
): TableState {
	const { challenges } = state;
	const put = (list: Challenge[]) => putting(state, 'challenges', list);
	switch (event.type) {
		case 'ChallengeAdded': {
			const { challenge: id, title, text } = event;
			const late = lateness(state, 'challenges');
			return withText(put(added(challenges, { id, title, text, by, at, ...late })), text);
		}
		case 'ChallengeRenamed':
			return put(changed(challenges, event.challenge, (one) => ({ ...one, title: event.title })));
		case 'ChallengeMoved':
			return put(moved(challenges, event.challenge, event.before));
		case 'ChallengeWithdrawn':
			return put(withdrawn(challenges, event.challenge));
		case 'ChallengeRestored':
			return put(restored(challenges, event.challenge));
		case 'FindingsGathered':
			return put(gathered(challenges, event.challenge, event.findings));
		case 'FindingsReleased':
			return put(released(challenges, event.findings));
		case 'RatingOpened':
			return ratingOpened(state, event.rating, event.hidden);
		case 'RatingGiven':
			return ratingGiven(state, event.challenge, event.participant, event.commitment);
		case 'ChallengeRated': {
			const own = { by, ...given({ value: event.value }), at };
			return put(changed(challenges, event.challenge, (one) => rated(one, own)));
		}
		case 'RatingClosed':
			return ratingClosed(told(state, event.values ?? [], at));
		default:
			event satisfies never;
			return state;
	}
}

/** Behind those that stand there, and away from where they stood. */
export function gathered(list: Challenge[], challenge: string, findings: string[]): Challenge[] {
	return changed(released(list, findings), challenge, (one) => ({
		...one,
		findings: [...(one.findings ?? []), ...findings],
	}));
}

export function released(list: Challenge[], findings: string[]): Challenge[] {
	const gone = new Set(findings);
	const stand = list.some((one) => one.findings?.some((id) => gone.has(id)));
	return stand ? list.map((one) => leaving(one, gone)) : list;
}

function leaving(challenge: Challenge, gone: Set<string>): Challenge {
	const left = (challenge.findings ?? []).filter((id) => !gone.has(id));
	if (left.length === (challenge.findings ?? []).length) {
		return challenge;
	}
	return left.length === 0 ? without(challenge, 'findings') : { ...challenge, findings: left };
}

/** A finding made of others stands before the first of them that was gathered. */
export function standingIn(state: TableState, finding: string, parents: string[]): TableState {
	for (const parent of parents) {
		const home = state.challenges.find((one) => one.findings?.includes(parent));
		if (home !== undefined) {
			const findings = (home.findings ?? []).flatMap((id) =>
				id === parent ? [finding, id] : [id],
			);
			return {
				...state,
				challenges: changed(state.challenges, home.id, (one) => ({ ...one, findings })),
			};
		}
	}
	return state;
}

/** One a member: the last word takes the place of the one before. */
export function rated(challenge: Challenge, own: Rated): Challenge {
	const before = challenge.ratings ?? [];
	const ratings = before.some(({ by }) => by === own.by)
		? before.map((one) => (one.by === own.by ? own : one))
		: [...before, own];
	return { ...challenge, ratings };
}

/** The values of the rating before leave the state. */
export function ratingOpened(state: TableState, id: string, hidden: boolean): TableState {
	const latest = state.rating;
	const earlier = latest === undefined ? [] : [...(latest.earlier ?? []), latest.id];
	const challenges = state.challenges.map((one) =>
		one.ratings === undefined ? one : without(one, 'ratings'),
	);
	const rating = {
		id,
		...(hidden ? { hidden: true as const } : {}),
		open: true as const,
		...(earlier.length === 0 ? {} : { earlier }),
	};
	return { ...state, challenges, rating };
}

/** That somebody rated a challenge in a hidden rating. */
export function ratingGiven(
	state: TableState,
	challenge: string,
	who: string,
	commitment: string,
): TableState {
	const { rating } = state;
	if (rating === undefined) {
		return state;
	}
	const of = { ...rating.given?.[challenge], [who]: commitment };
	return { ...state, rating: { ...rating, given: { ...rating.given, [challenge]: of } } };
}

/** What was said in a hidden rating stands at the challenges from its closing on. */
function told(state: TableState, values: RatingValue[], at: number): TableState {
	const challenges = values.reduce(
		(list, { challenge, participant: by, value }) =>
			changed(list, challenge, (one) => rated(one, { by, ...given({ value }), at })),
		state.challenges,
	);
	return putting(state, 'challenges', challenges);
}

export function ratingClosed(state: TableState): TableState {
	return state.rating === undefined
		? state
		: { ...state, rating: without(without(state.rating, 'open'), 'given') };
}

/** The items that an event says something new of. */
export function challengeItemsOf(event: ChallengeEvent): string[] {
	if (event.type === 'FindingsGathered') return [event.challenge, ...event.findings];
	if (event.type === 'FindingsReleased') return event.findings;
	// Of the challenge it says nothing yet, and it is the server's: who rated did not change it.
	if (event.type === 'RatingGiven') return [];
	return 'challenge' in event ? [event.challenge] : [];
}
