import { m } from '../../i18n/generated/messages.js';
import type { Stance } from '../../wire/messages';

/** From the warmest to the coldest, then those who keep out of it. */
export const stances: Stance[] = ['support', 'accept', 'reserve', 'object', 'abstain'];

/** As whoever takes it says it. */
export const ownWords: Record<Stance, () => string> = {
	support: m.stance_own_support,
	accept: m.stance_own_accept,
	reserve: m.stance_own_reserve,
	object: m.stance_own_object,
	abstain: m.stance_own_abstain,
};

/** Behind a name. */
export const stanceWords: Record<Stance, () => string> = {
	support: m.stance_support,
	accept: m.stance_accept,
	reserve: m.stance_reserve,
	object: m.stance_object,
	abstain: m.stance_abstain,
};

export const countWords: Record<Stance, (given: { count: number }) => string> = {
	support: m.stance_count_support,
	accept: m.stance_count_accept,
	reserve: m.stance_count_reserve,
	object: m.stance_count_object,
	abstain: m.stance_count_abstain,
};

/** The name of a column of figures. */
export const columnWords: Record<Stance, () => string> = {
	support: m.stance_column_support,
	accept: m.stance_column_accept,
	reserve: m.stance_column_reserve,
	object: m.stance_column_object,
	abstain: m.stance_column_abstain,
};

/** Says why, and what would lift it. */
export function isHeld(stance: Stance): stance is 'reserve' | 'object' {
	return stance === 'reserve' || stance === 'object';
}
