/** What the server says to a command about a finding, in a few lines. */
import Delta from '../../text/delta';
import type { DiagnosisCommand, TableEvent, TableState } from '../../wire/messages';
import type { Refusal } from '../authority.test-support';
import { json } from '../fold/texts';

const INVALID = { code: 'command.invalid' };
const OPEN = ['MoveFinding', 'AgreeFinding', 'TakeBackAgreement', 'UnmergeFinding'];

export function brokenFinding(
	state: TableState,
	command: DiagnosisCommand,
	by: string,
): Refusal | undefined {
	const found = state.findings.find(({ id }) => id === command.finding);
	if (command.type === 'AddFinding') {
		return found === undefined ? undefined : INVALID;
	}
	if (command.type === 'MergeFindings') {
		return found === undefined ? brokenParents(state, command.parents) : INVALID;
	}
	if (found === undefined || (command.type === 'UnmergeFinding' && found.parents === undefined)) {
		return INVALID;
	}
	if (found.mergedInto !== undefined) {
		return { code: 'finding.merged' };
	}
	return OPEN.includes(command.type) || found.by === by ? undefined : { code: 'rights.own' };
}

function brokenParents(state: TableState, parents: string[]): Refusal | undefined {
	for (const parent of parents) {
		const found = state.findings.find(({ id }) => id === parent);
		if (found === undefined || found.withdrawn) {
			return INVALID;
		}
		if (found.mergedInto !== undefined) {
			return { code: 'finding.merged' };
		}
	}
	return undefined;
}

export function decidedFinding(state: TableState, command: DiagnosisCommand): TableEvent[] {
	switch (command.type) {
		case 'AddFinding': {
			const { finding, kind, title } = command;
			return [{ type: 'FindingAdded', finding, kind, title, text: finding }];
		}
		case 'RenameFinding':
			return [{ ...command, type: 'FindingRenamed' }];
		case 'RetypeFinding':
			return [{ ...command, type: 'FindingRetyped' }];
		case 'SourceFinding':
			return [{ ...command, type: 'FindingSourced' }];
		case 'MoveFinding':
			return [{ ...command, type: 'FindingMoved' }];
		case 'WithdrawFinding':
			return [{ ...command, type: 'FindingWithdrawn' }];
		case 'RestoreFinding':
			return [{ ...command, type: 'FindingRestored' }];
		case 'AgreeFinding':
			return [{ ...command, type: 'FindingAgreed' }];
		case 'TakeBackAgreement':
			return [{ ...command, type: 'AgreementTakenBack' }];
		case 'MergeFindings': {
			const text = command.finding;
			const made = { ...command, type: 'FindingsMerged' as const, text };
			const delta = words(state, command.parents);
			return delta.ops.length === 0
				? [made]
				: [made, { type: 'TextEdited', text, delta: json(delta) }];
		}
		case 'UnmergeFinding':
			return [{ ...command, type: 'FindingUnmerged' }];
	}
}

/** The parents' texts one after the other; the last line break is that of the new text. */
function words(state: TableState, parents: string[]): Delta {
	const texts = parents.map((parent) => new Delta(state.texts[parent]?.ops ?? []));
	const whole = texts
		.filter((one) => one.length() > 1)
		.reduce((all, one) => all.concat(one), new Delta());
	return whole.length() === 0 ? whole : whole.slice(0, whole.length() - 1);
}
