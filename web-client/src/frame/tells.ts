import { m } from '../i18n/generated/messages.js';
import type { Said } from '../listing/tellings-words';
import type { Term } from '../wire/messages';

/** What may have changed in a term beyond what every list tells of. */
export function tells(was: Term, is: Term): ((said: Said) => string) | undefined {
	const settled = was.status !== is.status || was.holder !== is.holder || was.reason !== is.reason;
	return settled ? m.told_settled : undefined;
}
