/**
 * What the table will look like when one's own unanswered commands are accepted. A guess for the
 * eyes: it never refuses, and what it shows is replaced by what the server says.
 */
import type { Command, Finding, TableState } from '../wire/messages';
import { changing, EMPTY_TEXT, moving, restored, sourced } from './fold';

export interface Author {
	id: string;
	/** The server's clock, as far as known. */
	at: number;
}

export function predicted(state: TableState, command: Command, author: Author): TableState {
	switch (command.type) {
		case 'AddFinding': {
			const { finding: id, kind, title } = command;
			if (state.findings.some((one) => one.id === id)) {
				return state;
			}
			const added: Finding = { id, kind, title, text: id, by: author.id, at: author.at };
			return {
				...state,
				findings: [...state.findings, added],
				texts: { ...state.texts, [id]: EMPTY_TEXT },
			};
		}
		case 'RenameFinding':
			return changing(state, command.finding, (one) => ({ ...one, title: command.title }));
		case 'RetypeFinding':
			return changing(state, command.finding, (one) => ({ ...one, kind: command.kind }));
		case 'SourceFinding':
			return changing(state, command.finding, (one) => sourced(one, command.source));
		case 'MoveFinding':
			return moving(state, command.finding, command.before);
		case 'WithdrawFinding':
			return changing(state, command.finding, (one) => ({ ...one, withdrawn: true }));
		case 'RestoreFinding':
			return changing(state, command.finding, restored);
		case 'MovePhase':
			return { ...state, phase: command.phase };
		case 'EditText':
			// Texts are carried by co-edit.ts, where an edit moves over newer commits.
			return state;
		default:
			command satisfies never;
			return state;
	}
}

/** What a command concerns: two commands on one subject are never unanswered at the same time. */
export function subjects(command: Command): string[] {
	switch (command.type) {
		case 'MovePhase':
			return ['phase'];
		case 'EditText':
			return [`text ${command.text}`];
		case 'MoveFinding':
			return command.before === undefined ? [command.finding] : [command.finding, command.before];
		default:
			return [command.finding];
	}
}
