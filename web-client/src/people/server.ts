import { language } from '../i18n/locale.svelte';
import { http, HttpError, type Known } from '../wire/http';

export type {
	Invitation,
	Known as Member,
	NewTable,
	Opens as Opening,
	TableLine,
	TablePage as TableCard,
} from '../wire/http';

/** The server that this page came from, answering in the language of the page. */
export const server = http({ language: () => language.current });

/** Who this browser is, one entry a table; empty without a session. */
export async function session(): Promise<Known[]> {
	try {
		return (await server.session()).participants;
	} catch (error) {
		if (refusal(error)?.status === 401) return [];
		throw error;
	}
}

/** What the server said no to; undefined where nothing, or something that is not it, answered. */
export function refusal(error: unknown): HttpError | undefined {
	const said = error instanceof HttpError && error.status > 0 && !error.code.startsWith('http.');
	return said ? error : undefined;
}
