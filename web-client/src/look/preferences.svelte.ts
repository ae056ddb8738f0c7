/** What a person wants to hear of what others do. */
export type Hearing = 'all' | 'mine' | 'off';

const hearingKey = 'tablee.hearing';
const plainKey = 'tablee.plain';

/** Where storage is refused (a strict private window), choices hold for this page alone. */
function recall(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}
function remember(key: string, value: string): void {
	try {
		localStorage.setItem(key, value);
	} catch {
		// See above.
	}
}

/** One's own choices, kept in this browser. */
export class Preferences {
	#hearing = $state<Hearing>(hearingOf(recall(hearingKey)));
	#plain = $state(recall(plainKey) === 'yes');

	get hearing(): Hearing {
		return this.#hearing;
	}
	set hearing(hearing: Hearing) {
		this.#hearing = hearing;
		remember(hearingKey, hearing);
	}

	/** To write in a plain field of letters instead of the rich editor. */
	get plain(): boolean {
		return this.#plain;
	}
	set plain(plain: boolean) {
		this.#plain = plain;
		remember(plainKey, plain ? 'yes' : 'no');
	}
}

const hearingOf = (kept: string | null): Hearing =>
	kept === 'mine' || kept === 'off' ? kept : 'all';
