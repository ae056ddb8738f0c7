import type { DiagnosisCommand, Finding, TableState } from '../../wire/messages';
import { agreed, merged, notAgreed, sourced, unmerged } from '../fold/diagnosis';
import { lateness } from '../fold/frame';
import { withText } from '../fold/texts';
import { added, changed, listed, moved, putting, restored, withdrawn } from '../items';
import type { Author } from '../predict';

export function predictedDiagnosis(
	state: TableState,
	command: DiagnosisCommand,
	{ id: by, at }: Author,
): TableState {
	const { findings } = state;
	const put = (list: Finding[]) => putting(state, 'findings', list);
	switch (command.type) {
		case 'AddFinding': {
			const { finding: id, kind, title } = command;
			if (listed(findings, id)) {
				return state;
			}
			const late = lateness(state, 'findings');
			return withText(put(added(findings, { id, kind, title, text: id, by, at, ...late })), id);
		}
		case 'RenameFinding':
			return put(changed(findings, command.finding, (one) => ({ ...one, title: command.title })));
		case 'RetypeFinding':
			return put(changed(findings, command.finding, (one) => ({ ...one, kind: command.kind })));
		case 'SourceFinding':
			return put(changed(findings, command.finding, (one) => sourced(one, command)));
		case 'MoveFinding':
			return put(moved(findings, command.finding, command.before));
		case 'WithdrawFinding':
			return put(withdrawn(findings, command.finding));
		case 'RestoreFinding':
			return put(restored(findings, command.finding));
		case 'AgreeFinding':
			return put(changed(findings, command.finding, (one) => agreed(one, by)));
		case 'TakeBackAgreement':
			return put(changed(findings, command.finding, (one) => notAgreed(one, by)));
		case 'MergeFindings': {
			const { finding: id, kind, title, parents } = command;
			if (listed(findings, id)) {
				return state;
			}
			const late = lateness(state, 'findings');
			const made = { id, kind, title, text: id, by, at, parents, ...late };
			// The server writes the parents' texts into it; until then it is empty.
			return withText(merged(state, made), id);
		}
		case 'UnmergeFinding':
			return unmerged(state, command.finding);
		default:
			command satisfies never;
			return state;
	}
}

export function diagnosisSubjects(command: DiagnosisCommand): string[] {
	switch (command.type) {
		case 'MoveFinding':
			return command.before === undefined ? [command.finding] : [command.finding, command.before];
		case 'AddFinding':
		case 'RenameFinding':
		case 'RetypeFinding':
		case 'SourceFinding':
		case 'WithdrawFinding':
		case 'RestoreFinding':
		case 'AgreeFinding':
		case 'TakeBackAgreement':
		case 'UnmergeFinding':
			return [command.finding];
		case 'MergeFindings':
			return [command.finding, ...command.parents];
		default:
			command satisfies never;
			return [];
	}
}

/** The text that a command begins: a finding's text bears its finding's id until the server names it. */
export function findingTextBegun(command: DiagnosisCommand): string | undefined {
	const begins = command.type === 'AddFinding' || command.type === 'MergeFindings';
	return begins ? command.finding : undefined;
}
