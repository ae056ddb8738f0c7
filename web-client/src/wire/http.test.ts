import { expect, test } from 'vitest';
import { http, HttpError } from './http';

interface Asked {
	url: string;
	method: string;
	headers: Record<string, string>;
	body?: unknown;
}

function server(answer: () => Response) {
	const asked: Asked[] = [];
	const fetching: typeof fetch = async (url, init) => {
		const headers = Object.fromEntries(new Headers(init?.headers));
		const { body } = init ?? {};
		asked.push({
			url: String(url),
			method: init?.method ?? 'GET',
			headers,
			...(typeof body === 'string' ? { body: JSON.parse(body) as unknown } : {}),
		});
		return answer();
	};
	let language = 'fr';
	const calls = http({ origin: 'http://localhost', language: () => language, fetch: fetching });
	return { asked, calls, speak: (next: string) => (language = next) };
}

test('each call goes to its path, with the language chosen now', async () => {
	const { asked, calls, speak } = server(() => Response.json({}));
	await calls.session();
	speak('en');
	await calls.endSession();
	await calls.lookAtInvitation('s3cret');
	await calls.acceptInvitation({ secret: 's3cret', name: 'Ana', presence: 'room' });
	await calls.tables();
	await calls.createTable({ title: 'Bien vieillir' });
	await calls.table('a/b');
	await calls.addInvitation('t', { role: 'observer' });
	await calls.revokeInvitation('t', 'i');
	await calls.joinAsFacilitator('t');
	await calls.openExample();
	await calls.past('t');
	await calls.past('t', 7);

	expect(asked.map(({ method, url, body }) => [method, url.slice(20), body])).toEqual([
		['GET', '/session', undefined],
		['POST', '/session/end', undefined],
		['POST', '/invitations/look', { secret: 's3cret' }],
		['POST', '/invitations/accept', { secret: 's3cret', name: 'Ana', presence: 'room' }],
		['GET', '/tables', undefined],
		['POST', '/tables', { title: 'Bien vieillir' }],
		['GET', '/tables/a%2Fb', undefined],
		['POST', '/tables/t/invitations', { role: 'observer' }],
		['POST', '/tables/t/invitations/i/revoke', undefined],
		['POST', '/tables/t/join', undefined],
		['POST', '/example', undefined],
		['GET', '/tables/t/state', undefined],
		['GET', '/tables/t/state?at=7', undefined],
	]);
	expect(asked.map(({ headers }) => headers['accept-language'])).toEqual([
		'fr',
		...Array.from({ length: 12 }, () => 'en'),
	]);
	expect(asked[2]?.headers['content-type']).toBe('application/json');
});

test("the server's no is a typed error", async () => {
	const error = { code: 'rate.limited', message: 'Plus tard', params: { retryInMs: 9 } };
	const { calls } = server(() => Response.json(error, { status: 429 }));
	const fault: unknown = await calls.tables().catch((caught: unknown) => caught);
	expect(fault).toBeInstanceOf(HttpError);
	expect(fault).toMatchObject({ status: 429, ...error });
});

test('an answer that is not from the server keeps its status', async () => {
	const { calls } = server(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
	await expect(calls.tables()).rejects.toMatchObject({ status: 502, code: 'http.502', params: {} });
});

test('a server out of reach has status 0', async () => {
	const { calls } = server(() => {
		throw new TypeError('fetch failed');
	});
	await expect(calls.session()).rejects.toMatchObject({ status: 0, code: 'unreachable' });
});

test('commits come line by line, however they are cut on the way', async () => {
	const text = '{"seq":1,"id":"é"}\n{"seq":2}\n{"seq":3}';
	const bytes = new TextEncoder().encode(text);
	const { asked, calls } = server(() => {
		const parts = [bytes.slice(0, 14), bytes.slice(14, 15), bytes.slice(15, 27), bytes.slice(27)];
		return new Response(
			new ReadableStream({
				start(controller) {
					parts.forEach((part) => controller.enqueue(part));
					controller.close();
				},
			}),
		);
	});
	const read: unknown[] = [];
	for await (const commit of calls.commits('t', 1, 3)) {
		read.push(commit);
	}
	expect(asked[0]?.url).toBe('http://localhost/api/tables/t/commits?from=1&limit=3');
	expect(read).toEqual([{ seq: 1, id: 'é' }, { seq: 2 }, { seq: 3 }]);
});
