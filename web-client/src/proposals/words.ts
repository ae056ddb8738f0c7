import { m } from '../i18n/generated/messages.js';
import type { Certainty, Competence, MeansKind } from '../wire/messages';
import type { Range } from './means';

export function rangeWords(range: Range): string {
	if ('exactly' in range) return range.exactly;
	if (!('from' in range)) return m.means_at_most(range);
	return 'to' in range ? m.means_between(range) : m.means_at_least(range);
}

export const competenceWords: Record<Competence, () => string> = {
	municipality: m.competence_municipality,
	intermunicipality: m.competence_intermunicipality,
	department: m.competence_department,
	region: m.competence_region,
	state: m.competence_state,
	europe: m.competence_europe,
	none: m.competence_none,
};

export const meansWords: Record<MeansKind, () => string> = {
	money: m.means_money,
	hours: m.means_hours,
	people: m.means_people,
	premises: m.means_premises,
	data: m.means_data,
	other: m.means_other,
};

export const certaintyWords: Record<Certainty, () => string> = {
	known: m.certainty_known,
	estimated: m.certainty_estimated,
	withheld: m.certainty_withheld,
};
