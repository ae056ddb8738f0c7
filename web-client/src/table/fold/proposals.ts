/** The proposals after one more event. */
import type {
	Amendment,
	Answer,
	Commit,
	Disagreement,
	Dissent,
	Position,
	Proposal,
	ProposalEvent,
	TableState,
} from '../../wire/messages';
import { added, changed, given, moved, putting, restored, withdrawn, without } from '../items';
import { answer, marked } from './amendments';
import { lateness } from './frame';
import { withText } from './texts';

/** Positions before the present one that the state keeps. */
const EARLIER_MOST = 50;

/** A proposal that was just added. */
export function begun(
	state: TableState,
	{ id, title, text }: { id: string; title: string; text: string },
	{ by, at, seq }: { by: string; at: number; seq: number },
): Proposal {
	return {
		id,
		title,
		text,
		by,
		at,
		textSeq: seq,
		links: [],
		carriedBy: [],
		means: [],
		amendments: [],
		positions: [],
		disagreements: [],
		...lateness(state, 'proposals'),
	};
}

export function afterProposal(state: TableState, event: ProposalEvent, commit: Commit): TableState {
	const { proposals } = state;
	const { by, at } = commit;
	const put = (list: Proposal[]) => putting(state, 'proposals', list);
	const change = (id: string, how: (one: Proposal) => Proposal) => put(changed(proposals, id, how));
	switch (event.type) {
		case 'ProposalAdded': {
			const { proposal: id, title, text } = event;
			return withText(put(added(proposals, begun(state, { id, title, text }, commit))), text);
		}
		case 'ProposalRenamed':
			return change(event.proposal, (one) => ({ ...one, title: event.title }));
		case 'ProposalMoved':
			return put(moved(proposals, event.proposal, event.before));
		case 'ProposalWithdrawn':
			return put(withdrawn(proposals, event.proposal));
		case 'ProposalRestored':
			return put(restored(proposals, event.proposal));
		case 'ProposalLinked':
			return change(event.proposal, (one) => ({ ...one, links: including(one.links, event.item) }));
		case 'ProposalUnlinked':
			return change(event.proposal, (one) => ({ ...one, links: leaving(one.links, event.item) }));
		case 'ProposalCarried':
			return change(event.proposal, (one) => ({ ...one, carriedBy: including(one.carriedBy, by) }));
		case 'CarryingStopped':
			return change(event.proposal, (one) => ({ ...one, carriedBy: leaving(one.carriedBy, by) }));
		case 'CarrierNamed':
			return change(event.proposal, (one) => carrierNamed(one, event.carrier));
		case 'CompetenceSet':
			return change(event.proposal, (one) => ({ ...one, competence: event.level }));
		case 'MeansSet':
			return change(event.proposal, (one) => ({ ...one, means: event.means }));
		case 'ProposalGrown':
			return change(event.proposal, (one) => ({ ...one, grownFrom: event.amendment }));
		case 'AmendmentSuggested': {
			const { amendment: id, delta, reason } = event;
			return change(event.proposal, (one) => suggested(one, { id, by, at, delta, reason }));
		}
		case 'AmendmentAccepted':
			return put(closed(proposals, event.amendment, 'accepted', answer(by, at, event.reason)));
		case 'AmendmentDeclined':
			return put(closed(proposals, event.amendment, 'declined', answer(by, at, event.reason)));
		case 'AmendmentWithdrawn':
			return put(closed(proposals, event.amendment, 'withdrawn', answer(by, at)));
		case 'PositionTaken': {
			const { position, reason, wouldLift, textSeq } = event;
			const taken = { by, position, ...given({ reason, wouldLift }), textSeq, at };
			return change(event.proposal, (one) => positioned(one, taken));
		}
		case 'StripShown':
			return putting(state, 'strips', stripShown(state.strips, by, event.shown));
		case 'DisagreementMaintained': {
			const { disagreement: id, reason } = event;
			return change(event.proposal, (one) => disputed(one, { id, by, at, reason }));
		}
		case 'DisagreementLifted':
			return put(lifted(proposals, event.disagreement, answer(by, at, event.reason)));
		case 'DissentRecorded': {
			const { dissent } = event;
			return change(event.proposal, (one) => dissenting(one, { by, dissent, at }));
		}
		default:
			event satisfies never;
			return state;
	}
}

export function including(all: string[], one: string): string[] {
	return all.includes(one) ? all : [...all, one];
}

export function leaving(all: string[], one: string): string[] {
	return all.filter((other) => other !== one);
}

/** An empty name takes the name away. */
export function carrierNamed(proposal: Proposal, carrier: string): Proposal {
	return carrier === '' ? without(proposal, 'carrier') : { ...proposal, carrier };
}

export function suggested(proposal: Proposal, amendment: Omit<Amendment, 'state'>): Proposal {
	const open = marked({ ...amendment, state: 'open' });
	return { ...proposal, amendments: added(proposal.amendments, open) };
}

export function closed(
	proposals: Proposal[],
	amendment: string,
	state: Amendment['state'],
	given: Answer,
): Proposal[] {
	const home = proposals.find(({ amendments }) => amendments.some(({ id }) => id === amendment));
	if (home === undefined) {
		return proposals;
	}
	const close = (one: Amendment) => ({ ...one, state, answer: given });
	const amendments = changed(home.amendments, amendment, close);
	return changed(proposals, home.id, (one) => ({ ...one, amendments }));
}

/** A member's new position stands where the one before stood. */
export function positioned(proposal: Proposal, taken: Position): Proposal {
	const before = proposal.positions.find(({ by }) => by === taken.by);
	if (before === undefined) {
		return { ...proposal, positions: [...proposal.positions, taken] };
	}
	const left = { position: before.position, at: before.at };
	const earlier = [...(before.earlier ?? []), left].slice(-EARLIER_MOST);
	const replace = (one: Position) => (one === before ? { ...taken, earlier } : one);
	return { ...proposal, positions: proposal.positions.map(replace) };
}

export function stripShown(strips: string[], by: string, shown: boolean): string[] {
	const others = leaving(strips, by);
	return shown ? [...others, by] : others;
}

export function disputed(proposal: Proposal, disagreement: Disagreement): Proposal {
	return { ...proposal, disagreements: added(proposal.disagreements, disagreement) };
}

/** Lifted once: the first answer stands. */
export function lifted(proposals: Proposal[], disagreement: string, answer: Answer): Proposal[] {
	const home = proposals.find(({ disagreements }) =>
		disagreements.some(({ id }) => id === disagreement),
	);
	if (home === undefined) {
		return proposals;
	}
	const lift = (one: Disagreement) => (one.lifted === undefined ? { ...one, lifted: answer } : one);
	const disagreements = changed(home.disagreements, disagreement, lift);
	return changed(proposals, home.id, (one) => ({ ...one, disagreements }));
}

/** A member's new words stand where those before stood; empty ones take them back. */
export function dissenting(proposal: Proposal, dissent: Dissent): Proposal {
	const before = proposal.dissents ?? [];
	const others = before.filter(({ by }) => by !== dissent.by);
	if (dissent.dissent === '') {
		return others.length > 0 ? { ...proposal, dissents: others } : without(proposal, 'dissents');
	}
	const replaced = before.map((one) => (one.by === dissent.by ? dissent : one));
	const dissents = others.length === before.length ? [...before, dissent] : replaced;
	return { ...proposal, dissents };
}
