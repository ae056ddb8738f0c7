/** What the table agreed before it starts, after one more event. */
import type {
	Commit,
	Contest,
	Frame,
	FrameEvent,
	ListName,
	Phase,
	Planned,
	TableState,
	Term,
} from '../../wire/messages';
import { added, changed, given, moved, putting, restored, withdrawn, without } from '../items';
import { withText } from './texts';

export const phases: Phase[] = ['frame', 'diagnosis', 'debate', 'proposals', 'follow-up', 'review'];

/** The phase that a list belongs to. */
const home: Record<ListName, Phase> = {
	terms: 'frame',
	glossary: 'frame',
	findings: 'diagnosis',
	challenges: 'debate',
	proposals: 'proposals',
};

export function afterFrame(state: TableState, event: FrameEvent, commit: Commit): TableState {
	const { by, at } = commit;
	const { terms, glossary, frame } = state;
	switch (event.type) {
		case 'PhaseMoved':
			return { ...state, phase: event.phase };
		case 'PhasePlanned': {
			const { phase, from, until } = event;
			return { ...state, calendar: planned(state.calendar, { phase, ...given({ from, until }) }) };
		}
		case 'ListOpened':
			return { ...state, lists: without(state.lists, event.list) };
		case 'ListClosed':
			return { ...state, lists: { ...state.lists, [event.list]: 'closed' } };
		case 'ListPutAside':
			return { ...state, lists: { ...state.lists, [event.list]: 'aside' } };
		case 'TermAdded': {
			const { term: id, section, title, text } = event;
			const late = lateness(state, 'terms');
			const term: Term = { id, section, title, text, status: 'open', by, at, ...late };
			return withText(puttingTerms(state, added(terms, term)), text);
		}
		case 'TermRenamed':
			return puttingTerms(
				state,
				changed(terms, event.term, (one) => ({ ...one, title: event.title })),
			);
		case 'TermMoved':
			return puttingTerms(state, moved(terms, event.term, event.before));
		case 'TermWithdrawn':
			return puttingTerms(state, withdrawn(terms, event.term));
		case 'TermRestored':
			return puttingTerms(state, restored(terms, event.term));
		case 'TermSettled':
			return puttingTerms(
				state,
				changed(terms, event.term, (one) => settled(one, event)),
			);
		case 'TermContested': {
			const { contest: id, term, reason } = event;
			const contests = added(frame.contests, { id, term, reason, by, at });
			return puttingContests(state, contests);
		}
		case 'ContestAnswered': {
			const { outcome, answer: words } = event;
			const answer = { outcome, words, by, at };
			return puttingContests(
				state,
				changed(frame.contests, event.contest, (one) => ({ ...one, answer })),
			);
		}
		case 'ContestWithdrawn':
			return puttingContests(state, withdrawn(frame.contests, event.contest));
		case 'ScopeSaid': {
			const { decides, leaves } = event;
			const unsaid = without(without(frame, 'decides'), 'leaves');
			return { ...state, frame: changedFrame({ ...unsaid, ...given({ decides, leaves }) }) };
		}
		case 'FramePublished': {
			const read = readBy(without(frame, 'changed'), by, commit.seq);
			return { ...state, frame: { ...read, published: commit.seq } };
		}
		case 'FrameAcknowledged':
			return { ...state, frame: readBy(frame, by, event.frame) };
		case 'WordAdded': {
			const { word: id, written, text } = event;
			const word = { id, written, text, by, at, ...lateness(state, 'glossary') };
			return withText(putting(state, 'glossary', added(glossary, word)), text);
		}
		case 'WordRewritten': {
			const { word, written } = event;
			return putting(
				state,
				'glossary',
				changed(glossary, word, (one) => ({ ...one, written })),
			);
		}
		case 'WordWithdrawn':
			return putting(state, 'glossary', withdrawn(glossary, event.word));
		case 'WordRestored':
			return putting(state, 'glossary', restored(glossary, event.word));
		default:
			event satisfies never;
			return state;
	}
}

/** The table after a change of a text, which may be a term's: the frame says something else. */
export function afterFrameEdited(state: TableState, text: string): TableState {
	const { frame } = state;
	// Most texts are of no term: a published frame is marked once, and asked no more.
	if (frame.published === undefined || frame.changed) return state;
	const isOfFrame = state.terms.some((term) => term.text === text);
	return isOfFrame ? { ...state, frame: changedFrame(frame) } : state;
}

/** The mark of an item that is added now, after the phase its list belongs to. */
export function lateness({ phase }: TableState, list: ListName): { late?: true } {
	return phases.indexOf(phase) > phases.indexOf(home[list]) ? { late: true } : {};
}

function planned(calendar: Planned[], next: Planned): Planned[] {
	const others = calendar.filter(({ phase }) => phase !== next.phase);
	const all = next.from === undefined && next.until === undefined ? others : [...others, next];
	return [...all].sort((one, other) => phases.indexOf(one.phase) - phases.indexOf(other.phase));
}

function settled(term: Term, event: FrameEvent & { type: 'TermSettled' }): Term {
	const { status, holder, reason, until } = event;
	const unsaid = without(without(without(term, 'holder'), 'reason'), 'until');
	return { ...unsaid, status, ...given({ holder, reason, until }) };
}

function puttingTerms(state: TableState, terms: Term[]): TableState {
	return terms === state.terms ? state : { ...state, terms, frame: changedFrame(state.frame) };
}

function puttingContests(state: TableState, contests: Contest[]): TableState {
	return contests === state.frame.contests
		? state
		: { ...state, frame: { ...state.frame, contests } };
}

function changedFrame(frame: Frame): Frame {
	return frame.published === undefined ? frame : { ...frame, changed: true };
}

function readBy(frame: Frame, participant: string, seq: number): Frame {
	const others = frame.acknowledged.filter((one) => one.participant !== participant);
	const all = [...others, { participant, frame: seq }];
	const acknowledged = all.sort((one, other) => (one.participant < other.participant ? -1 : 1));
	return { ...frame, acknowledged };
}
