import Delta from '../../text/delta';
import type { Proposal, ProposalCommand, TableState } from '../../wire/messages';
import { answer } from '../fold/amendments';
import {
	begun,
	carrierNamed,
	closed,
	disputed,
	dissenting,
	including,
	leaving,
	lifted,
	positioned,
	stripShown,
	suggested,
} from '../fold/proposals';
import { json, withText } from '../fold/texts';
import { added, changed, given, listed, moved, putting, restored, withdrawn } from '../items';
import type { Author } from '../predict';

export function predictedProposal(
	state: TableState,
	command: ProposalCommand,
	{ id: by, at }: Author,
): TableState {
	const { proposals } = state;
	const put = (list: Proposal[]) => putting(state, 'proposals', list);
	const change = (id: string, how: (one: Proposal) => Proposal) => put(changed(proposals, id, how));
	switch (command.type) {
		case 'AddProposal':
			return starting(state, command.proposal, command.title, { id: by, at });
		case 'RenameProposal':
			return change(command.proposal, (one) => ({ ...one, title: command.title }));
		case 'MoveProposal':
			return put(moved(proposals, command.proposal, command.before));
		case 'WithdrawProposal':
			return put(withdrawn(proposals, command.proposal));
		case 'RestoreProposal':
			return put(restored(proposals, command.proposal));
		case 'LinkProposal':
			return change(command.proposal, (one) => ({
				...one,
				links: including(one.links, command.item),
			}));
		case 'UnlinkProposal':
			return change(command.proposal, (one) => ({
				...one,
				links: leaving(one.links, command.item),
			}));
		case 'CarryProposal':
			return change(command.proposal, (one) => ({
				...one,
				carriedBy: including(one.carriedBy, by),
			}));
		case 'StopCarrying':
			return change(command.proposal, (one) => ({ ...one, carriedBy: leaving(one.carriedBy, by) }));
		case 'NameCarrier':
			return change(command.proposal, (one) => carrierNamed(one, command.carrier));
		case 'SetCompetence':
			return change(command.proposal, (one) => ({ ...one, competence: command.level }));
		case 'SetMeans':
			return change(command.proposal, (one) => ({ ...one, means: command.means }));
		case 'SuggestAmendment': {
			// Where the text has changed since `base`, its place is the server's to tell, in a moment.
			const { amendment: id, delta, reason } = command;
			return change(command.proposal, (one) => suggested(one, { id, by, at, delta, reason }));
		}
		case 'AcceptAmendment': {
			// What it does to the text comes with the commit: only there is its order known.
			const given = answer(by, at, command.reason);
			return put(closed(proposals, command.amendment, 'accepted', given));
		}
		case 'DeclineAmendment': {
			const given = answer(by, at, command.reason);
			return put(closed(proposals, command.amendment, 'declined', given));
		}
		case 'WithdrawAmendment':
			return put(closed(proposals, command.amendment, 'withdrawn', answer(by, at)));
		case 'ProposeDeclined':
			return grown(state, command, { id: by, at });
		case 'TakePosition': {
			const { position, reason, wouldLift, seen } = command;
			return change(command.proposal, (one) =>
				positioned(one, {
					by,
					position,
					...given({ reason, wouldLift }),
					textSeq: Math.min(seen, one.textSeq),
					at,
				}),
			);
		}
		case 'ShowStrip':
			return putting(state, 'strips', stripShown(state.strips, by, command.shown));
		case 'MaintainDisagreement': {
			const { disagreement: id, reason } = command;
			return change(command.proposal, (one) => disputed(one, { id, by, at, reason }));
		}
		case 'LiftDisagreement':
			return put(lifted(proposals, command.disagreement, answer(by, at, command.reason)));
		case 'RecordDissent': {
			const { dissent } = command;
			return change(command.proposal, (one) => dissenting(one, { by, dissent, at }));
		}
		default:
			command satisfies never;
			return state;
	}
}

/** The number of the commit is not known yet; whatever is read of the text so far has been read. */
function starting(state: TableState, id: string, title: string, { id: by, at }: Author) {
	if (listed(state.proposals, id)) {
		return state;
	}
	const proposal = begun(state, { id, title, text: id }, { by, at, seq: 0 });
	return withText(putting(state, 'proposals', added(state.proposals, proposal)), id);
}

function grown(
	state: TableState,
	{ proposal, amendment, title }: ProposalCommand & { type: 'ProposeDeclined' },
	author: Author,
): TableState {
	const home = state.proposals.find(({ amendments }) => amendments.some((a) => a.id === amendment));
	const wanted = home?.amendments.find(({ id }) => id === amendment);
	const next = starting(state, proposal, title, author);
	if (home === undefined || wanted === undefined || next === state) {
		return next;
	}
	const proposals = changed(next.proposals, proposal, (one) => ({ ...one, grownFrom: amendment }));
	const text = new Delta(state.texts[home.text]?.ops).compose(new Delta(wanted.delta.ops));
	return { ...next, proposals, texts: { ...next.texts, [proposal]: json(text) } };
}

export function proposalSubjects(command: ProposalCommand): string[] {
	switch (command.type) {
		case 'MoveProposal':
			return command.before === undefined ? [command.proposal] : [command.proposal, command.before];
		case 'AddProposal':
		case 'RenameProposal':
		case 'WithdrawProposal':
		case 'RestoreProposal':
		case 'LinkProposal':
		case 'UnlinkProposal':
		case 'CarryProposal':
		case 'StopCarrying':
		case 'NameCarrier':
		case 'SetCompetence':
		case 'SetMeans':
		case 'TakePosition':
		case 'RecordDissent':
			return [command.proposal];
		case 'SuggestAmendment':
		case 'ProposeDeclined':
			return [command.proposal, command.amendment];
		case 'AcceptAmendment':
		case 'DeclineAmendment':
		case 'WithdrawAmendment':
			return [command.amendment];
		case 'MaintainDisagreement':
			return [command.proposal, command.disagreement];
		case 'LiftDisagreement':
			return [command.disagreement];
		case 'ShowStrip':
			return ['strip'];
		default:
			command satisfies never;
			return [];
	}
}

/** The text that a command begins: a proposal's text bears its proposal's id until the server names it. */
export function proposalTextBegun(command: ProposalCommand): string | undefined {
	return command.type === 'AddProposal' || command.type === 'ProposeDeclined'
		? command.proposal
		: undefined;
}
