/** What the server says to a command about a round, in a few lines, and the boxes it keeps. */
import type { RoundCommand, RoundEntry, RoundEvent, TableState } from '../../wire/messages';
import type { Refusal } from '../authority.test-support';

interface Sheet {
	key: string;
	entries: string[];
}

/** The sheets of each round, by who handed them in. */
export type Boxes = Map<string, Map<string, Sheet>>;

export function brokenRound(
	state: TableState,
	boxes: Boxes,
	command: RoundCommand,
	by: string,
): Refusal | undefined {
	const round = state.rounds.find(({ id }) => id === command.round);
	if (command.type === 'OpenRound' || round === undefined) {
		const fits = (command.type === 'OpenRound') === (round === undefined);
		return fits ? undefined : { code: 'command.invalid' };
	}
	if (command.type === 'HandIn' || command.type === 'CloseRound') {
		if (round.state !== 'open') return { code: 'round.closed' };
	} else if (round.state === 'revealed' || round.state === 'dropped') {
		return { code: 'round.closed' };
	}
	if (command.type === 'HandIn') {
		const before = boxes.get(round.id)?.get(by);
		const other = before !== undefined && before.key !== command.key;
		return other && round.anonymous ? { code: 'box.other' } : undefined;
	}
	const few = round.anonymous === true && round.handed.length < 3;
	return command.type === 'RevealRound' && few ? { code: 'round.few' } : undefined;
}

/** Puts a sheet into the box of its round. */
export function putIn(boxes: Boxes, command: RoundCommand & { type: 'HandIn' }, by: string): void {
	const { round, key, entries } = command;
	const box = boxes.get(round) ?? new Map<string, Sheet>();
	boxes.set(round, box.set(by, { key, entries }));
}

export function decidedRound(
	state: TableState,
	boxes: Boxes,
	command: Exclude<RoundCommand, { type: 'HandIn' }>,
): RoundEvent {
	switch (command.type) {
		case 'OpenRound':
			return { ...command, type: 'RoundOpened' };
		case 'CloseRound':
			return { ...command, type: 'RoundClosed' };
		case 'DropRound':
			return { ...command, type: 'RoundDropped' };
		case 'RevealRound': {
			const anonymous = state.rounds.find(({ id }) => id === command.round)?.anonymous;
			const sheets = [...(boxes.get(command.round) ?? [])];
			const entries = sheets.flatMap(([by, sheet]) =>
				sheet.entries.map((text, at): RoundEntry => {
					const entry = `${command.round}-${by}-${at}`;
					return anonymous ? { entry, text } : { entry, text, by };
				}),
			);
			return { ...command, type: 'RoundRevealed', entries };
		}
	}
}
