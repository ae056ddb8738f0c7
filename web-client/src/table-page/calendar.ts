import { m } from '../i18n/generated/messages.js';
import { day } from '../i18n/format';
import type { Command, Phase, Planned } from '../wire/messages';

/** When a phase is meant to take place, in words. */
export function plannedWords({ from, until }: Planned, locale: string): string {
	if (from !== undefined && until !== undefined)
		return m.plan_from_until({ from: day(from, locale), until: day(until, locale) });
	if (from !== undefined) return m.plan_from({ from: day(from, locale) });
	return until === undefined ? '' : m.plan_until({ until: day(until, locale) });
}

/** The day of a time as a field for dates writes it, here where the person is. */
export function fieldOf(at: number | undefined): string {
	if (at === undefined) return '';
	const date = new Date(at);
	const two = (value: number) => String(value).padStart(2, '0');
	return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** A planned day begins at midnight and a last one ends before the next; undefined for an empty field. */
function momentOf(field: string, end: boolean): number | undefined {
	const [year, month, date] = field.split('-').map(Number);
	if (year === undefined || month === undefined || date === undefined) return undefined;
	const at = new Date(year, month - 1, end ? date + 1 : date).getTime() - (end ? 1 : 0);
	// The server knows times from 1970 on; a field half filled in is none.
	return Number.isNaN(at) || at < 0 ? undefined : at;
}

/** What a form asks; undefined where the last day comes before the first. */
export function planning(phase: Phase, first: string, last: string): Command | undefined {
	const from = momentOf(first, false);
	const until = momentOf(last, true);
	if (from !== undefined && until !== undefined && until <= from) return undefined;
	return {
		type: 'PlanPhase',
		phase,
		...(from === undefined ? {} : { from }),
		...(until === undefined ? {} : { until }),
	};
}
