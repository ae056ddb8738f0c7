import { describe, expect, test } from 'vitest';
import type { Command, Commit, TableEvent, TableState } from '../wire/messages';
import { after } from './fold';
import { EMPTY_TABLE } from './fold/empty';
import { predicted, subjects } from './predict';

const ANA = 'ana';

function folded(...events: TableEvent[]): TableState {
	return events.reduce((state, event, at) => {
		const commit: Commit = { seq: at + 1, at: 1_000 + at, by: ANA, id: `c-${at}`, events: [event] };
		return after(state, commit);
	}, EMPTY_TABLE);
}

const added = (finding: string): TableEvent => ({
	type: 'FindingAdded',
	finding,
	kind: 'need',
	title: finding,
	text: finding,
});
const CREATED: TableEvent = {
	type: 'TableCreated',
	title: 'Bien vieillir',
	territory: 'Brescia',
	locale: 'fr',
	colleges: [{ id: 'users', name: 'Usagers' }],
};
/** Every commit counts as its author's contribution, whatever else it does. */
const uncounted = (state: TableState): TableState => ({ ...state, contributions: [] });
const ids = (state: TableState) => state.findings.map(({ id }) => id);

describe('the table after each event', () => {
	test('a table begins with what its creation names, and nothing undefined', () => {
		expect(uncounted(folded(CREATED))).toStrictEqual({
			...EMPTY_TABLE,
			title: 'Bien vieillir',
			territory: 'Brescia',
			locale: 'fr',
			colleges: [{ id: 'users', name: 'Usagers' }],
		});
	});

	test('who joins is there once, with the role of the last joining', () => {
		const joined = { type: 'ParticipantJoined', participant: ANA, presence: 'room' } as const;
		const state = folded(
			{ ...joined, role: 'participant', college: 'users' },
			{ ...joined, role: 'facilitator' },
			{ type: 'RoleChanged', participant: ANA, role: 'scribe' },
		);
		expect(state.participants).toStrictEqual([{ id: ANA, role: 'scribe', presence: 'room' }]);
	});

	test('a finding is added at the end, with an empty text of its own', () => {
		const state = folded(CREATED, added('f'));

		expect(state.findings).toStrictEqual([
			{ id: 'f', kind: 'need', title: 'f', text: 'f', by: ANA, at: 1_001 },
		]);
		expect(state.texts).toStrictEqual({ f: { ops: [{ insert: '\n' }] } });
	});

	test('a finding is renamed, retyped, sourced, withdrawn and restored in its place', () => {
		const changed = folded(
			added('f'),
			added('g'),
			{ type: 'FindingRenamed', finding: 'f', title: 'Le bus' },
			{ type: 'FindingRetyped', finding: 'f', kind: 'weakness' },
			{ type: 'FindingSourced', finding: 'f', source: 'INSEE 2021' },
			{ type: 'FindingWithdrawn', finding: 'f' },
		);
		expect(changed.findings[0]).toStrictEqual({
			id: 'f',
			kind: 'weakness',
			title: 'Le bus',
			text: 'f',
			by: ANA,
			at: 1_000,
			source: 'INSEE 2021',
			withdrawn: true,
		});
		const restored = folded(
			added('f'),
			{ type: 'FindingWithdrawn', finding: 'f' },
			{ type: 'FindingRestored', finding: 'f' },
		);
		expect(uncounted(restored)).toStrictEqual(uncounted(folded(added('f'))));
	});

	test('a finding moves before another, or to the end', () => {
		const three = [added('f'), added('g'), added('h')];
		expect(ids(folded(...three, { type: 'FindingMoved', finding: 'h', before: 'f' }))).toEqual([
			'h',
			'f',
			'g',
		]);
		expect(ids(folded(...three, { type: 'FindingMoved', finding: 'f' }))).toEqual(['g', 'h', 'f']);
	});

	test('an edit changes its text and leaves the list as it is', () => {
		const before = folded(added('f'));
		const state = after(before, {
			seq: 2,
			at: 2_000,
			by: ANA,
			id: 'c-2',
			events: [{ type: 'TextEdited', text: 'f', delta: { ops: [{ insert: 'Le bus' }] } }],
		});
		expect(state.texts).toEqual({ f: { ops: [{ insert: 'Le bus\n' }] } });
		expect(state.findings).toBe(before.findings);
	});

	test('a phase is moved', () => {
		expect(folded(CREATED, { type: 'PhaseMoved', phase: 'diagnosis' }).phase).toBe('diagnosis');
	});

	test('an event of a type that is not known yet changes nothing', () => {
		const before = folded(CREATED);
		const event = JSON.parse('{"type":"SpeechStarted","entry":"e"}') as TableEvent;
		const then = { seq: 2, at: 2_000, by: ANA, id: 'c-2', events: [event] };
		expect(uncounted(after(before, then))).toStrictEqual(uncounted(before));
	});
});

