import { mayShape } from '../people/rights';
import type { Proposal, You } from '../wire/messages';

/** Say what a proposal answers, who carries it and what it would take: its author, who carries it, the scribe, the facilitator. */
export function mayBrief(you: You | undefined, proposal: Proposal): boolean {
	const carries = you?.role === 'participant' && proposal.carriedBy.includes(you.id);
	return carries || mayShape(you, proposal);
}

/** Accept and decline its amendments: its author, who carries it, a facilitator. */
export function mayAnswer(you: You | undefined, proposal: Proposal): boolean {
	if (you === undefined) return false;
	const holds = proposal.by === you.id || proposal.carriedBy.includes(you.id);
	return (
		you.role === 'facilitator' || (holds && (you.role === 'participant' || you.role === 'scribe'))
	);
}
