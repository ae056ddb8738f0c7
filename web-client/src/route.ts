/** The pages of the client; the server answers each of these paths with the same document. */
export type Route =
	| { page: 'home'; invitations?: string; creating?: true }
	| { page: 'join'; secret: string }
	| { page: 'table'; id: string }
	| { page: 'lost' };

export function routeOf(url: URL): Route {
	const [, first, second, ...rest] = url.pathname.split('/');
	if (first === '' && second === undefined) {
		const invitations = url.searchParams.get('invitations');
		if (invitations) return { page: 'home', invitations };
		return url.searchParams.has('new') ? { page: 'home', creating: true } : { page: 'home' };
	}
	if (first === 'i' && second === undefined) return { page: 'join', secret: url.hash.slice(1) };
	const whole = rest.length === 0 || (rest.length === 1 && rest[0] === '');
	if (first === 't' && whole && second && /^[A-Za-z0-9_-]{1,64}$/.test(second))
		return { page: 'table', id: second };
	return { page: 'lost' };
}
