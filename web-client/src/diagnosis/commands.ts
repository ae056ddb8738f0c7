import type { Command, Finding, FindingKind, SourceNature } from '../wire/messages';

/** What a form says of a finding. */
export interface Draft {
	kind: FindingKind;
	title: string;
	/** Empty: there is none, and so no nature and no link. */
	source: string;
	nature?: SourceNature;
	link?: string;
}

export function draftOf({ kind, title, source = '', nature, link }: Finding): Draft {
	return { kind, title, source, ...(nature ? { nature } : {}), ...(link ? { link } : {}) };
}

/** The commands that turn a finding into its draft: none for what stays as it is. */
export function changing(finding: Finding, draft: Draft): Command[] {
	const { id } = finding;
	const commands: Command[] = [];
	if (draft.title !== finding.title)
		commands.push({ type: 'RenameFinding', finding: id, title: draft.title });
	if (draft.kind !== finding.kind)
		commands.push({ type: 'RetypeFinding', finding: id, kind: draft.kind });
	const was = draftOf(finding);
	if (draft.source !== was.source || draft.nature !== was.nature || draft.link !== was.link)
		commands.push(sourcing(id, draft));
	return commands;
}

export function adding(id: string, draft: Draft): Command[] {
	const { kind, title, source } = draft;
	const commands: Command[] = [{ type: 'AddFinding', finding: id, kind, title }];
	if (source) commands.push(sourcing(id, draft));
	return commands;
}

function sourcing(finding: string, { source, nature, link }: Draft): Command {
	const command = { type: 'SourceFinding' as const, finding, source };
	if (source === '') return command;
	return { ...command, ...(nature ? { nature } : {}), ...(link ? { link } : {}) };
}
