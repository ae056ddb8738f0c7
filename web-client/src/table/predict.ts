/**
 * What the table will look like when one's own unanswered commands are accepted. A guess for the
 * eyes: it never refuses, and what it shows is replaced by what the server says.
 */
import type { Command, TableState } from '../wire/messages';
import { challengeCommands } from '../wire/messages/challenges';
import { diagnosisCommands } from '../wire/messages/diagnosis';
import { frameCommands } from '../wire/messages/frame';
import { memberCommands } from '../wire/messages/members';
import { talkCommands } from '../wire/messages/talk';
import { proposalCommands } from '../wire/messages/proposals';
import { roundCommands } from '../wire/messages/rounds';
import { voteCommands } from '../wire/messages/votes';
import { textCommands } from '../wire/messages/texts';
import { challengeSubjects, challengeTextBegun, predictedChallenge } from './predict/challenges';
import { diagnosisSubjects, findingTextBegun, predictedDiagnosis } from './predict/diagnosis';
import { afterMember } from './fold/members';
import { predictedTalk, talkSubjects } from './predict/talk';
import { frameSubjects, frameTextBegun, predictedFrame } from './predict/frame';
import { predictedProposal, proposalSubjects, proposalTextBegun } from './predict/proposals';
import { predictedRound, roundSubjects } from './predict/rounds';
import { predictedVote, voteSubjects } from './predict/votes';

export interface Author {
	id: string;
	/** The server's clock, as far as known. */
	at: number;
}

export function predicted(state: TableState, command: Command, author: Author): TableState {
	// Texts are carried by co-edit.ts, where an edit moves over newer commits.
	if (textCommands.has(command)) return state;
	if (frameCommands.has(command)) return predictedFrame(state, command, author);
	if (diagnosisCommands.has(command)) return predictedDiagnosis(state, command, author);
	if (challengeCommands.has(command)) return predictedChallenge(state, command, author);
	if (talkCommands.has(command)) return predictedTalk(state, command, author);
	if (memberCommands.has(command)) {
		return afterMember(state, { ...command, type: 'MandateTaken' }, { by: author.id });
	}
	if (proposalCommands.has(command)) return predictedProposal(state, command, author);
	if (roundCommands.has(command)) return predictedRound(state, command, author);
	if (voteCommands.has(command)) return predictedVote(state, command, author);
	command satisfies never;
	return state;
}

/** What a command concerns: two commands on one subject are never unanswered at the same time. */
export function subjects(command: Command): string[] {
	if (textCommands.has(command)) return [`text ${command.text}`];
	if (frameCommands.has(command)) return frameSubjects(command);
	if (diagnosisCommands.has(command)) return diagnosisSubjects(command);
	if (challengeCommands.has(command)) return challengeSubjects(command);
	if (talkCommands.has(command)) return talkSubjects(command);
	if (memberCommands.has(command)) return ['mandate'];
	if (proposalCommands.has(command)) return proposalSubjects(command);
	if (roundCommands.has(command)) return roundSubjects(command);
	if (voteCommands.has(command)) return voteSubjects(command);
	command satisfies never;
	return [];
}

/** The text that a command begins, where it adds an item that has one. */
export function textBegun(command: Command): string | undefined {
	if (textCommands.has(command)) return undefined;
	if (frameCommands.has(command)) return frameTextBegun(command);
	if (diagnosisCommands.has(command)) return findingTextBegun(command);
	if (challengeCommands.has(command)) return challengeTextBegun(command);
	if (talkCommands.has(command) || memberCommands.has(command)) return undefined;
	if (proposalCommands.has(command)) return proposalTextBegun(command);
	if (roundCommands.has(command) || voteCommands.has(command)) return undefined;
	command satisfies never;
	return undefined;
}
