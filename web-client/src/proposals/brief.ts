import type { Command, Competence, Means, Proposal } from '../wire/messages';

export const competences: Competence[] = [
	'municipality',
	'intermunicipality',
	'department',
	'region',
	'state',
	'europe',
	'none',
];

/** What a form says of a proposal beside its text. */
export interface BriefDraft {
	/** Empty where nobody has said. */
	competence: Competence | '';
	/** Empty: nobody outside carries it. */
	carrier: string;
	means: Means[];
}

export function draftOf({ competence, carrier, means }: Proposal): BriefDraft {
	return { competence: competence ?? '', carrier: carrier ?? '', means };
}

/** The commands that turn a proposal into its draft: none for what stays as it is. */
export function briefing(proposal: Proposal, draft: BriefDraft): Command[] {
	const { id } = proposal;
	const was = draftOf(proposal);
	const commands: Command[] = [];
	if (draft.competence !== '' && draft.competence !== was.competence)
		commands.push({ type: 'SetCompetence', proposal: id, level: draft.competence });
	if (draft.carrier !== was.carrier)
		commands.push({ type: 'NameCarrier', proposal: id, carrier: draft.carrier });
	if (JSON.stringify(draft.means) !== JSON.stringify(was.means))
		commands.push({ type: 'SetMeans', proposal: id, means: draft.means });
	return commands;
}
