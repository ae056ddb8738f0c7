import { m } from '../i18n/generated/messages.js';
import type { SourceNature } from '../wire/messages';

export const natures: SourceNature[] = ['figure', 'story', 'experience'];

export function natureWords(nature: SourceNature): string {
	switch (nature) {
		case 'figure':
			return m.nature_figure();
		case 'story':
			return m.nature_story();
		case 'experience':
			return m.nature_experience();
		default:
			return nature satisfies never;
	}
}
