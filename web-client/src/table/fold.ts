/** The table after one more commit: a pure fold, the same as the server's, area by area. */
import type { Commit, TableEvent, TableState } from '../wire/messages';
import { challengeEvents } from '../wire/messages/challenges';
import { diagnosisEvents } from '../wire/messages/diagnosis';
import { memberEvents } from '../wire/messages/members';
import { frameEvents } from '../wire/messages/frame';
import { textEvents } from '../wire/messages/texts';
import { afterChallenge, challengeItemsOf } from './fold/challenges';
import { afterDiagnosis } from './fold/diagnosis';
import { afterMember } from './fold/members';
import { afterFrame } from './fold/frame';
import { afterText } from './fold/texts';

/** Of known events alone: whoever meets another stops before it is folded. */
export function after(state: TableState, commit: Commit): TableState {
	return commit.events.reduce((now, event) => afterEvent(now, event, commit), state);
}

function afterEvent(state: TableState, event: TableEvent, commit: Commit): TableState {
	if (textEvents.has(event)) return afterText(state, event);
	if (memberEvents.has(event)) return afterMember(state, event);
	if (frameEvents.has(event)) return afterFrame(state, event);
	if (diagnosisEvents.has(event)) return afterDiagnosis(state, event, commit);
	if (challengeEvents.has(event)) return afterChallenge(state, event, commit);
	event satisfies never;
	return state;
}

/** The items that an event says something new of, by their ids; none where it is of no item. */
export function itemsOf(event: TableEvent): string[] {
	if (textEvents.has(event)) return [event.text];
	if (memberEvents.has(event)) return [];
	if (frameEvents.has(event)) return [];
	if (diagnosisEvents.has(event)) return [event.finding];
	if (challengeEvents.has(event)) return challengeItemsOf(event);
	event satisfies never;
	return [];
}

/** The text that an event begins: every event that brings a text along names it. */
export function textBegunBy(event: TableEvent): string | undefined {
	return !textEvents.has(event) && 'text' in event ? event.text : undefined;
}
