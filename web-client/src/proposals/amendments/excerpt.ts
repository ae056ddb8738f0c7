/** An amendment as it reads by itself: what goes, what comes, and a few words around. */
import { Delta, plainText } from '../../text/delta';
import { replacementsOf } from '../../text/tracked';
import type { DeltaJson } from '../../wire/messages';
import type { Part } from './change';

/** Letters of the text around and between the places of a change. */
const AROUND = 48;

/** The change against the whole text, cut where nothing happens; what does not fit the text is left out. */
export function excerpt(document: DeltaJson, delta: DeltaJson): Part[] {
	const text = plainText(new Delta(document.ops)).slice(0, -1);
	const parts: Part[] = [];
	let at = 0;
	const put = (kind: Part['kind'], letters: string) => {
		if (letters !== '') parts.push({ kind, letters: letters.replaceAll('\n', ' ¶ ') });
	};
	const places = replacementsOf(delta);
	places.forEach(({ from, to, words }, nth) => {
		put('kept', nth === 0 ? lastOf(text.slice(0, from)) : middleOf(text.slice(at, from)));
		put('gone', text.slice(from, to));
		put('new', words);
		at = to;
	});
	if (places.length > 0) put('kept', firstOf(text.slice(at)));
	return parts;
}

/** What a change brings, where the text it was for is gone. */
export function brought(delta: DeltaJson): Part[] {
	return replacementsOf(delta)
		.filter(({ words }) => words !== '')
		.map(({ words }) => ({ kind: 'new', letters: words.replaceAll('\n', ' ¶ ') }));
}

function lastOf(letters: string): string {
	const line = letters.slice(letters.lastIndexOf('\n') + 1);
	if (line.length <= AROUND) return line;
	const space = line.indexOf(' ', line.length - AROUND);
	return space < 0 ? '' : `…${line.slice(space)}`;
}

function firstOf(letters: string): string {
	const line = letters.split('\n', 1)[0] ?? '';
	if (line.length <= AROUND) return line;
	const space = line.lastIndexOf(' ', AROUND);
	return space < 0 ? '' : `${line.slice(0, space)} …`;
}

function middleOf(letters: string): string {
	return letters.length <= 2 * AROUND ? letters : `${firstOf(letters)} ${lastOf(letters)}`;
}
