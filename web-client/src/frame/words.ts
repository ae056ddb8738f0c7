import { m } from '../i18n/generated/messages.js';
import type { IconName } from '../look/Icon.svelte';
import type { Term, TermSection, TermStatus } from '../wire/messages';

/** In the order in which the frame is read. */
export const termSections: TermSection[] = [
	'scope',
	'rules',
	'roles',
	'method',
	'calendar',
	'resources',
];

export function sectionWords(section: TermSection): string {
	switch (section) {
		case 'scope':
			return m.term_scope();
		case 'rules':
			return m.term_rules();
		case 'roles':
			return m.term_roles();
		case 'method':
			return m.term_method();
		case 'calendar':
			return m.term_calendar();
		case 'resources':
			return m.term_resources();
		default:
			return section satisfies never;
	}
}

/** What belongs into a section, as a question. */
export function sectionHint(section: TermSection): string {
	switch (section) {
		case 'scope':
			return m.term_scope_hint();
		case 'rules':
			return m.term_rules_hint();
		case 'roles':
			return m.term_roles_hint();
		case 'method':
			return m.term_method_hint();
		case 'calendar':
			return m.term_calendar_hint();
		case 'resources':
			return m.term_resources_hint();
		default:
			return section satisfies never;
	}
}

export function statusWords(status: TermStatus): string {
	switch (status) {
		case 'open':
			return m.term_open();
		case 'negotiable':
			return m.term_negotiable();
		case 'non-negotiable':
			return m.term_locked();
		default:
			return status satisfies never;
	}
}

export const statusIcon: Record<TermStatus, IconName> = {
	open: 'question',
	negotiable: 'speech',
	'non-negotiable': 'lock',
};

/** By whom and until when a term has its status; empty where neither is said. */
export function heldWords({ holder, until }: Pick<Term, 'holder' | 'until'>): string {
	const said = [
		...(holder === undefined ? [] : [m.term_held({ holder })]),
		...(until === undefined ? [] : [m.term_until({ until })]),
	];
	return said.join(' · ');
}
