/** The findings after one more event. */
import type { Commit, DiagnosisEvent, Finding, TableState } from '../../wire/messages';
import { added, changed, moved, putting, restored, withdrawn, without } from '../items';
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
			return put(changed(findings, event.finding, (one) => sourced(one, event.source)));
		case 'FindingMoved':
			return put(moved(findings, event.finding, event.before));
		case 'FindingWithdrawn':
			return put(withdrawn(findings, event.finding));
		case 'FindingRestored':
			return put(restored(findings, event.finding));
		default:
			event satisfies never;
			return state;
	}
}

/** An empty source takes the source away. */
export function sourced(finding: Finding, source: string): Finding {
	return source === '' ? without(finding, 'source') : { ...finding, source };
}
