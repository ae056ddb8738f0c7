import { language } from '../i18n/locale.svelte';

/** The server's no, with its stable code (see `errorWords`). */
export class Refused extends Error {
	constructor(
		readonly status: number,
		readonly code: string,
		message: string,
		readonly params: Record<string, unknown>,
	) {
		super(message);
	}
}

/** The server could not be reached, or what answered was not it (a Wi-Fi login page, a proxy). */
export class Unreachable extends Error {}

const patienceMillis = 15_000;

export async function call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
	let response: Response;
	let text: string;
	try {
		response = await fetch(path, {
			method,
			credentials: 'same-origin',
			cache: 'no-store',
			signal: AbortSignal.timeout(patienceMillis),
			headers: {
				'Accept-Language': language.current,
				...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		text = await response.text();
	} catch (cause) {
		throw new Unreachable(path, { cause });
	}
	if (response.status === 204) return undefined as Answer;
	let answer: unknown;
	try {
		answer = JSON.parse(text);
	} catch (cause) {
		throw new Unreachable(path, { cause });
	}
	if (response.ok) return answer as Answer;
	const { code, message, params } = answer as Partial<Refused>;
	if (typeof code !== 'string') throw new Unreachable(path);
	throw new Refused(response.status, code, message ?? code, params ?? {});
}
