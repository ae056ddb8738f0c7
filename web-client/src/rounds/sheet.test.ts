import { expect, test } from 'vitest';
import { Device, type Keeping } from '../wire/device';
import { Dice } from '../wire/virtual-clock.test-support';
import { entriesOf, isHandedIn, Sheets } from './sheet';

const PLACE = { table: 't', round: 'r', participant: 'ana' };

function keeping(): Keeping & { rows: Map<string, string> } {
	const rows = new Map<string, string>();
	return {
		rows,
		getItem: (name) => rows.get(name) ?? null,
		setItem: (name, value) => void rows.set(name, value),
		removeItem: (name) => void rows.delete(name),
	};
}

test('a sheet is found again on this device, with its secret, by its member and round alone', () => {
	const kept = keeping();
	const first = new Sheets(new Device(() => kept), new Dice(1).random);
	const sheet = { ...first.at(PLACE), lines: ['Le dimanche', ''] };
	first.keep(PLACE, sheet);

	const later = new Sheets(new Device(() => kept), new Dice(2).random);
	expect(later.at(PLACE)).toEqual(sheet);
	expect(sheet.key).toMatch(/^[\w-]{22}$/);
	for (const other of [{ participant: 'bao' }, { round: 'q' }, { table: 'u' }]) {
		const another = later.at({ ...PLACE, ...other });
		expect(another.lines).toEqual(['']);
		expect(another.key).not.toBe(sheet.key);
	}
});

test('nothing of a sheet stays behind once its round is over', () => {
	const kept = keeping();
	const sheets = new Sheets(new Device(() => kept), new Dice(1).random);
	sheets.keep(PLACE, { ...sheets.at(PLACE), lines: ['Le dimanche'] });
	sheets.forget(PLACE);
	expect([...kept.rows]).toEqual([]);
});

test('where the browser keeps nothing, the sheet is found again for as long as the page stands', () => {
	const refuse = () => {
		throw new DOMException('', 'SecurityError');
	};
	const sheets = new Sheets(new Device(refuse), new Dice(1).random);
	const sheet = sheets.at(PLACE);
	expect(sheet.lines).toEqual(['']);
	sheets.keep(PLACE, { ...sheet, lines: ['Le dimanche'] });
	expect(sheets.at(PLACE)).toEqual({ ...sheet, lines: ['Le dimanche'] });
	sheets.forget(PLACE);
	expect(sheets.at(PLACE).lines).toEqual(['']);
});

test('what is handed in are the lines that say something, as they stood', () => {
	const lines = [' Le dimanche ', '', '   ', 'Le bus'];
	expect(entriesOf(lines)).toEqual(['Le dimanche', 'Le bus']);
	expect(isHandedIn({ key: 'k', lines })).toBe(false);
	expect(isHandedIn({ key: 'k', lines, handed: ['Le dimanche', 'Le bus'] })).toBe(true);
	expect(isHandedIn({ key: 'k', lines, handed: ['Le dimanche'] })).toBe(false);
	expect(isHandedIn({ key: 'k', lines: ['Le bus'], handed: ['Le dimanche'] })).toBe(false);
});
