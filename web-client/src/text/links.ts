const LONGEST = 2000;
// What browsers strip or read as something else (white space, control and invisible characters, the
// backslash) stands nowhere in a link, so that it leads where it seems to lead.
const plain = '[^\\p{Cc}\\p{Cf}\\p{Z}\\\\]*';
const host = '(?:[\\p{L}\\p{M}\\p{N}._-]+|\\[[0-9A-Fa-f:.]+\\])';
const web = new RegExp(`^https?://${host}(?::[0-9]{1,5})?(?:[/?#]${plain})?$`, 'iu');
const mail = new RegExp(`^mailto:[^\\p{Cc}\\p{Cf}\\p{Z}\\\\/?#@]+@${host}(?:[?,]${plain})?$`, 'iu');

/**
 * Whether a link may be stored and shown: http and https without user and password, or mailto.
 * No wider than what the server accepts.
 */
export function isSafeLink(href: unknown): href is string {
	if (typeof href !== 'string' || href.length > LONGEST) return false;
	return (web.test(href) && isAddress(href)) || mail.test(href);
}

/** `URL.canParse` is missing in browsers of phones that are still in use. */
function isAddress(href: string): boolean {
	try {
		return new URL(href).href !== '';
	} catch {
		return false;
	}
}

/** What a person meant who wrote a link by hand; null where no safe link can be made of it. */
export function linkFrom(written: string): string | null {
	const text = written.trim();
	if (isSafeLink(text)) return text;
	if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text) || !/[^.\s]\.[^.\s]/.test(text)) return null;
	const guess = /^[^\s@/]+@[^\s@/]+$/.test(text) ? `mailto:${text}` : `https://${text}`;
	return isSafeLink(guess) ? guess : null;
}
