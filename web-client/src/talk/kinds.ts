import { m } from '../i18n/generated/messages.js';
import type { CommentKind } from '../wire/messages';

export function kindWords(kind: CommentKind): string {
	switch (kind) {
		case 'remark':
			return m.talk_remark();
		case 'question':
			return m.talk_question();
		default:
			return kind satisfies never;
	}
}
