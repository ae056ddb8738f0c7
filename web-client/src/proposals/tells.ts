import { m } from '../i18n/generated/messages.js';
import type { Said } from '../listing/tellings-words';
import type { Proposal } from '../wire/messages';

/** What may have changed in a proposal beyond what every list tells of. */
export function tells(was: Proposal, is: Proposal): ((said: Said) => string) | undefined {
	if (was.carriedBy !== is.carriedBy) return m.told_carried;
	if (was.links !== is.links) return m.told_linked;
	if (was.carrier !== is.carrier || was.competence !== is.competence || was.means !== is.means)
		return m.told_briefed;
	if (was.amendments.length < is.amendments.length) return m.told_amended;
	if (was.amendments.some((one, at) => one.state !== is.amendments[at]?.state))
		return m.told_answered_amendment;
	if (was.positions !== is.positions) return m.told_positioned;
	if (was.disagreements.length < is.disagreements.length) return m.told_disagreed;
	if (was.dissents !== is.dissents) return m.told_dissented;
	return undefined;
}
