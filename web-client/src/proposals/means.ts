/** What a proposal would take: between the rows of a form, what is stored, and words. */
import type { Certainty, Means, MeansKind } from '../wire/messages';

export const meansKinds: MeansKind[] = ['money', 'hours', 'people', 'premises', 'data', 'other'];
export const certainties: Certainty[] = ['known', 'estimated', 'withheld'];

/** Rows of one proposal, at most. */
export const MEANS_MOST = 20;

/** A row as a person writes it; money in euros. */
export interface MeansRow {
	kind: MeansKind;
	certainty: Certainty;
	from: string;
	to: string;
	note: string;
}

export type MeansFault = 'number' | 'order';

export function rowOf({ kind, certainty, from, to, note }: Means): MeansRow {
	return { kind, certainty, from: written(kind, from), to: written(kind, to), note: note ?? '' };
}

function written(kind: MeansKind, amount: number | undefined): string {
	if (amount === undefined) return '';
	return String(kind === 'money' ? amount / 100 : amount).replace('.', ',');
}

/** What a row says, or what is wrong with it. A withheld figure is not told, whatever stands there. */
export function meansOf({ kind, certainty, from, to, note }: MeansRow): Means | MeansFault {
	const said = note.trim() === '' ? {} : { note: note.trim() };
	if (certainty === 'withheld') return { kind, certainty, ...said };
	const least = amountOf(kind, from);
	const most = amountOf(kind, to);
	if (least === null || most === null) return 'number';
	if (least !== undefined && most !== undefined && least > most) return 'order';
	return {
		kind,
		certainty,
		...(least === undefined ? {} : { from: least }),
		...(most === undefined ? {} : { to: most }),
		...said,
	};
}

/** Undefined where nothing is written, null where that is no amount. */
function amountOf(kind: MeansKind, words: string): number | undefined | null {
	const bare = words.replace(/[\s\u00A0\u202F€]/g, '').replace(',', '.');
	if (bare === '') return undefined;
	const fits = kind === 'money' ? /^\d{1,12}(\.\d{1,2})?$/ : /^\d{1,12}$/;
	if (!fits.test(bare)) return null;
	return kind === 'money' ? Math.round(Number(bare) * 100) : Number(bare);
}

/** What a row amounts to, for words; nothing where no figure is told. */
export type Range =
	{ from: string; to: string } | { exactly: string } | { from: string } | { to: string };

/** The figures of a row as they are written in a language. */
export function range({ kind, from, to }: Means, locale: string): Range | undefined {
	const least = from === undefined ? undefined : figure(kind, from, locale);
	const most = to === undefined ? undefined : figure(kind, to, locale);
	if (least !== undefined && most !== undefined)
		return least === most ? { exactly: most } : { from: least, to: most };
	if (least !== undefined) return { from: least };
	return most === undefined ? undefined : { to: most };
}

function figure(kind: MeansKind, amount: number, locale: string): string {
	if (kind !== 'money') return new Intl.NumberFormat(locale).format(amount);
	const digits = amount % 100 === 0 ? 0 : 2;
	return new Intl.NumberFormat(locale, {
		style: 'currency',
		currency: 'EUR',
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	}).format(amount / 100);
}
