import { m } from '../i18n/generated/messages.js';
import type { FindingKind } from '../wire/messages';

/** Each kind in words, for one finding and for many; its icon bears the kind's own name. */
export function kindWords(kind: FindingKind): string {
	switch (kind) {
		case 'need':
			return m.kind_need();
		case 'resource':
			return m.kind_resource();
		case 'strength':
			return m.kind_strength();
		case 'weakness':
			return m.kind_weakness();
		case 'actor':
			return m.kind_actor();
		case 'question':
			return m.kind_question();
		default:
			return kind satisfies never;
	}
}

export function kindsWords(kind: FindingKind): string {
	switch (kind) {
		case 'need':
			return m.kinds_need();
		case 'resource':
			return m.kinds_resource();
		case 'strength':
			return m.kinds_strength();
		case 'weakness':
			return m.kinds_weakness();
		case 'actor':
			return m.kinds_actor();
		case 'question':
			return m.kinds_question();
		default:
			return kind satisfies never;
	}
}
