/** The findings after one more event. */
import type { Commit, DiagnosisEvent, Finding, TableState } from '../../wire/messages';
import { added, changed, given, moved, putting, restored, withdrawn, without } from '../items';
import { standingIn } from './challenges';
import { lateness } from './frame';
import { withText } from './texts';

export function afterDiagnosis(
	state: TableState,
	event: DiagnosisEvent,
	{ by, at }: Commit,
): TableState {
	const { findings } = state;
	const put = (list: Finding[]) => putting(state, 'findings', list);
	switch (event.type) {
		case 'FindingAdded': {
			const { finding: id, kind, title, text } = event;
			const late = lateness(state, 'findings');
			return withText(put(added(findings, { id, kind, title, text, by, at, ...late })), text);
		}
		case 'FindingRenamed':
			return put(changed(findings, event.finding, (one) => ({ ...one, title: event.title })));
		case 'FindingRetyped':
			return put(changed(findings, event.finding, (one) => ({ ...one, kind: event.kind })));
		case 'FindingSourced':
			return put(changed(findings, event.finding, (one) => sourced(one, event)));
		case 'FindingMoved':
			return put(moved(findings, event.finding, event.before));
		case 'FindingWithdrawn':
			return put(withdrawn(findings, event.finding));
		case 'FindingRestored':
			return put(restored(findings, event.finding));
		case 'FindingAgreed':
			return put(changed(findings, event.finding, (one) => agreed(one, by)));
		case 'AgreementTakenBack':
			return put(changed(findings, event.finding, (one) => notAgreed(one, by)));
		case 'FindingsMerged': {
			const { finding: id, kind, title, text, parents } = event;
			const late = lateness(state, 'findings');
			const made = { id, kind, title, text, by, at, parents, ...late };
			return withText(merged(state, made), text);
		}
		case 'FindingUnmerged':
			return unmerged(state, event.finding);
		default:
			event satisfies never;
			return state;
	}
}

/** An empty source takes the source away, and with it its nature and its link. */
export function sourced(
	finding: Finding,
	{ source, nature, link }: Pick<DiagnosisEvent & { type: 'FindingSourced' }, SourceField>,
): Finding {
	const bare = without(without(without(finding, 'source'), 'nature'), 'link');
	return source === '' ? bare : { ...bare, source, ...given({ nature, link }) };
}

type SourceField = 'source' | 'nature' | 'link';

export function agreed(finding: Finding, who: string): Finding {
	const before = finding.agreed ?? [];
	return before.includes(who) ? finding : { ...finding, agreed: [...before, who] };
}

export function notAgreed(finding: Finding, who: string): Finding {
	const left = (finding.agreed ?? []).filter((one) => one !== who);
	return left.length === 0 ? without(finding, 'agreed') : { ...finding, agreed: left };
}

/** The new one stands where the first of its parents stands, in the list and under a challenge. */
export function merged(state: TableState, made: Finding & { parents: string[] }): TableState {
	const { id, parents } = made;
	const placed = moved(added(state.findings, made), id, parents[0]);
	const findings = parents.reduce(
		(list, parent) => changed(list, parent, (one) => ({ ...one, mergedInto: id })),
		placed,
	);
	return standingIn({ ...state, findings }, id, parents);
}

export function unmerged(state: TableState, finding: string): TableState {
	const parents = state.findings.find(({ id }) => id === finding)?.parents ?? [];
	const back = parents.reduce(
		(list, parent) => changed(list, parent, (one) => without(one, 'mergedInto')),
		state.findings,
	);
	const apart = changed(back, finding, (one) => without(one, 'parents'));
	return putting(state, 'findings', withdrawn(apart, finding));
}
