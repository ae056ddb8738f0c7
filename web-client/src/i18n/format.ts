/** Numbers, days and "a while ago" in a language. Times are epoch milliseconds. */

/** One for each language: to make it takes the browser a hundred times as long as to use it. */
function kept<F>(make: (locale: string) => F): (locale: string) => F {
	const made = new Map<string, F>();
	return (locale) => {
		const format = made.get(locale) ?? make(locale);
		made.set(locale, format);
		return format;
	};
}

const numbers = kept((locale) => new Intl.NumberFormat(locale));
const decimals = kept((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
const days = kept(
	(locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }),
);
const moments = kept(
	(locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }),
);
const whiles = kept((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
const lists = kept((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));

export const number = (value: number, locale: string): string => numbers(locale).format(value);

/** With one digit behind the comma, or none: "7,4", "8". */
export const decimal = (value: number, locale: string): string => decimals(locale).format(value);

export const day = (at: number, locale: string): string => days(locale).format(at);

export const moment = (at: number, locale: string): string => moments(locale).format(at);

const units: [Intl.RelativeTimeFormatUnit, number][] = [
	['year', 31_536_000],
	['month', 2_592_000],
	['week', 604_800],
	['day', 86_400],
	['hour', 3_600],
	['minute', 60],
];

/** "il y a 3 minutes"; under a minute, and for a clock that is ahead, "maintenant". */
export function ago(at: number, now: number, locale: string): string {
	const words = whiles(locale);
	const seconds = Math.floor((now - at) / 1000);
	for (const [unit, size] of units)
		if (seconds >= size) return words.format(-Math.floor(seconds / size), unit);
	return words.format(0, 'second');
}

/** "Léa, Samir et 3 autres" is left to the messages; this joins what is named in full. */
export const list = (names: string[], locale: string): string => lists(locale).format(names);
