import { Delta, type AttributeMap } from './delta';
import type { Edit } from './lines';
import type { Range } from './show';

interface Run {
	from: number;
	to: number;
	attributes: AttributeMap;
}

/** The letters of a stretch, without its line ends: inline formats do not belong on those. */
function runsOf(delta: Delta, from: number, to: number): Run[] {
	const runs: Run[] = [];
	let at = from;
	for (const op of delta.slice(from, to).ops) {
		const text = typeof op.insert === 'string' ? op.insert : '';
		for (const part of text.split(/(\n)/)) {
			if (part !== '' && part !== '\n') {
				runs.push({ from: at, to: at + part.length, attributes: op.attributes ?? {} });
			}
			at += part.length;
		}
	}
	return runs;
}

function formatRuns(runs: readonly Run[], name: string, value: unknown): Delta {
	const change = new Delta();
	let done = 0;
	for (const run of runs) {
		if ((run.attributes[name] ?? null) === value) continue;
		change.retain(run.from - done).retain(run.to - run.from, { [name]: value });
		done = run.to;
	}
	return change.chop();
}

/** Whether every letter of the stretch has a format. */
export function isFormatted(delta: Delta, range: Range, name: 'bold' | 'italic'): boolean {
	const runs = runsOf(
		delta,
		Math.min(range.anchor, range.head),
		Math.max(range.anchor, range.head),
	);
	return runs.length > 0 && runs.every((run) => run.attributes[name] === true);
}

/** Gives all selected letters a format, or takes it from them where all have it. */
export function toggleFormat(delta: Delta, range: Range, name: 'bold' | 'italic'): Edit {
	const runs = runsOf(
		delta,
		Math.min(range.anchor, range.head),
		Math.max(range.anchor, range.head),
	);
	const value = isFormatted(delta, range, name) ? null : true;
	return { change: formatRuns(runs, name, value), range };
}

/** The stretch around a caret that carries one and the same link; null outside of links. */
function linkAround(delta: Delta, index: number): { from: number; to: number } | null {
	const runs = runsOf(delta, 0, delta.length());
	const at = runs.findIndex(
		(run) => typeof run.attributes.link === 'string' && run.from <= index && index <= run.to,
	);
	const run = runs[at];
	if (!run) return null;
	let { from, to } = run;
	for (let before = runs[at - 1], i = at - 1; before; before = runs[--i]) {
		if (before.to !== from || before.attributes.link !== run.attributes.link) break;
		from = before.from;
	}
	for (let after = runs[at + 1], i = at + 1; after; after = runs[++i]) {
		if (after.from !== to || after.attributes.link !== run.attributes.link) break;
		to = after.to;
	}
	return { from, to };
}

/** The link at the caret or at the first selected letter. */
export function linkAt(delta: Delta, range: Range): string | null {
	const from = Math.min(range.anchor, range.head);
	const to = Math.max(range.anchor, range.head);
	const around = from === to ? linkAround(delta, from) : { from, to };
	if (!around) return null;
	const link = runsOf(delta, around.from, around.to)[0]?.attributes.link;
	return typeof link === 'string' ? link : null;
}

/** Links what is selected, or the link the caret is in; with neither, writes the address itself. */
export function changeLink(delta: Delta, range: Range, href: string | null): Edit {
	const from = Math.min(range.anchor, range.head);
	const to = Math.max(range.anchor, range.head);
	const around = from === to ? linkAround(delta, from) : { from, to };
	if (around) {
		return { change: formatRuns(runsOf(delta, around.from, around.to), 'link', href), range };
	}
	if (href === null) return { change: new Delta(), range };
	const words = href.replace(/^(?:https?:\/\/|mailto:)/i, '').replace(/\/$/, '');
	const end = from + words.length;
	const change = new Delta().retain(from).insert(words, { link: href });
	return { change, range: { anchor: end, head: end } };
}
