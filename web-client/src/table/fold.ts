/** The table after one more commit: a pure fold, the same as the server's, area by area. */
import type { Commit, FrameEvent, TableEvent, TableState, TextEvent } from '../wire/messages';
import { challengeEvents } from '../wire/messages/challenges';
import { diagnosisEvents } from '../wire/messages/diagnosis';
import { memberEvents } from '../wire/messages/members';
import { frameEvents } from '../wire/messages/frame';
import { talkEvents } from '../wire/messages/talk';
import { proposalEvents } from '../wire/messages/proposals';
import { roundEvents } from '../wire/messages/rounds';
import { voteEvents } from '../wire/messages/votes';
import { textEvents } from '../wire/messages/texts';
import { afterChallenge, challengeItemsOf } from './fold/challenges';
import { afterEdit } from './fold/amendments';
import { afterDiagnosis } from './fold/diagnosis';
import { afterMember } from './fold/members';
import { afterFrame, afterFrameEdited } from './fold/frame';
import { counted } from './fold/contributions';
import { afterTalk, carried } from './fold/talk';
import { afterProposal } from './fold/proposals';
import { afterRound } from './fold/rounds';
import { afterVote } from './fold/votes';
import { afterText } from './fold/texts';
import { putting } from './items';

/** Of known events alone: whoever meets another stops before it is folded. */
export function after(state: TableState, commit: Commit): TableState {
	const folded = commit.events.reduce((now, event) => afterEvent(now, event, commit), state);
	return counted(folded, commit);
}

function afterEvent(state: TableState, event: TableEvent, commit: Commit): TableState {
	if (textEvents.has(event)) {
		return afterFrameEdited(followed(afterText(state, event), event, commit), event.text);
	}
	if (memberEvents.has(event)) return afterMember(state, event, commit);
	if (frameEvents.has(event)) return afterFrame(state, event, commit);
	if (diagnosisEvents.has(event)) return afterDiagnosis(state, event, commit);
	if (challengeEvents.has(event)) return afterChallenge(state, event, commit);
	if (talkEvents.has(event)) return afterTalk(state, event, commit);
	if (proposalEvents.has(event)) return afterProposal(state, event, commit);
	if (roundEvents.has(event)) return afterRound(state, event, commit);
	if (voteEvents.has(event)) return afterVote(state, event, commit);
	event satisfies never;
	return state;
}

/** Passages that comments are about, and amendments, go along with their text. */
function followed(state: TableState, event: TextEvent, commit: Commit): TableState {
	const comments = carried(state.comments, event.text, event.delta);
	return afterEdit(putting(state, 'comments', comments), event, commit);
}

/** The items that an event says something new of, by their ids; none where it is of no item. */
export function itemsOf(event: TableEvent): string[] {
	if (textEvents.has(event)) return [event.text];
	if (memberEvents.has(event)) return [];
	if (frameEvents.has(event)) return frameItems(event);
	if (diagnosisEvents.has(event)) return [event.finding];
	if (challengeEvents.has(event)) return challengeItemsOf(event);
	if (talkEvents.has(event)) return event.type === 'CommentAdded' ? [event.on] : [];
	if (proposalEvents.has(event)) return 'proposal' in event ? [event.proposal] : [];
	if (roundEvents.has(event)) return [event.round];
	if (voteEvents.has(event)) return [event.vote];
	event satisfies never;
	return [];
}

function frameItems(event: FrameEvent): string[] {
	if ('term' in event) return [event.term];
	return 'word' in event ? [event.word] : [];
}

/** The text that an event begins: every event that brings a text along names it. */
export function textBegunBy(event: TableEvent): string | undefined {
	return !textEvents.has(event) && 'text' in event ? event.text : undefined;
}
