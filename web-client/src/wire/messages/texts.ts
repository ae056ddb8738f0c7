/** Rich texts that several people write in at once; each belongs to one item. */
import { family } from './family';

/** A Quill Delta as it travels. A document ends in "\n"; a change may also delete and retain. */
export interface DeltaJson {
	ops: OpJson[];
}
export interface OpJson {
	insert?: string;
	delete?: number;
	retain?: number;
	attributes?: Record<string, string | number | boolean | null>;
}

export interface TextsState {
	texts: Record<string, DeltaJson>;
}

/** `base`: the number of the commit that the change was made on. */
export type TextCommand = { type: 'EditText'; text: string; base: number; delta: DeltaJson };

export type TextEvent = { type: 'TextEdited'; text: string; delta: DeltaJson };

export const textCommands = family<TextCommand>({
	EditText: true,
});

export const textEvents = family<TextEvent>({
	TextEdited: true,
});
