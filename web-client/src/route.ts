import { sectionIds, type SectionId } from './section/address';

/** The pages of the client; the server answers each of these paths with the same document. */
export type Route =
	| { page: 'home'; invitations?: string; creating?: true }
	| { page: 'join'; secret: string }
	| TableAddress
	| { page: 'lost' };

/** Without a section: the one of the table's phase. `item`: the one to go to. */
export interface TableAddress {
	page: 'table';
	id: string;
	section?: SectionId;
	item?: string;
}

/** What may be an id in the contract. */
const ID = /^[A-Za-z0-9_-]{1,64}$/;

export function routeOf(url: URL): Route {
	const [, first, second, ...rest] = url.pathname.split('/');
	if (first === '' && second === undefined) {
		const invitations = url.searchParams.get('invitations');
		if (invitations) return { page: 'home', invitations };
		return url.searchParams.has('new') ? { page: 'home', creating: true } : { page: 'home' };
	}
	if (first === 'i' && second === undefined) return { page: 'join', secret: url.hash.slice(1) };
	if (first === 't' && second && ID.test(second)) {
		const [third, ...more] = rest;
		const section = sectionIds.find((id) => id === third);
		if (more.length === 0 && (section || !third))
			return { page: 'table', id: second, ...(section ? { section } : {}), ...itemOf(url) };
	}
	return { page: 'lost' };
}

function itemOf({ hash }: URL): { item?: string } {
	const item = hash.slice(1);
	return ID.test(item) ? { item } : {};
}
