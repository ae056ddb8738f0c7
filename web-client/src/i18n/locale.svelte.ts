import { getLocale, locales, overwriteGetLocale, setLocale } from './generated/runtime.js';

export type Locale = 'fr' | 'en';
export { locales };

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
 */
class Language {
	#current = $state<Locale>(first());

	get current(): Locale {
		return this.#current;
	}

	speak(locale: Locale): void {
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
