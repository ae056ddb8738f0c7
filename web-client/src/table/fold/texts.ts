/** Texts after one more event, and what is needed wherever an item brings a text with it. */
import Delta from '../../text/delta';
import type { DeltaJson, OpJson, TableState, TextEvent } from '../../wire/messages';

/** What a text is before anyone wrote in it. */
export const EMPTY_TEXT: DeltaJson = { ops: [{ insert: '\n' }] };

export function afterText(state: TableState, event: TextEvent): TableState {
	switch (event.type) {
		case 'TextEdited': {
			const before = state.texts[event.text] ?? EMPTY_TEXT;
			const whole = new Delta(before.ops).compose(new Delta(event.delta.ops));
			return { ...state, texts: { ...state.texts, [event.text]: json(whole) } };
		}
		default:
			event.type satisfies never;
			return state;
	}
}

/** The state with one text more, still empty. */
export function withText(state: TableState, text: string): TableState {
	return { ...state, texts: { ...state.texts, [text]: EMPTY_TEXT } };
}

/** A Delta as it travels. The contract allows only what `OpJson` names, so the ops are of that shape. */
export function json(delta: Delta): DeltaJson {
	return { ops: delta.ops as OpJson[] };
}
