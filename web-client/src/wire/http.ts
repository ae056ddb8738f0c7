/** The HTTP paths of the server, as the contract and HTTP pages name them. */
import type { College, Commit, Person, Presence, Role, Seq, TableState } from './messages';

/** The server's answer where it did not do what was asked; `status` 0: it could not be reached. */
export class HttpError extends Error {
	constructor(
		readonly status: number,
		readonly code: string,
		message: string,
		readonly params: Record<string, unknown> = {},
	) {
		super(message);
	}
}

/** Who this session is at one table; without `table`: the organiser. */
export interface Known {
	id: string;
	name: string;
	role: Role;
	organisation?: string;
	college?: string;
	table?: string;
}

export interface TableLine {
	id: string;
	title: string;
	territory?: string;
	theme?: string;
	locale: string;
	createdAt: number;
}

export interface Invitation {
	id?: string;
	role: Role;
	college?: string;
	secret: string;
	url: string;
	revoked?: true;
}

export interface TablePage extends TableLine {
	colleges: College[];
	you?: Known;
	/** Only for the organiser and the table's facilitators. */
	invitations?: Invitation[];
}

export interface Opens {
	role: Role;
	college?: College;
	table?: { id: string; title: string; territory?: string; theme?: string; locale: string };
}

export interface Acceptance {
	secret: string;
	name: string;
	organisation?: string;
	presence?: Presence;
}

export interface NewTable {
	title: string;
	territory?: string;
	theme?: string;
	locale?: string;
	colleges?: College[];
}

/** A commit as history serves it. */
export interface PastCommit extends Commit {
	hash: string;
	/** Indexes of events whose content was masked. */
	redacted?: number[];
}

export interface Past {
	seq: Seq;
	hash: string;
	state: TableState;
	people: Person[];
}

export interface HttpOptions {
	/** Scheme, host and port; empty: where the page came from. */
	origin?: string;
	/** The language of the server's messages, asked anew at each call. */
	language?: () => string;
	fetch?: typeof fetch;
}

export type Http = ReturnType<typeof http>;
/** What a live table asks by HTTP. */
export type Reading = Pick<Http, 'session' | 'table' | 'past' | 'commits'>;

export function http({ origin = '', language, fetch: fetching }: HttpOptions = {}) {
	async function call(method: string, path: string, body?: unknown, signal?: AbortSignal) {
		const headers: Record<string, string> = { Accept: 'application/json, application/x-ndjson' };
		if (language !== undefined) {
			headers['Accept-Language'] = language();
		}
		if (body !== undefined) {
			headers['Content-Type'] = 'application/json';
		}
		let response: Response;
		try {
			response = await (fetching ?? fetch)(`${origin}/api${path}`, {
				method,
				headers,
				credentials: 'same-origin',
				cache: 'no-store',
				...(body === undefined ? {} : { body: JSON.stringify(body) }),
				...(signal === undefined ? {} : { signal }),
			});
		} catch (cause) {
			throw new HttpError(0, 'unreachable', String(cause));
		}
		if (!response.ok) {
			throw await failure(response);
		}
		return response;
	}
	async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
		return (await (await call('GET', path, undefined, signal)).json()) as T;
	}
	async function ask<T>(path: string, body?: unknown): Promise<T> {
		return (await (await call('POST', path, body)).json()) as T;
	}
	const at = (table: string, rest = '') => `/tables/${encodeURIComponent(table)}${rest}`;

	return {
		/** 401 `session.unknown` without a live session. */
		session: () => read<{ participants: Known[] }>('/session'),
		async endSession(): Promise<void> {
			await call('POST', '/session/end');
		},
		lookAtInvitation: (secret: string) => ask<Opens>('/invitations/look', { secret }),
		/** The cookie comes with it; the token is for clients that are no browsers. */
		acceptInvitation: (acceptance: Acceptance) =>
			ask<{ participant: Known; token: string }>('/invitations/accept', acceptance),
		tables: () => read<{ tables: TableLine[] }>('/tables'),
		createTable: (table: NewTable) =>
			ask<{ id: string; invitations: Invitation[] }>('/tables', table),
		table: (id: string) => read<TablePage>(at(id)),
		addInvitation: (table: string, invitation: { role: Role; college?: string }) =>
			ask<Invitation>(at(table, '/invitations'), invitation),
		async revokeInvitation(table: string, invitation: string): Promise<void> {
			await call('POST', at(table, `/invitations/${encodeURIComponent(invitation)}/revoke`));
		},
		joinAsFacilitator: (table: string) => ask<{ participant: Known }>(at(table, '/join')),
		openExample: () => ask<{ id: string }>('/example'),
		/** The whole state after commit `seq`; now, where it is not told. */
		past: (table: string, seq?: Seq) =>
			read<Past>(at(table, seq === undefined ? '/state' : `/state?at=${seq}`)),
		/** The commits from `from` (inclusive), `limit` at most, as they come in. */
		async *commits(table: string, from: Seq, limit: number): AsyncGenerator<PastCommit> {
			const response = await call('GET', at(table, `/commits?from=${from}&limit=${limit}`));
			try {
				for await (const line of lines(response)) {
					yield JSON.parse(line) as PastCommit;
				}
			} catch (cause) {
				throw new HttpError(0, 'unreachable', String(cause));
			}
		},
	};
}

async function failure(response: Response): Promise<HttpError> {
	const body: unknown = await response.json().catch(() => undefined);
	const { code, message, params } = (body ?? {}) as Partial<HttpError>;
	return new HttpError(
		response.status,
		code ?? `http.${response.status}`,
		message ?? response.statusText,
		params,
	);
}

async function* lines(response: Response): AsyncGenerator<string> {
	const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
	let open = '';
	for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
		const found = (open + part.value).split('\n');
		open = found.pop() ?? '';
		yield* found.filter((line) => line.trim() !== '');
	}
	if (open.trim() !== '') {
		yield open;
	}
}
