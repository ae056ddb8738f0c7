/**
 * Which open amendments want different things of one place, as the server derives it too. An
 * amendment touches what it deletes and formats, and the places where it inserts; beside a deletion
 * it inserts before it. Side by side is no conflict: either order leads to the same text.
 */
import type { Amendment, DeltaJson } from '../wire/messages';

/** A stretch of letters, or, where it has no length, a place where something is inserted. */
interface Span {
	start: number;
	end: number;
}

/** The amendments each is in conflict with; none of those that are in conflict with none. */
export function conflictsAmong(amendments: Amendment[]): Map<string, string[]> {
	const open = amendments
		.filter(({ state, outdated }) => state === 'open' && outdated !== true)
		.map(({ id, delta }) => ({ id, spans: spansOf(delta) }));
	const conflicts = new Map<string, string[]>();
	for (const one of open) {
		const others = open.filter((other) => other !== one && meet(one.spans, other.spans));
		if (others.length > 0) {
			conflicts.set(
				one.id,
				others.map(({ id }) => id),
			);
		}
	}
	return conflicts;
}

function meet(these: Span[], those: Span[]): boolean {
	return these.some((one) => those.some((other) => touches(one, other)));
}

function touches(one: Span, other: Span): boolean {
	if (isPlace(one) && isPlace(other)) {
		return one.start === other.start;
	}
	return (
		Math.max(one.start, other.start) < Math.min(one.end, other.end) ||
		liesInside(one, other) ||
		liesInside(other, one)
	);
}

function isPlace({ start, end }: Span): boolean {
	return start === end;
}

function liesInside(place: Span, stretch: Span): boolean {
	return isPlace(place) && stretch.start < place.start && place.start < stretch.end;
}

export function spansOf({ ops }: DeltaJson): Span[] {
	const spans: Span[] = [];
	let at = 0;
	// Where the present run of inserts and deletes began: its inserts stand there, however written.
	let run = 0;
	for (const op of ops) {
		if (op.insert !== undefined) {
			spans.push({ start: run, end: run });
		} else if (op.delete !== undefined) {
			spans.push({ start: at, end: at + op.delete });
			at += op.delete;
		} else if (op.retain !== undefined) {
			if (Object.keys(op.attributes ?? {}).length > 0) {
				spans.push({ start: at, end: at + op.retain });
			}
			at += op.retain;
			run = at;
		}
	}
	return spans;
}
