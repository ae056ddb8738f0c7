import { m } from '../i18n/generated/messages.js';
import type { Role } from '../wire/messages';
import type { Who } from './seating';
import { refusal } from './server';

/** What happened, what is safe and what to do, for each code that a call of the server may end with. */
const words: Record<string, () => string> = {
	'invitation.unknown': m.error_invitation_unknown,
	'session.unknown': m.error_session_unknown,
	'table.unknown': m.error_table_unknown,
	'table.full': m.error_table_full,
	'rate.limited': m.error_rate_limited,
	'rights.role': m.error_rights_role,
	'store.unavailable': m.error_store_unavailable,
	'request.invalid': m.error_command_invalid,
};

/** For whatever a call of the server threw. */
export function errorWords(error: unknown): string {
	const said = refusal(error);
	return said ? (words[said.code]?.() ?? said.message) : m.error_unreachable();
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

/** In whose name somebody speaks, and for which organisation; empty while nothing was said of it. */
export function mandateWords({
	mandate,
	organisation,
}: Pick<Who, 'mandate' | 'organisation'>): string {
	switch (mandate) {
		case undefined:
			return '';
		case 'own':
			return m.mandate_is_own();
		case 'mandated':
			return organisation ? m.mandate_is_mandated({ organisation }) : m.mandate_is_mandated_bare();
		case 'observer':
			return organisation ? m.mandate_is_observer({ organisation }) : m.mandate_is_observer_bare();
		default:
			return mandate satisfies never;
	}
}

/** Beside a name: the organisation, in whose name, from where. */
export function standingWords(who: Pick<Who, 'mandate' | 'organisation' | 'presence'>): string[] {
	const named = who.mandate === 'mandated' || who.mandate === 'observer';
	const where =
		who.presence === 'remote' ? m.person_remote() : who.presence === 'room' ? m.person_room() : '';
	return [named ? '' : (who.organisation ?? ''), mandateWords(who), where].filter(Boolean);
}
