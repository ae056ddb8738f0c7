/**
 * What this device remembers of a sheet of a round: the lines as they are being written, what was
 * handed in from here, and the secret by which the server knows this device again. It is kept in this
 * browser alone, until the round is over.
 */
import { device, type Device } from '../wire/device';
import { newId, secureRandom, type Random } from '../wire/ids';

/** Lines of a sheet, at most, and letters of a line. */
export const MOST_LINES = 10;
export const MOST_LETTERS = 500;

export interface Sheet {
	key: string;
	lines: string[];
	/** What was last handed in from this device; absent before that. */
	handed?: string[];
}

export interface Place {
	table: string;
	round: string;
	/** One device may be several people's. */
	participant: string;
}

const named = ({ table, round, participant }: Place) =>
	`tablee-sheet-${table}-${round}-${participant}`;

export class Sheets {
	readonly #device: Device;
	readonly #random: Random;

	constructor(of: Device = device, random: Random = secureRandom) {
		this.#device = of;
		this.#random = random;
	}

	/** The sheet of that place; a new one, with a secret of its own, where there is none. */
	at(place: Place): Sheet {
		const text = this.#device.read(named(place));
		return parsed(text ?? '{}') ?? { key: newId(this.#random), lines: [''] };
	}

	keep(place: Place, sheet: Sheet): void {
		this.#device.keep(named(place), JSON.stringify(sheet));
	}

	/** The round is over: nothing of it stays behind on a device that others may use. */
	forget(place: Place): void {
		this.#device.forget(named(place));
	}
}

function parsed(text: string): Sheet | undefined {
	const { key, lines, handed } = JSON.parse(text) as Partial<Sheet>;
	if (typeof key !== 'string' || !Array.isArray(lines)) return undefined;
	return { key, lines, ...(handed === undefined ? {} : { handed }) };
}

/** What is handed in: the lines that say something. */
export function entriesOf(lines: readonly string[]): string[] {
	return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** Whether what stands on the sheet is what was handed in. */
export function isHandedIn({ lines, handed }: Sheet): boolean {
	const entries = entriesOf(lines);
	return handed?.length === entries.length && entries.every((line, at) => line === handed[at]);
}