describe('own commands before the server answered', () => {
	const at = { id: ANA, at: 5_000 };
	const finding = 'f';

	test('look as they will once they are accepted', () => {
		const pairs: [Command, TableEvent][] = [
			[
				{ type: 'AddFinding', finding: 'n', kind: 'need', title: 'n' },
				{ ...added('n') } as TableEvent,
			],
			[
				{ type: 'RenameFinding', finding, title: 'Le bus' },
				{ type: 'FindingRenamed', finding, title: 'Le bus' },
			],
			[
				{ type: 'RetypeFinding', finding, kind: 'actor' },
				{ type: 'FindingRetyped', finding, kind: 'actor' },
			],
			[
				{ type: 'SourceFinding', finding, source: 'INSEE' },
				{ type: 'FindingSourced', finding, source: 'INSEE' },
			],
			[
				{ type: 'MoveFinding', finding: 'g', before: 'f' },
				{ type: 'FindingMoved', finding: 'g', before: 'f' },
			],
			[
				{ type: 'WithdrawFinding', finding },
				{ type: 'FindingWithdrawn', finding },
			],
			[
				{ type: 'RestoreFinding', finding },
				{ type: 'FindingRestored', finding },
			],
			[
				{ type: 'MovePhase', phase: 'debate' },
				{ type: 'PhaseMoved', phase: 'debate' },
			],
		];
		const before = folded(CREATED, added('f'), added('g'));
		for (const [command, event] of pairs) {
			const then = { seq: 4, at: 5_000, by: ANA, id: 'c-3', events: [event] };
			const guess = uncounted(predicted(before, command, at));
			expect(guess).toEqual(uncounted(after(before, then)));
		}
	});

	test('a finding that is there already is not added twice', () => {
		const state = folded(CREATED, added('f'));
		const command: Command = { type: 'AddFinding', finding: 'f', kind: 'need', title: 'f' };
		expect(predicted(state, command, at)).toBe(state);
	});

	test('a command on a finding that is gone changes nothing', () => {
		const state = folded(CREATED);
		expect(predicted(state, { type: 'RenameFinding', finding, title: 'x' }, at)).toBe(state);
		expect(predicted(state, { type: 'MoveFinding', finding }, at)).toBe(state);
	});

	test('a move concerns both findings it names', () => {
		expect(subjects({ type: 'MoveFinding', finding: 'f', before: 'g' })).toEqual(['f', 'g']);
	});
});

