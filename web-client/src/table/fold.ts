/** The table after one more commit: a pure fold, the same as the server's. */
import type { Commit, DeltaJson, Finding, OpJson, TableEvent, TableState } from '../wire/messages';
import Delta from '../text/delta';

/** What a text is before anyone wrote in it. */
export const EMPTY_TEXT: DeltaJson = { ops: [{ insert: '\n' }] };

/** The table before its first commit, which is `TableCreated`. */
export const EMPTY_TABLE: TableState = {
	title: '',
	locale: '',
	phase: 'frame',
	colleges: [],
	participants: [],
	findings: [],
	challenges: [],
	proposals: [],
	texts: {},
};

/** Of known events alone: whoever meets another stops before it is folded. */
export function after(state: TableState, commit: Commit): TableState {
	return commit.events.reduce((now, event) => afterEvent(now, event, commit), state);
}

function afterEvent(state: TableState, event: TableEvent, { by, at }: Commit): TableState {
	switch (event.type) {
		case 'TableCreated': {
			const { title, territory, theme, locale, colleges } = event;
			return { ...EMPTY_TABLE, title, ...given({ territory, theme }), locale, colleges };
		}
		case 'ParticipantJoined': {
			const { participant: id, role, college, presence } = event;
			const others = state.participants.filter((one) => one.id !== id);
			const joined = { id, role, ...given({ college }), presence };
			return { ...state, participants: [...others, joined] };
		}
		case 'RoleChanged':
			return {
				...state,
				participants: state.participants.map((one) =>
					one.id === event.participant ? { ...one, role: event.role } : one,
				),
			};
		case 'FindingAdded': {
			const { finding: id, kind, title, text } = event;
			return {
				...state,
				findings: [...state.findings, { id, kind, title, text, by, at }],
				texts: { ...state.texts, [text]: EMPTY_TEXT },
			};
		}
		case 'FindingRenamed':
			return changing(state, event.finding, (one) => ({ ...one, title: event.title }));
		case 'FindingRetyped':
			return changing(state, event.finding, (one) => ({ ...one, kind: event.kind }));
		case 'FindingSourced':
			return changing(state, event.finding, (one) => sourced(one, event.source));
		case 'FindingMoved':
			return moving(state, event.finding, event.before);
		case 'FindingWithdrawn':
			return changing(state, event.finding, (one) => ({ ...one, withdrawn: true }));
		case 'FindingRestored':
			return changing(state, event.finding, restored);
		case 'TextEdited':
			return editing(state, event.text, event.delta);
		case 'PhaseMoved':
			return { ...state, phase: event.phase };
		default:
			event satisfies never;
			return state;
	}
}

/** Without the keys whose value is undefined: an absent field is absent. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
	const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
	return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** The list with one finding replaced; the very same state where it is not there. */
export function changing(
	state: TableState,
	finding: string,
	change: (one: Finding) => Finding,
): TableState {
	if (!state.findings.some((one) => one.id === finding)) {
		return state;
	}
	const findings = state.findings.map((one) => (one.id === finding ? change(one) : one));
	return { ...state, findings };
}

/** An empty source takes the source away. */
export function sourced(finding: Finding, source: string): Finding {
	const changed: Finding = { ...finding, source };
	if (source === '') {
		delete changed.source;
	}
	return changed;
}

export function restored(finding: Finding): Finding {
	const changed = { ...finding };
	delete changed.withdrawn;
	return changed;
}

/** Without `before`, or where it is not in the list (any more): to the end. */
export function moving(state: TableState, finding: string, before?: string): TableState {
	const moved = state.findings.find((one) => one.id === finding);
	if (moved === undefined || before === finding) {
		return state;
	}
	const others = state.findings.filter((one) => one !== moved);
	const found = others.findIndex((one) => one.id === before);
	const at = before === undefined || found < 0 ? others.length : found;
	return { ...state, findings: [...others.slice(0, at), moved, ...others.slice(at)] };
}

function editing(state: TableState, text: string, change: DeltaJson): TableState {
	const before = state.texts[text] ?? EMPTY_TEXT;
	const whole = new Delta(before.ops).compose(new Delta(change.ops));
	return { ...state, texts: { ...state.texts, [text]: json(whole) } };
}

/** A Delta as it travels. The contract allows only what `OpJson` names, so the ops are of that shape. */
export function json(delta: Delta): DeltaJson {
	return { ops: delta.ops as OpJson[] };
}
