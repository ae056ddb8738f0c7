import { m } from '../i18n/generated/messages.js';
import { number } from '../i18n/format';
import type { IconName } from '../look/Icon.svelte';
import type { Saving } from '../table/live-table.svelte';

/** Whether what was written is safe: always in words, the colour and the icon only repeat them. */
export interface SavingWords {
	tone: 'good' | 'busy' | 'bad';
	icon: IconName;
	words: string;
	/** For a phone's header. */
	short: string;
}

export function savingWords({ kind, pending, seq }: Saving, locale: string): SavingWords {
	switch (kind) {
		case 'connecting':
			return {
				tone: 'busy',
				icon: 'saving',
				words: m.saving_connecting(),
				short: m.saving_connecting(),
			};
		case 'saved': {
			const words = m.saving_saved({ seq: number(seq, locale) });
			return { tone: 'good', icon: 'check', words, short: m.saving_saved_short() };
		}
		case 'saving':
			return { tone: 'busy', icon: 'saving', words: m.saving_saving(), short: m.saving_saving() };
		case 'unread':
			return {
				tone: 'busy',
				icon: 'card',
				words: m.saving_unread(),
				short: m.saving_unread_short(),
			};
		case 'offline': {
			const words = pending > 0 ? m.saving_offline_kept({ count: pending }) : m.saving_offline();
			return { tone: 'bad', icon: 'offline', words, short: m.saving_offline_short() };
		}
		case 'full':
		case 'crowded': {
			const words = kind === 'full' ? m.saving_full() : m.saving_crowded();
			return { tone: 'bad', icon: 'people', words, short: m.saving_away_short() };
		}
		case 'checking':
			return {
				tone: 'busy',
				icon: 'saving',
				words: m.saving_checking(),
				short: m.saving_checking_short(),
			};
		case 'parted':
			return {
				tone: 'bad',
				icon: 'weakness',
				words: m.saving_parted(),
				short: m.saving_parted_short(),
			};
		case 'closed': {
			const words = pending > 0 ? m.saving_closed_kept({ count: pending }) : m.saving_closed();
			return { tone: 'bad', icon: 'offline', words, short: m.saving_closed_short() };
		}
		default:
			return kind satisfies never;
	}
}

/** Why nothing gets through just now, and that it goes on by itself; undefined where nothing is in the way. */
export function awayWords({
	kind,
	fleeting,
}: Pick<Saving, 'kind' | 'fleeting'>): string | undefined {
	switch (kind) {
		case 'offline':
			return fleeting ? m.offline_fleeting() : m.offline_text();
		case 'full':
			return m.full_text();
		case 'crowded':
			return m.crowded_text();
		default:
			return undefined;
	}
}

/** The same before there is a table to show. */
export function waitWords(saving: Saving | undefined): string {
	if (saving?.kind === 'offline') return m.unreachable_text();
	return (saving && awayWords(saving)) ?? m.loading();
}

/** Why the connection does not come back by itself, and what to do about it. */
export function closedWords(reason: Saving['reason']): string {
	switch (reason) {
		case 'removed':
			return m.closed_removed();
		case 'expired':
		case 'unauthorised':
			return m.closed_expired();
		case 'unknown':
			return m.error_table_unknown();
		case 'replaced':
			return m.closed_replaced();
		case 'damaged':
			return m.closed_damaged();
		case 'outdated':
		case 'unjoined':
			return m.closed_outdated();
		default:
			return m.closed_other();
	}
}

/** What is said aloud of the line: that it is down, once, and that it is back; not each letter that is kept or stored. */
export class LineNews {
	#bad: Saving['kind'] | undefined;
	#asked = false;

	/** Somebody tries again: what comes of it is told them, also that the line is down as before. */
	asked(): string {
		this.#asked = true;
		return m.saving_connecting();
	}

	heard(saving: Saving, locale: string): string | undefined {
		const { tone, words } = savingWords(saving, locale);
		const before = this.#bad;
		if (tone === 'busy') return undefined;
		const known = tone === 'bad' && saving.kind === before && !this.#asked;
		this.#asked = false;
		if (known) return undefined;
		this.#bad = tone === 'bad' ? saving.kind : undefined;
		if (tone === 'bad') return words;
		return before === undefined ? undefined : m.saving_back();
	}
}