describe('the frame after each event', () => {
	const term: TableEvent = {
		type: 'TermAdded',
		term: 't',
		section: 'rules',
		title: 'Le soir',
		text: 't',
	};

	test('a term begins open, and a settled one says by whom, why and until when', () => {
		const settled: TableEvent = {
			type: 'TermSettled',
			term: 't',
			status: 'non-negotiable',
			holder: 'Le conseil',
			reason: 'La loi',
			until: 'juin',
		};
		const { terms } = folded(CREATED, term, settled);
		expect(terms).toStrictEqual([
			{
				id: 't',
				section: 'rules',
				title: 'Le soir',
				text: 't',
				status: 'non-negotiable',
				holder: 'Le conseil',
				reason: 'La loi',
				until: 'juin',
				by: ANA,
				at: 1_001,
			},
		]);
		const open: TableEvent = { type: 'TermSettled', term: 't', status: 'open' };
		expect(folded(CREATED, term, settled, open).terms).toStrictEqual(folded(CREATED, term).terms);
	});

	test('a published frame is read by who published it, and marked by the next change', () => {
		const published = folded(CREATED, term, { type: 'FramePublished' });
		expect(published.frame).toStrictEqual({
			published: 3,
			acknowledged: [{ participant: ANA, frame: 3 }],
			contests: [],
		});
		const edited: TableEvent = {
			type: 'TextEdited',
			text: 't',
			delta: { ops: [{ insert: 'À 18 h' }] },
		};
		const changed = folded(CREATED, term, { type: 'FramePublished' }, edited);
		expect(changed.frame.changed).toBe(true);
		const again = folded(CREATED, term, { type: 'FramePublished' }, edited, {
			type: 'FramePublished',
		});
		expect(again.frame).toStrictEqual({
			published: 5,
			acknowledged: [{ participant: ANA, frame: 5 }],
			contests: [],
		});
	});

	test('the text of a finding leaves the frame as it was published', () => {
		const state = folded(
			CREATED,
			term,
			added('f'),
			{ type: 'FramePublished' },
			{ type: 'TextEdited', text: 'f', delta: { ops: [{ insert: 'Le bus' }] } },
		);
		expect(state.frame.changed).toBeUndefined();
	});

	test('a plan takes its place in the order of the phases, and is taken back', () => {
		const plans: TableEvent[] = [
			{ type: 'PhasePlanned', phase: 'review', until: 9 },
			{ type: 'PhasePlanned', phase: 'debate', from: 1, until: 2 },
		];
		expect(folded(CREATED, ...plans).calendar).toStrictEqual([
			{ phase: 'debate', from: 1, until: 2 },
			{ phase: 'review', until: 9 },
		]);
		const back = folded(CREATED, ...plans, { type: 'PhasePlanned', phase: 'debate' });
		expect(back.calendar).toStrictEqual([{ phase: 'review', until: 9 }]);
	});

	test('one’s own commands look as they will once they are accepted', () => {
		const contested: TableEvent = {
			type: 'TermContested',
			contest: 'x',
			term: 't',
			reason: 'Non',
		};
		const before = folded(CREATED, term, contested, { type: 'FramePublished' });
		const pairs: [Command, TableEvent[]][] = [
			[
				{ type: 'AddTerm', term: 'u', section: 'scope', title: 'Tout' },
				[{ type: 'TermAdded', term: 'u', section: 'scope', title: 'Tout', text: 'u' }],
			],
			[{ type: 'SayScope', leaves: 'Le budget' }, [{ type: 'ScopeSaid', leaves: 'Le budget' }]],
			[{ type: 'AcknowledgeFrame', frame: 4 }, [{ type: 'FrameAcknowledged', frame: 4 }]],
			[
				{ type: 'AnswerContest', contest: 'x', outcome: 'reopened', answer: 'Oui' },
				[
					{ type: 'ContestAnswered', contest: 'x', outcome: 'reopened', answer: 'Oui' },
					{ type: 'TermSettled', term: 't', status: 'negotiable' },
				],
			],
			[
				{ type: 'AddWord', word: 'w', written: 'aîné' },
				[{ type: 'WordAdded', word: 'w', written: 'aîné', text: 'w' }],
			],
		];
		for (const [command, events] of pairs) {
			const then = { seq: 5, at: 5_000, by: ANA, id: 'c-5', events };
			const { contributions } = before;
			expect(predicted(before, command, { id: ANA, at: 5_000 })).toEqual({
				...after(before, then),
				contributions,
			});
		}
	});
});
