import { m } from '../i18n/generated/messages.js';
import type { Role } from '../wire/messages';
import { refusal } from './server';

/** What happened, what is safe and what to do, for each stable code; codes we do not know keep the server's words. */
const words: Record<string, () => string> = {
	'invitation.unknown': m.error_invitation_unknown,
	'session.unknown': m.error_session_unknown,
	'table.unknown': m.error_table_unknown,
	'table.full': m.error_table_full,
	'rate.limited': m.error_rate_limited,
	'rights.role': m.error_rights_role,
	'rights.own': m.error_rights_own,
	'store.unavailable': m.error_store_unavailable,
	'command.invalid': m.error_command_invalid,
	'request.invalid': m.error_command_invalid,
	'command.unknown': m.error_command_unknown,
	'command.stale': m.error_command_stale,
	'finding.unknown': m.error_finding_unknown,
	'list.closed': m.error_list_closed,
	'text.unknown': m.error_text_unknown,
	'text.locked': m.error_text_locked,
	'text.base': m.error_text_base,
	'text.length': m.error_text_length,
	'text.format': m.error_text_format,
	'text.size': m.error_text_size,
	'text.character': m.error_text_character,
	'frame.invalid': m.error_frame_invalid,
};

export const refusalWords = (code: string, message: string): string => words[code]?.() ?? message;

/** For whatever a call of the server threw. */
export function errorWords(error: unknown): string {
	const said = refusal(error);
	return said ? refusalWords(said.code, said.message) : m.error_unreachable();
}

export function roleWords(role: Role): string {
	switch (role) {
		case 'facilitator':
			return m.role_facilitator();
		case 'scribe':
			return m.role_scribe();
		case 'guarantor':
			return m.role_guarantor();
		case 'participant':
			return m.role_participant();
		case 'observer':
			return m.role_observer();
		case 'organiser':
			return m.role_organiser();
		default:
			return role satisfies never;
	}
}
