import { contrast, fromOklch } from './contrast';

/** How a college, and everyone in it, is marked: never by colour alone. */
export interface Mark {
	/** `#rrggbb`, at least 4.5:1 against white. */
	colour: string;
	/** 0 to 7, drawn by Badge.svelte and by the carets. */
	pattern: number;
}

export const patterns = 8;

const first = ['#1d4f91', '#7a3b8f', '#8a5a00', '#2b6b2f'];

/** Those who sit at the table without a college: facilitators, guarantors, observers. */
export const unseated: Mark = { colour: '#565d6d', pattern: 0 };

/** The mark of the college that stands at `place` (from 0) in its table's list; any number of colleges. */
export function markOf(place: number): Mark {
	if (place < 0) return unseated;
	return { colour: first[place] ?? derived(place), pattern: place % patterns };
}

/** Hues a golden angle apart: any number of them stay as far from each other as can be. */
function derived(place: number): string {
	const hue = (20 + (place - first.length) * 137.508) % 360;
	let lightness = 0.52;
	let colour = fromOklch(lightness, 0.11, hue);
	while (contrast(colour, '#ffffff') < 4.6) {
		lightness -= 0.02;
		colour = fromOklch(lightness, 0.11, hue);
	}
	return colour;
}
