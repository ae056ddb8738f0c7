import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CLIENT_FRAMES, COMMANDS, EVENTS, SERVER_FRAMES } from '../wire/known';
import type { ClientFrame, Commit, ServerFrame, TableEvent, TableState } from '../wire/messages';
import { after } from './fold';
import { EMPTY_TABLE } from './fold/empty';
import { predicted } from './predict';

const beside = (path: string) =>
	fileURLToPath(new URL(`../../../server/src/test/${path}`, import.meta.url));
/** One JSON file a frame, command and event; the server's tests read the same. */
const FOLDER = beside('resources/wire');
/** The server's tests of its wire come with the files: where there are the ones, there are the others. */
const THERE = existsSync(beside('java/org/tablee/wire'));
const FILES = (THERE ? readdirSync(FOLDER) : []).filter((name) => name.endsWith('.json'));

function read<T>(name: string): T {
	return JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as T;
}

function named(start: string): string[] {
	return FILES.filter((name) => name.startsWith(start));
}

function commit(events: TableEvent[]): Commit {
	return { seq: 9, at: 9_000, by: 'ana', id: 'ana-tab-1-9', events };
}

const added = (finding: string): TableEvent => ({
	type: 'FindingAdded',
	finding,
	kind: 'need',
	title: 'Avant',
	text: finding,
});
const challenge = (id: string): TableEvent => ({
	type: 'ChallengeAdded',
	challenge: id,
	title: 'Avant',
	text: id,
});
/** A table on which every event of the files says something new. */
const BEFORE: TableState = after(
	EMPTY_TABLE,
	commit([
		{ type: 'TableCreated', title: 'Avant', locale: 'fr', colleges: [] },
		{ type: 'ParticipantJoined', participant: 'ana', role: 'observer', presence: 'room' },
		added('f2'),
		added('f1'),
		challenge('c2'),
		challenge('c1'),
		{ type: 'CommentAdded', comment: 'c1', on: 'f1', kind: 'remark', words: 'Avant' },
		{ type: 'ProposalAdded', proposal: 'p2', title: 'Avant', text: 'p2' },
		{ type: 'ProposalAdded', proposal: 'p1', title: 'Avant', text: 'p1' },
		{ type: 'TextEdited', text: 'p1', delta: { ops: [{ insert: 'Il faut un banc à l’ombre' }] } },
		{
			type: 'VoteOpened',
			vote: 'v1',
			question: 'Avant',
			method: 'dots',
			options: [],
			secret: true,
		},
		{ type: 'RoundOpened', round: 'r1', kind: 'needs', question: 'Avant', anonymous: true },
		{ type: 'TextEdited', text: 'f1', delta: { ops: [{ insert: 'Un banc à l’ombre' }] } },
		{ type: 'TermAdded', term: 't2', section: 'rules', title: 'Avant', text: 't2' },
		{ type: 'TermAdded', term: 't1', section: 'rules', title: 'Avant', text: 't1' },
		{ type: 'TermContested', contest: 'x1', term: 't1', reason: 'Parlons-en' },
		{ type: 'WordAdded', word: 'w1', written: 'avant', text: 'w1' },
	]),
);

test.runIf(THERE)('every file is a frame of the client, a frame of the server or an event', () => {
	const known = [...named('client-'), ...named('server-'), ...named('event-')];
	expect([...known].sort()).toEqual([...FILES].sort());
	expect(FILES.length).toBeGreaterThan(30);
});

test.each(named('client-'))('%s is of a type that this client sends', (name) => {
	const frame = read<ClientFrame>(name);
	expect(CLIENT_FRAMES).toContain(frame.type);
	if (frame.type === 'do') {
		expect(COMMANDS).toContain(frame.command.type);
		expect(`client-do-${frame.command.type}.json`).toBe(name);
		const author = { id: 'ana', at: 9_000 };
		expect(() => predicted(BEFORE, frame.command, author)).not.toThrow();
	}
});

test.each(named('server-'))('%s is of a type that this client hears', (name) => {
	const frame = read<ServerFrame>(name);
	expect(SERVER_FRAMES).toContain(frame.type);
	const commits = frame.type === 'commits' || frame.type === 'welcome' ? frame.commits : undefined;
	for (const { events } of commits ?? []) {
		events.forEach(({ type }) => expect(EVENTS).toContain(type));
	}
	if (frame.type === 'welcome' && frame.state !== undefined) {
		expect(Object.keys(frame.state)).toEqual(expect.arrayContaining(Object.keys(EMPTY_TABLE)));
	}
});

