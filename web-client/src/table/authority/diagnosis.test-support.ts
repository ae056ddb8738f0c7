/** What the server says to a command about a finding, in a few lines. */
import type { DiagnosisCommand, DiagnosisEvent, TableState } from '../../wire/messages';
import type { Refusal } from '../authority.test-support';

export function brokenFinding(
	state: TableState,
	command: DiagnosisCommand,
	by: string,
): Refusal | undefined {
	const found = state.findings.find(({ id }) => id === command.finding);
	if (command.type === 'AddFinding') {
		return found === undefined ? undefined : { code: 'command.invalid' };
	}
	if (found === undefined) {
		return { code: 'command.invalid' };
	}
	const open = command.type === 'MoveFinding';
	return open || found.by === by ? undefined : { code: 'rights.own' };
}

export function decidedFinding(command: DiagnosisCommand): DiagnosisEvent {
	switch (command.type) {
		case 'AddFinding': {
			const { finding, kind, title } = command;
			return { type: 'FindingAdded', finding, kind, title, text: finding };
		}
		case 'RenameFinding':
			return { ...command, type: 'FindingRenamed' };
		case 'RetypeFinding':
			return { ...command, type: 'FindingRetyped' };
		case 'SourceFinding':
			return { ...command, type: 'FindingSourced' };
		case 'MoveFinding':
			return { ...command, type: 'FindingMoved' };
		case 'WithdrawFinding':
			return { ...command, type: 'FindingWithdrawn' };
		case 'RestoreFinding':
			return { ...command, type: 'FindingRestored' };
	}
}
