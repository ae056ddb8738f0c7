const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** The id of a new finding: unique at its table without asking. There is no `randomUUID` on plain HTTP. */
export function newFinding(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(20));
	return `f-${Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('')}`;
}
