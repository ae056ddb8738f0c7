import { untrack } from 'svelte';
import {
	getLocale,
	locales,
	overwriteGetLocale,
	setLocale,
	type Locale,
} from './generated/runtime.js';
import { learn, needTable } from './words';

export { locales, type Locale };

/** Where storage is refused (a strict private window), the choice holds for this page alone. */
function first(): Locale {
	try {
		return getLocale();
	} catch {
		return 'fr';
	}
}

/**
 * The language of this page: the one chosen here before, else the browser's, else French. Every message
 * reads it through the signal, so that a switch redraws the words and nothing else: no text, caret or connection is lost.
 * A language is spoken once its words are fetched: until then, and where they cannot be had, the page keeps the one it has.
 */
class Language {
	#current = $state<Locale>(first());
	/** The one asked for last: words of another that come late are not spoken. */
	#wanted = this.#current;

	get current(): Locale {
		return this.#current;
	}

	/** Nothing can be said before. */
	async ready(): Promise<void> {
		await learn(this.#current);
	}

	/** Nothing can be said at a table before. Whoever waits for it does not wait anew for each language. */
	async readyForTable(): Promise<void> {
		needTable();
		const now = () => untrack(() => this.#current);
		let learnt;
		do await learn((learnt = now()));
		while (learnt !== now());
	}

	/** @throws where its words cannot be had */
	async speak(locale: Locale): Promise<void> {
		this.#wanted = locale;
		await learn(locale);
		if (this.#wanted !== locale) return;
		try {
			void setLocale(locale, { reload: false });
		} catch {
			// Not remembered, see above.
		}
		this.#current = locale;
		document.documentElement.lang = locale;
	}
}

export const language = new Language();
overwriteGetLocale(() => language.current);
document.documentElement.lang = language.current;
