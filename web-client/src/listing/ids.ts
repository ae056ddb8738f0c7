const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

/**
 * The id of a new item: unique at its table without asking. `letter` tells a person who reads the
 * history what it is of (`f` for a finding). There is no `randomUUID` on plain HTTP.
 */
export function newItem(letter: string): string {
	const bytes = crypto.getRandomValues(new Uint8Array(20));
	return `${letter}-${Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('')}`;
}
