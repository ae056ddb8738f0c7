/** Amendments that follow the text they are of, exactly as the server carries them. */
import Delta from '../../text/delta';
import type { Amendment, Commit, DeltaJson, TableState, TextEvent } from '../../wire/messages';
import { given, without } from '../items';
import { json } from './texts';

/** Whether a change leaves every text as it is. */
function changesNothing(edit: DeltaJson): boolean {
	return edit.ops.every((op) => op.retain !== undefined && isPlain(op.attributes));
}

function isPlain(attributes: object | undefined): boolean {
	return attributes === undefined || Object.keys(attributes).length === 0;
}

/** With the mark of an amendment that has nothing left to insert or delete. */
export function marked(amendment: Amendment): Amendment {
	const effectless = amendment.delta.ops.every((op) => op.retain !== undefined);
	return { ...without(amendment, 'outdated'), ...(effectless ? { outdated: true as const } : {}) };
}

/** A declined one follows as well: it may yet live on as a proposal. */
function carried(amendment: Amendment, edit: Delta): Amendment {
	if (amendment.state !== 'open' && amendment.state !== 'declined') {
		return amendment;
	}
	const delta = json(edit.transform(new Delta(amendment.delta.ops), true));
	return marked({ ...amendment, delta });
}

/** The table after an edit of some text; one that says nothing new leaves proposals as they are. */
export function afterEdit(state: TableState, event: TextEvent, { seq }: Commit): TableState {
	if (changesNothing(event.delta) || !state.proposals.some(({ text }) => text === event.text)) {
		return state;
	}
	const edit = new Delta(event.delta.ops);
	const proposals = state.proposals.map((one) =>
		one.text === event.text
			? { ...one, textSeq: seq, amendments: one.amendments.map((each) => carried(each, edit)) }
			: one,
	);
	return { ...state, proposals };
}

/** Somebody's answer to an amendment or a disagreement. */
export function answer(by: string, at: number, reason?: string) {
	return { by, at, ...given({ reason }) };
}
