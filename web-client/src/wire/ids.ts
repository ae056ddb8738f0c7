/** Fills bytes with randomness good enough for ids nobody may guess or meet twice. */
export type Random = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

/** Also there by plain HTTP, where `crypto.randomUUID` is not. */
export const secureRandom: Random = (bytes) => crypto.getRandomValues(bytes);

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** 22 characters of the id alphabet: 132 random bits. */
export function newId(random: Random = secureRandom): string {
	const bytes = random(new Uint8Array(22));
	return Array.from(bytes, (byte) => ALPHABET[byte & 63]).join('');
}

/** A number from 0 up to 1, not including it. */
export function fraction(random: Random): number {
	const [high = 0, low = 0] = random(new Uint8Array(2));
	return (high * 256 + low) / 65536;
}
