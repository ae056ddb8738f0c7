import { mayShape } from '../people/rights';
import type { Proposal, You } from '../wire/messages';

/** Say what a proposal answers, who carries it and what it would take: its author, who carries it, the scribe, the facilitator. */
export function mayBrief(you: You | undefined, proposal: Proposal): boolean {
	const carries = you?.role === 'participant' && proposal.carriedBy.includes(you.id);
	return carries || mayShape(you, proposal);
}
