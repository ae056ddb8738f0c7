import { cleanCharacters } from './characters';
import { attributesBetween, Delta, type AttributeMap } from './delta';
import { attributesOf } from './delta-document';
import { linesFromHtml } from './html';
import { deleteSelected, inlineOnly, lineAt, linesOf, type Edit } from './lines';
import { isSafeLink } from './links';
import type { Range } from './show';

/** A line that comes from outside: its letters, and the attributes that say what it is. */
export interface PastedLine {
	letters: Delta;
	attributes: AttributeMap;
}

/** What a clipboard or a dropped thing holds, as lines of text; empty where there is no text. */
export function linesFrom(data: DataTransfer, plainOnly = false): PastedLine[] {
	const html = plainOnly ? '' : data.getData('text/html');
	if (html !== '') {
		const lines = linesFromHtml(html);
		if (lines.length > 0) return lines;
	}
	return linesFromText(data.getData('text/plain'));
}

export function linesFromText(text: string): PastedLine[] {
	const clean = cleanCharacters(text);
	if (clean === '') return [];
	const link = clean.trim();
	if (isSafeLink(link)) {
		return [{ letters: new Delta().insert(link, { link }), attributes: {} }];
	}
	return clean.split(/\r\n|[\n\r\v\f\u2028\u2029]/).map((line) => ({
		letters: new Delta().insert(line),
		attributes: {},
	}));
}

/**
 * Puts lines in the place of what is selected. The first goes on where the caret is, the last takes
 * what stood behind the caret; plain lines put into a list or a quote become part of it.
 */
export function insertLines(delta: Delta, range: Range, lines: readonly PastedLine[]): Edit {
	if (range.anchor !== range.head) {
		const deleted = deleteSelected(delta, range);
		const put = insertLines(delta.compose(deleted.change), deleted.range, lines);
		return { change: deleted.change.compose(put.change), range: put.range };
	}
	const index = range.head;
	const all = linesOf(delta);
	const here = all[lineAt(all, index)];
	const change = new Delta().retain(index);
	if (!here) return { change: new Delta(), range };
	const shown = attributesOf(here.kind);
	const surrounding = here.kind.type === 'header' ? {} : shown;
	const styled = (line: PastedLine) =>
		Object.keys(line.attributes).length > 0 ? line.attributes : surrounding;
	let end = index;
	lines.forEach((line, at) => {
		for (const op of line.letters.ops) change.push(op);
		end += line.letters.length();
		if (at === lines.length - 1) return;
		change.insert('\n', at === 0 && index > here.from ? shown : styled(line));
		end += 1;
	});
	const last = lines.at(-1);
	const fresh = lines.length > 1 || (here.from === here.end && here.kind.type === 'paragraph');
	if (last && index === here.end && fresh) {
		const wanted = { ...inlineOnly(here.attributes), ...styled(last) };
		change.retain(1, attributesBetween(here.attributes, wanted) ?? null);
	}
	return { change: change.chop(), range: { anchor: end, head: end } };
}