describe.runIf(THERE)('golden events', () => {
	test.each(named('event-'))('%s is known, and changes the table as it says', (name) => {
		const event = read<TableEvent>(name);
		expect(`event-${event.type}.json`).toBe(name);
		expect(EVENTS).toContain(event.type);
		const withdrawn: TableEvent = { type: 'FindingWithdrawn', finding: 'f1' };
		const own = { proposal: 'p1', reason: 'Avant' };
		const suggested: TableEvent = {
			...own,
			type: 'AmendmentSuggested',
			amendment: 'a1',
			delta: { ops: [{ insert: 'Oui. ' }] },
		};
		const amended = after(BEFORE, commit([suggested]));
		const about = (type: 'ProposalWithdrawn' | 'ProposalCarried') =>
			after(BEFORE, commit([{ type, proposal: 'p1' }]));
		const maintained: TableEvent = { ...own, type: 'DisagreementMaintained', disagreement: 'd1' };
		const linked: TableEvent = { type: 'ProposalLinked', proposal: 'p1', item: 'f1' };
		const base = {
			ProposalAdded: { ...BEFORE, proposals: [] },
			ProposalRestored: about('ProposalWithdrawn'),
			ProposalUnlinked: after(BEFORE, commit([linked])),
			CarryingStopped: about('ProposalCarried'),
			AmendmentAccepted: amended,
			AmendmentDeclined: amended,
			AmendmentWithdrawn: amended,
			DisagreementLifted: after(BEFORE, commit([maintained])),
			FindingAdded: { ...BEFORE, findings: [] },
			FindingRestored: after(BEFORE, commit([withdrawn])),
			AgreementTakenBack: after(BEFORE, commit([{ type: 'FindingAgreed', finding: 'f1' }])),
			FindingUnmerged: after(
				BEFORE,
				commit([
					{
						type: 'FindingsMerged',
						finding: 'f3',
						kind: 'need',
						title: 'Avant',
						text: 'f3',
						parents: ['f1', 'f2'],
					},
				]),
			),
			ChallengeAdded: { ...BEFORE, challenges: [] },
			ChallengeRestored: after(BEFORE, commit([{ type: 'ChallengeWithdrawn', challenge: 'c1' }])),
			FindingsReleased: after(
				BEFORE,
				commit([{ type: 'FindingsGathered', challenge: 'c2', findings: ['f1'] }]),
			),
			RatingGiven: after(BEFORE, commit([{ type: 'RatingOpened', rating: 'r1', hidden: true }])),
			RatingClosed: after(BEFORE, commit([{ type: 'RatingOpened', rating: 'r1', hidden: true }])),
			CommentAdded: { ...BEFORE, comments: [] },
			CommentRestored: after(BEFORE, commit([{ type: 'CommentWithdrawn', comment: 'c1' }])),
			ThreadReopened: after(BEFORE, commit([{ type: 'ThreadResolved', comment: 'c1' }])),
			RoundOpened: { ...BEFORE, rounds: [] },
			VoteOpened: { ...BEFORE, votes: [] },
			ListOpened: after(BEFORE, commit([{ type: 'ListClosed', list: 'findings' }])),
			TermAdded: { ...BEFORE, terms: [] },
			TermRestored: after(BEFORE, commit([{ type: 'TermWithdrawn', term: 't1' }])),
			TermContested: { ...BEFORE, frame: { ...BEFORE.frame, contests: [] } },
			WordAdded: { ...BEFORE, glossary: [] },
			WordRestored: after(BEFORE, commit([{ type: 'WordWithdrawn', word: 'w1' }])),
		};
		const before = event.type in base ? base[event.type as keyof typeof base] : BEFORE;
		// Every commit counts as a contribution; the event must do more than that.
		const { contributions } = before;
		expect({ ...after(before, commit([event])), contributions }).not.toEqual(before);
	});

	test('each that this client knows has its file', () => {
		const files = named('event-').map((name) => name.slice(6, -5));
		expect([...files].sort()).toEqual([...EVENTS].sort());
	});

	test('each command that this client knows has its file', () => {
		const files = named('client-do-').map((name) => name.slice(10, -5));
		expect([...files].sort()).toEqual([...COMMANDS].sort());
	});
});
