import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { after } from '../table/fold';
import { EMPTY_TABLE } from '../table/fold/empty';
import type { Amendment, Commit, Participant, Position, Proposal } from '../wire/messages';
import { conflictsAmong } from './conflicts';
import { standingOf, stripsOf, type Standing, type Strip } from './standing';

const FOLDER = fileURLToPath(
	new URL('../../../server/src/test/resources/proposal', import.meta.url),
);
/** The server's tests read the same files: both come to the same. */
const THERE = existsSync(FOLDER);

function read<T>(name: string, otherwise: T): T {
	return THERE ? (JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8')) as T) : otherwise;
}

interface StandingCase {
	name: string;
	colleges: string[];
	members: Omit<Participant, 'presence'>[];
	shownBy: string[];
	textSeq: number;
	withdrawn: boolean;
	positions: Omit<Position, 'at'>[];
	standing: Standing;
	strips: Strip[];
}

const BENCH: Proposal = {
	id: 'bench',
	title: 'Des bancs',
	text: 'bench',
	by: 'ana',
	at: 0,
	textSeq: 1,
	links: [],
	carriedBy: [],
	means: [],
	amendments: [],
	positions: [],
	disagreements: [],
};

describe.runIf(THERE)('what is derived of proposals', () => {
	test.each(read<StandingCase[]>('standing', []))('PO5 PO6 PO7 $name', (one) => {
		const colleges = one.colleges.map((id) => ({ id, name: id }));
		const participants = one.members.map((each) => ({ ...each, presence: 'room' as const }));
		const positions = one.positions.map((each) => ({ ...each, at: 0 }));
		const withdrawn = one.withdrawn ? { withdrawn: true as const } : {};
		const proposal = { ...BENCH, textSeq: one.textSeq, positions, ...withdrawn };
		const seats = { colleges, participants, strips: one.shownBy };

		expect(standingOf(seats, proposal)).toEqual(one.standing);
		expect(stripsOf(seats, proposal)).toEqual(one.strips);
	});

	test.each(
		read<{ name: string; amendments: Amendment[]; conflicts: Record<string, string[]> }[]>(
			'conflicts',
			[],
		),
	)('AM8 $name', ({ amendments, conflicts }) => {
		const outdated = (one: Amendment) =>
			one.delta.ops.every(({ retain }) => retain !== undefined) ? { outdated: true as const } : {};
		const marked = amendments.map((one) => ({ ...one, ...outdated(one) }));

		expect(Object.fromEntries(conflictsAmong(marked))).toEqual(conflicts);
	});

	test('AM3 AM5 PO1 PO4 DI2 DS2 DS3 a history makes the proposals it tells of', () => {
		const history = read<{ commits: Commit[]; proposals: Proposal[]; strips: string[] }>(
			'history',
			{ commits: [], proposals: [], strips: [] },
		);
		const state = history.commits.reduce(after, EMPTY_TABLE);

		expect(state.proposals).toStrictEqual(history.proposals);
		expect(state.strips).toStrictEqual(history.strips);
	});
});
