import { m } from '../i18n/generated/messages.js';
import type { Command, FindingKind, Round, RoundKind, TableState } from '../wire/messages';

/** Sheets without which an anonymous round is not shown. */
export const FEW = 3;

export const kinds: readonly RoundKind[] = ['doubts', 'needs', 'ideas'];

export function kindWords(kind: RoundKind): string {
	return { doubts: m.round_doubts, needs: m.round_needs, ideas: m.round_ideas }[kind]();
}

/** The question that is offered with a kind. */
export function questionWords(kind: RoundKind): string {
	return {
		doubts: m.round_doubts_question,
		needs: m.round_needs_question,
		ideas: m.round_ideas_question,
	}[kind]();
}

/** What a line of such a round becomes as a finding, until somebody says otherwise. */
const findingKinds: Record<RoundKind, FindingKind> = {
	doubts: 'question',
	needs: 'need',
	ideas: 'resource',
};

/** Letters of a finding's title and of its source, at most. */
const TITLE_MOST = 200;

/** A title that fits, cut between two words; the rest of a long line belongs into the text. */
export function titleOf(line: string): string {
	if (line.length <= TITLE_MOST) return line;
	const cut = line.slice(0, TITLE_MOST - 1);
	const end = cut.lastIndexOf(' ');
	return `${cut.slice(0, end > TITLE_MOST / 2 ? end : cut.length).trimEnd()}…`;
}

/** The ordinary commands by which a line becomes a finding. */
export function findingOf(id: string, round: Round, line: string): Command[] {
	return [
		{ type: 'AddFinding', finding: id, kind: findingKinds[round.kind], title: titleOf(line) },
		{ type: 'SourceFinding', finding: id, source: m.round_source({ question: round.question }) },
	];
}

/** The finding that a line was made into, by its title; the first that stands. */
export function findingMade(state: TableState, line: string): string | undefined {
	const title = titleOf(line);
	return state.findings.find((one) => one.title === title && one.withdrawn !== true)?.id;
}

export const isOver = ({ state }: Round): boolean => state === 'revealed' || state === 'dropped';

/**
 * Whether the server has said that nothing more is handed in. What this page foresees may be refused,
 * and then the sheet with its secret is needed again.
 */
export function hasEnded(confirmed: TableState | undefined, id: string): boolean {
	const round = confirmed?.rounds.find((one) => one.id === id);
	return round !== undefined && round.state !== 'open';
}

/** Whole seconds that a clock has left by the server's time; none where it has run out. */
export function secondsLeft({ endsAt }: Round, now: number): number | undefined {
	return endsAt === undefined ? undefined : Math.max(0, Math.ceil((endsAt - now) / 1_000));
}

export function clockWords(seconds: number): string {
	const minutes = Math.floor(seconds / 60);
	const rest = seconds % 60;
	if (minutes === 0) return m.round_seconds({ seconds: rest });
	return rest === 0 ? m.round_minutes({ minutes }) : m.round_clock({ minutes, seconds: rest });
}
