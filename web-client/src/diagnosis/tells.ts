import { m } from '../i18n/generated/messages.js';
import type { Said } from '../listing/tellings-words';
import type { Finding } from '../wire/messages';

/** What may have changed in a finding beyond what every list tells of. */
export function tells(was: Finding, is: Finding): ((said: Said) => string) | undefined {
	if (was.kind !== is.kind) return m.told_retyped;
	if (was.source !== is.source) return m.told_sourced;
	return undefined;
}
