import { m } from '../i18n/generated/messages.js';
import type { Telling } from './tellings';

export interface Said {
	name: string;
	title: string;
}

export function tellingWords(what: Telling, said: Said): string {
	switch (what) {
		case 'added':
			return m.told_added(said);
		case 'withdrawn':
			return m.told_withdrawn(said);
		case 'restored':
			return m.told_restored(said);
		case 'renamed':
			return m.told_renamed(said);
		case 'written':
			return m.told_written(said);
		case 'commented':
			return m.told_commented(said);
		case 'asked':
			return m.told_asked(said);
		case 'answered':
			return m.told_answered(said);
		case 'moved':
			return m.told_moved(said);
		default:
			return what satisfies never;
	}
}
