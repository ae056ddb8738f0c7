import type { Command, Finding, FindingKind } from '../wire/messages';

/** What a form says of a finding. */
export interface Draft {
	kind: FindingKind;
	title: string;
	source: string;
}

/** The commands that turn a finding into its draft: none for what stays as it is. */
export function changing(finding: Finding, draft: Draft): Command[] {
	const { id } = finding;
	const commands: Command[] = [];
	if (draft.title !== finding.title)
		commands.push({ type: 'RenameFinding', finding: id, title: draft.title });
	if (draft.kind !== finding.kind)
		commands.push({ type: 'RetypeFinding', finding: id, kind: draft.kind });
	if (draft.source !== (finding.source ?? ''))
		commands.push({ type: 'SourceFinding', finding: id, source: draft.source });
	return commands;
}

export function adding(id: string, { kind, title, source }: Draft): Command[] {
	const commands: Command[] = [{ type: 'AddFinding', finding: id, kind, title }];
	if (source) commands.push({ type: 'SourceFinding', finding: id, source });
	return commands;
}
