import { m } from '../i18n/generated/messages.js';
import type { Band } from './ratings';

export function bandWords(band: Band): string {
	switch (band) {
		case 'low':
			return m.band_low();
		case 'middle':
			return m.band_middle();
		case 'high':
			return m.band_high();
		case 'unknown':
			return m.rating_unknown();
		default:
			return band satisfies never;
	}
}
