import { beforeAll, expect, test } from 'vitest';
import { overwriteGetLocale } from '../i18n/generated/runtime.js';
import { awayWords, closedWords, LineNews, savingWords, waitWords } from './saving';

beforeAll(() => overwriteGetLocale(() => 'fr'));
const words = (kind: Parameters<typeof savingWords>[0]['kind'], pending = 0) =>
	savingWords({ kind, pending, seq: 1842 }, 'fr').words.replaceAll(/\s/gu, ' ');

test('whether the writing is safe is said in words, with the last stored number', () => {
	expect(words('saved')).toBe('Tout est enregistré · n° 1 842');
	expect(words('saving', 2)).toBe('En cours…');
	expect(words('checking')).toBe('On vérifie la connexion…');
});

test('offline, what is kept here is counted', () => {
	expect(words('offline')).toBe('Hors ligne');
	expect(words('offline', 1)).toBe('Hors ligne : 1 modification gardée ici');
	expect(words('offline', 3)).toBe('Hors ligne : 3 modifications gardées ici');
});

test('L17 a full table is not said to be a lost connection, and that one need do nothing', () => {
	const said = (line: string | undefined) => line?.replaceAll(/\s/gu, ' ');
	expect(said(words('full'))).toBe('Table complète : la page réessaie');
	expect(said(words('crowded'))).toBe('Trop de pages ouvertes : la page réessaie');
	expect(said(awayWords({ kind: 'full' }))).toBe(
		'La table est complète pour le moment. Laissez cette page ouverte : elle réessaie toute seule et s’ouvre dès qu’une place se libère.',
	);
	expect(waitWords({ kind: 'full', pending: 0, seq: 0 })).toBe(awayWords({ kind: 'full' }));
	expect(waitWords({ kind: 'connecting', pending: 0, seq: 0 })).not.toBe(
		awayWords({ kind: 'full' }),
	);
	expect(awayWords({ kind: 'saved' })).toBeUndefined();
});

test('where the browser keeps nothing, being offline means to leave the page open', () => {
	const said = (fleeting?: true) =>
		awayWords({ kind: 'offline', ...(fleeting ? { fleeting } : {}) })?.replaceAll(/\s/gu, ' ');
	expect(said()).toBe(
		'Vous pouvez continuer à écrire : tout est gardé ici, et partira dès le retour de la connexion.',
	);
	expect(said(true)).toBe(
		'Vous pouvez continuer à écrire, mais ce navigateur ne garde rien : laissez cette page ouverte, sans la recharger, jusqu’au retour de la connexion.',
	);
});

test('B32 where another release serves the table, the page says to reload and that nothing is lost', () => {
	expect(closedWords('outdated').replaceAll(/\s/gu, ' ')).toBe(
		'Tablée a été mise à jour. Rechargez la page : ce que vous avez écrit est gardé.',
	);
});

test('that the line is down is said once, and once that it is back, whatever is typed meanwhile', () => {
	const news = new LineNews();
	const heard = (kind: Parameters<typeof savingWords>[0]['kind'], pending = 0) =>
		news.heard({ kind, pending, seq: 1 }, 'fr')?.replaceAll(/\s/gu, ' ');
	expect(['connecting', 'saved', 'saving', 'saved'].map((kind) => heard(kind as 'saved'))).toEqual([
		undefined,
		undefined,
		undefined,
		undefined,
	]);
	expect(heard('offline')).toBe('Hors ligne');
	expect(heard('offline', 1)).toBeUndefined();
	expect(heard('connecting', 1)).toBeUndefined();
	expect(heard('offline', 2)).toBeUndefined();
	expect(heard('saving', 2)).toBeUndefined();
	expect(heard('saved')).toBe('La connexion est revenue. Tout est enregistré.');
	expect(heard('saved')).toBeUndefined();
	expect(heard('offline')).toBe('Hors ligne');
	// Who asked for another try is told what came of it.
	expect(news.asked()).toBe('Connexion…');
	expect(heard('connecting')).toBeUndefined();
	expect(heard('offline')).toBe('Hors ligne');
	expect(heard('offline', 1)).toBeUndefined();
	expect(heard('closed', 1)).toBe('Connexion terminée : 1 modification gardée ici');
});
