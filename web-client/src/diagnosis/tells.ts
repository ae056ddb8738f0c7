import { m } from '../i18n/generated/messages.js';
import type { Said } from '../listing/tellings-words';
import type { Finding } from '../wire/messages';

/** What may have changed in a finding beyond what every list tells of. */
export function tells(was: Finding, is: Finding): ((said: Said) => string) | undefined {
	if (was.kind !== is.kind) return m.told_retyped;
	if (was.source !== is.source || was.nature !== is.nature || was.link !== is.link)
		return m.told_sourced;
	const before = was.agreed?.length ?? 0;
	const now = is.agreed?.length ?? 0;
	if (now > before) return m.told_agreed;
	if (now < before) return m.told_not_agreed;
	if (was.mergedInto === undefined && is.mergedInto !== undefined) return m.told_merged;
	if (was.mergedInto !== undefined && is.mergedInto === undefined) return m.told_unmerged;
	return undefined;
}
