import { m } from '../i18n/generated/messages.js';
import { subjects } from '../table/predict';
import type { Command, TableState } from '../wire/messages';

/** What happened, what is safe and what to do, for each code that a live table may refuse with. */
const words: Record<string, () => string> = {
	'rate.limited': m.error_rate_limited,
	'store.unavailable': m.error_store_unavailable,
	'rights.role': m.error_rights_role,
	'rights.own': m.error_rights_own,
	'command.invalid': m.error_command_invalid,
	'command.unknown': m.error_command_unknown,
	'command.stale': m.error_command_stale,
	'finding.unknown': m.error_finding_unknown,
	'frame.empty': m.error_frame_empty,
	'phase.colleges': m.error_phase_colleges,
	'term.locked': m.error_term_locked,
	'list.closed': m.error_list_closed,
	'list.full': m.error_list_full,
	'finding.merged': m.error_finding_merged,
	'rating.closed': m.error_rating_closed,
	'proposal.withdrawn': m.error_proposal_withdrawn,
	'amendment.closed': m.error_amendment_closed,
	'amendment.outdated': m.error_amendment_outdated,
	'dissent.unmandated': m.error_dissent_unmandated,
	'box.other': m.error_box_other,
	'round.closed': m.error_round_closed,
	'round.few': m.error_round_few,
	'rights.result': m.error_rights_result,
	'vote.closed': m.error_vote_closed,
	'vote.few': m.error_vote_few,
	'table.full': m.error_table_full,
	'table.readonly': m.error_table_readonly,
	'text.unknown': m.error_text_unknown,
	'text.locked': m.error_text_locked,
	'text.base': m.error_text_base,
	'text.length': m.error_text_length,
	'text.format': m.error_text_format,
	'text.size': m.error_text_size,
	'text.character': m.error_text_character,
	'frame.invalid': m.error_frame_invalid,
	'outbox.taken': m.error_outbox_taken,
};

/** Codes we do not know keep the server's words. */
export const refusalWords = (code: string, message: string): string => words[code]?.() ?? message;

/** An item that the page can go to, else what a round or a vote asks. */
export type About = { item: string } | { title: string };

type Told = { command?: Command; params?: Record<string, unknown> };

/** What a refused command was meant for; undefined where it has no item, or the table none of that id. */
export function aboutOf(state: TableState, { command, params = {} }: Told): About | undefined {
	const text = command?.type === 'EditText' ? command.text : params['text'];
	// The text of an item bears its id.
	const ids = typeof text === 'string' ? [text] : command === undefined ? [] : subjects(command);
	return ids.map((id) => aboutId(state, id)).find((about) => about !== undefined);
}

function aboutId(state: TableState, id: string): About | undefined {
	const item = ownerOf(state, id);
	const { findings, challenges, proposals, terms, glossary, rounds, votes } = state;
	const items = [...findings, ...challenges, ...proposals, ...terms, ...glossary];
	if (items.some((one) => one.id === item)) return { item };
	const asked = [...rounds, ...votes].find((one) => one.id === item);
	return asked && { title: asked.question };
}

/** The item that a comment, a contest, an amendment or a disagreement stands at; else that id itself. */
function ownerOf({ comments, frame, proposals }: TableState, id: string): string {
	const is = (one: { id: string }) => one.id === id;
	return (
		comments.find(is)?.on ??
		frame.contests.find(is)?.term ??
		proposals.find((one) => one.amendments.some(is) || one.disagreements.some(is))?.id ??
		id
	);
}

/** The fields of commands in which a person writes; all others hold names and choices. */
const written = new Set([
	'title',
	'source',
	'reason',
	'wouldLift',
	'carrier',
	'dissent',
	'holder',
	'until',
	'answer',
	'decides',
	'leaves',
	'written',
	'words',
	'question',
	'entries',
]);

/** What a person wrote in something that did not get into the table; empty where that was a choice alone. */
export function wordsIn({ command, words }: { command?: Command; words?: string }): string {
	const fields = Object.entries(command ?? {}).flatMap(([name, value]) =>
		written.has(name) ? linesIn(value) : [],
	);
	return words ?? [...inserted(command), ...fields].join('\n');
}

/** An amendment is written into the change that it makes of a text. */
function inserted(command: Command | undefined): string[] {
	if (command?.type !== 'SuggestAmendment') return [];
	return command.delta.ops.flatMap(({ insert }) => (typeof insert === 'string' ? [insert] : []));
}

/** One's own words: one line, or the lines of a sheet. */
function linesIn(value: unknown): string[] {
	const lines: unknown[] = Array.isArray(value) ? value : [value];
	return lines.filter((line): line is string => typeof line === 'string' && line !== '');
}
