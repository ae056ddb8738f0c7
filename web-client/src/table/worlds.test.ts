import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import Delta from '../text/delta';
import { idbOutboxes } from '../wire/outbox-idb';
import { memoryOutboxes } from '../wire/outbox-memory';
import { Authority } from './authority.test-support';
import { browser, type Browser, type Tab } from './browser.test-support';
import type { Command, Finding } from '../wire/messages';
import { changesOf } from './past';
import { isUnread } from './reading';
import { Dice, VirtualClock } from '../wire/virtual-clock.test-support';

const SEEDS = Array.from({ length: 150 }, (_, at) => at + 1);
const TURNS = 100;
const PEOPLE = ['ana', 'bea', 'carla', 'dario', 'enzo'];

/** Each letter typed in a world is another one, so that it can be found again in the log. */
const FIRST_LETTER = 0x4e00;

class Person {
	readonly id: string;
	readonly made: string[] = [];
	readonly erased = new Set<string>();
	tab: Tab;
	/** What an editor shows that only listens. */
	editors = new Map<string, Delta>();
	#browser: Browser;

	constructor(id: string, browser: Browser) {
		this.id = id;
		this.#browser = browser;
		this.tab = browser.open();
	}

	get table() {
		return this.tab.table;
	}

	reopen(storage?: Map<string, string>): void {
		this.editors.clear();
		this.tab = this.#browser.open(storage);
	}

	editor(id: string): Delta {
		const known = this.editors.get(id);
		if (known !== undefined) {
			return known;
		}
		const text = this.table.text(id);
		const { editors } = this;
		text.subscribe(
			(change) => editors.set(id, (editors.get(id) ?? new Delta()).compose(change)),
			(whole) => editors.set(id, whole),
		);
		editors.set(id, text.shown);
		return text.shown;
	}
}

class World {
	readonly clock = new VirtualClock();
	readonly dice: Dice;
	readonly authority: Authority;
	readonly people: Person[];
	readonly commands = new Map<string, string>();
	/** Sheets of rounds and ballots are told by no commit: the box knows them. */
	readonly sheets = new Map<string, string>();
	#letters = 0;
	readonly typed = new Map<string, Person>();

	constructor(seed: number, lasting: boolean) {
		this.dice = new Dice(seed);
		this.authority = new Authority(this.clock);
		this.authority.delay = () => 1 + this.dice.below(60);
		this.authority.doubles = () => this.dice.chance(0.1);
		this.authority.most = 40;
		PEOPLE.forEach((id) => this.authority.join(id));
		const browsers = PEOPLE.map((id) =>
			browser(
				this.authority,
				id,
				this.clock,
				this.dice,
				lasting
					? idbOutboxes(() => this.clock.now(), this.dice.random, `${seed}-${id}`)
					: memoryOutboxes(),
			),
		);
		this.clock.busy = () => browsers.reduce((sum, one) => sum + one.busy(), 0);
		this.people = browsers.map((one, at) => new Person(PEOPLE[at] ?? '', one));
	}

	turn(): Promise<void> | void {
		const { dice, authority } = this;
		const person = dice.pick(this.people);
		if (person.table.state === undefined) {
			return;
		}
		const act = dice.next();
		if (act < 0.55) {
			this.#write(person);
		} else if (act < 0.7) {
			this.#list(person);
		} else if (act < 0.8) {
			this.#frame(person);
		} else if (act < 0.85) {
			authority.cut(person.id);
		} else if (act < 0.87) {
			authority.silence(person.id);
		} else if (act < 0.91) {
			authority.away.add(person.id);
			authority.cut(person.id);
		} else if (act < 0.96) {
			authority.away.delete(person.id);
		} else {
			return this.#reload(person);
		}
	}

	/** Terms and words, and a frame that is published and read from time to time. */
	#frame({ table, id, made }: Person): void {
		const { dice } = this;
		const { terms = [], glossary = [], frame } = table.state ?? {};
		const term = terms.length === 0 ? '' : dice.pick(terms).id;
		const word = glossary.length === 0 ? '' : dice.pick(glossary).id;
		const fresh = `${id}-${made.length}`;
		const commands: Command[] = [
			{ type: 'AddTerm', term: fresh, section: 'rules', title: 'une règle' },
			{ type: 'RenameTerm', term, title: `${dice.below(99)}` },
			{ type: 'MoveTerm', term },
			{ type: 'WithdrawTerm', term },
			{ type: 'RestoreTerm', term },
			{ type: 'SettleTerm', term, status: dice.chance(0.3) ? 'non-negotiable' : 'negotiable' },
			{ type: 'SayScope', decides: 'ses constats' },
			{ type: 'AddWord', word: fresh, written: 'aîné' },
			{ type: 'RewriteWord', word, written: `${dice.below(99)}` },
			{ type: 'WithdrawWord', word },
			{ type: 'RestoreWord', word },
			{ type: 'PublishFrame' },
		];
		// Some go on without having read: what they write waits for that.
		const reads = isUnread(table.state, id) && dice.chance(0.5);
		const sent = table.do(
			reads ? { type: 'AcknowledgeFrame', frame: frame?.published ?? 0 } : dice.pick(commands),
		);
		made.push(sent);
		this.commands.set(`${id} ${sent}`, id);
	}

	#list(person: Person): void {
		const { table, id, made } = person;
		const { dice } = this;
		const findings = table.state?.findings ?? [];
		const finding = findings.length === 0 ? '' : dice.pick(findings).id;
		const before = findings.length === 0 ? '' : dice.pick(findings).id;
		const one = findings.find((other) => other.id === finding);
		if (dice.chance(0.15)) {
			this.#round(person);
			return;
		}
		if (dice.chance(0.1)) {
			this.#vote(person);
			return;
		}
		if (one !== undefined && dice.chance(0.4)) {
			this.#debate(person, one);
			return;
		}
		const act = dice.below(6);
		const sent =
			one === undefined || act === 0
				? table.do({
						type: 'AddFinding',
						finding: `${id}-${made.length}`,
						kind: 'need',
						title: 'une place',
					})
				: act === 1
					? table.do({ type: 'MoveFinding', finding, before })
					: act === 2
						? table.do({ type: 'RenameFinding', finding, title: `${dice.below(99)}` })
						: act === 3
							? table.do({ type: 'RetypeFinding', finding, kind: 'actor' })
							: act === 4
								? table.do({ type: 'SourceFinding', finding, source: 'INSEE' })
								: table.do({
										type: one.withdrawn ? 'RestoreFinding' : 'WithdrawFinding',
										finding,
									});
		made.push(sent);
		this.commands.set(`${id} ${sent}`, id);
	}

	/** Agrees, merges, gathers and rates. */
	#debate({ table, id, made }: Person, finding: Finding): void {
		const { dice } = this;
		const { findings = [], challenges = [], rating } = table.state ?? {};
		const agreed = finding.agreed?.includes(id) ?? false;
		const challenge = challenges.length === 0 ? undefined : dice.pick(challenges).id;
		const other = dice.pick(findings).id;
		const parents = [...new Set([finding.id, other])];
		const agree = agreed ? ('TakeBackAgreement' as const) : ('AgreeFinding' as const);
		const command = dice.pick<Command>([
			{ type: agree, finding: finding.id },
			finding.parents === undefined
				? {
						type: 'MergeFindings',
						finding: `m-${id}-${made.length}`,
						kind: 'need',
						title: 'réunis',
						parents,
					}
				: { type: 'UnmergeFinding', finding: finding.id },
			{ type: 'ReleaseFindings', findings: [finding.id] },
			...(challenge === undefined
				? [{ type: 'AddChallenge' as const, challenge: `c-${id}-${made.length}`, title: 'enjeu' }]
				: [
						{ type: 'GatherFindings' as const, challenge, findings: parents },
						{ type: 'MoveChallenge' as const, challenge },
						{
							type: 'RateChallenge' as const,
							rating: rating?.id ?? 'none',
							challenge,
							value: 1 + dice.below(10),
						},
						{ type: 'RateChallenge' as const, rating: rating?.id ?? 'none', challenge },
						rating?.open === true
							? { type: 'CloseRating' as const, rating: rating.id }
							: {
									type: 'OpenRating' as const,
									rating: `r-${id}-${made.length}`,
									hidden: false,
								},
					]),
		]);
		const sent = table.do(command);
		made.push(sent);
		this.commands.set(`${id} ${sent}`, id);
	}

	/** Opens rounds, hands in and changes sheets, reveals and drops. */
	#round({ table, id, made }: Person): void {
		const { dice } = this;
		const { rounds = [] } = table.state ?? {};
		const round = rounds.at(-1);
		const act = dice.below(8);
		if (round === undefined || (act === 0 && round.state !== 'open')) {
			const opening = {
				round: `o-${id}-${made.length}`,
				kind: 'doubts' as const,
				question: 'quoi ?',
			};
			const sent = table.do({ type: 'OpenRound', ...opening, anonymous: dice.chance(0.5) });
			made.push(sent);
			this.commands.set(`${id} ${sent}`, id);
			return;
		}
		const over = (['CloseRound', 'RevealRound', 'DropRound'] as const)[act];
		const sent =
			over === undefined
				? table.do({
						type: 'HandIn',
						round: round.id,
						key: `key-of-the-device-of-${id}`,
						entries: [`ligne ${made.length}`],
					})
				: table.do({ type: over, round: round.id });
		made.push(sent);
		(over === undefined ? this.sheets : this.commands).set(`${id} ${sent}`, id);
	}

	/** Opens votes, casts and changes ballots, closes, publishes and drops. */
	#vote({ table, id, made }: Person): void {
		const { dice } = this;
		const { votes = [] } = table.state ?? {};
		const vote = votes.at(-1);
		const act = dice.below(8);
		const over = (['CloseVote', 'PublishVote', 'DropVote'] as const)[act];
		const opens = vote === undefined || (act === 7 && vote.state !== 'open');
		let sent: string;
		if (opens) {
			const opening = { vote: `v-${id}-${made.length}`, question: 'où ?', options: [] };
			const secret = dice.chance(0.5);
			sent = table.do({ type: 'OpenVote', ...opening, method: 'scale', secret });
		} else if (over === undefined) {
			const ballot = { value: 1 + dice.below(10) };
			const key = `key-of-the-device-of-${id}`;
			sent = table.do({ type: 'CastBallot', vote: vote.id, key, ballot });
		} else {
			sent = table.do({ type: over, vote: vote.id });
		}
		made.push(sent);
		(!opens && over === undefined ? this.sheets : this.commands).set(`${id} ${sent}`, id);
	}

	#write(person: Person): void {
		const { dice } = this;
		const { findings = [], terms = [], glossary = [] } = person.table.state ?? {};
		const items = [...findings, ...terms, ...glossary].filter(({ withdrawn }) => !withdrawn);
		if (items.length === 0) {
			return;
		}
		// Most write in the same few texts.
		const { text } = dice.pick(dice.chance(0.8) ? items.slice(0, 2) : items);
		const whole = person.editor(text);
		const length = whole.length() - 1;
		const at = dice.below(length + 1);
		const change = new Delta().retain(at);
		const act = dice.below(4);
		if (act === 0 && length > at) {
			const gone = 1 + dice.below(Math.min(3, length - at));
			const letters = whole.slice(at, at + gone).ops.map(({ insert }) => String(insert));
			[...letters.join('')].forEach((letter) => person.erased.add(letter));
			change.delete(gone);
		} else if (act === 1 && length > at) {
			change.retain(1, { bold: dice.chance(0.5) ? true : null });
		} else {
			const letters = Array.from({ length: 1 + dice.below(4) }, () =>
				String.fromCharCode(FIRST_LETTER + this.#letters++),
			);
			letters.forEach((letter) => this.typed.set(letter, person));
			change.insert(letters.join(''));
		}
		person.editors.set(text, whole.compose(change));
		person.table.text(text).edit(change);
	}

	async #reload(person: Person): Promise<void> {
		// Closed in good order, or killed some time after the last letter; the same tab, or a new one.
		if (this.dice.chance(0.5)) {
			person.tab.news('leaving');
			await this.clock.settle();
		} else {
			await this.clock.advance(400);
		}
		const { storage } = person.tab;
		person.tab.kill();
		await this.clock.settle();
		person.reopen(this.dice.chance(0.5) ? storage : undefined);
	}

	async play(): Promise<void> {
		await this.clock.advance(500);
		for (let turn = 0; turn < TURNS; turn++) {
			await this.turn();
			await this.clock.advance(this.dice.below(150));
		}
		this.authority.away.clear();
		this.authority.refuses = () => undefined;
		for (let second = 0; second < 120 && !this.isQuiet(); second++) {
			this.people.forEach((person) => this.#read(person));
			await this.clock.advance(1_000);
		}
	}

	/** Whoever left the frame unread reads it in the end. */
	#read({ table, id, made }: Person): void {
		if (!isUnread(table.state, id)) return;
		const sent = table.do({ type: 'AcknowledgeFrame', frame: table.state?.frame.published ?? 0 });
		made.push(sent);
		this.commands.set(`${id} ${sent}`, id);
	}

	isQuiet(): boolean {
		return this.people.every(({ table: { saving, seq } }) => {
			return saving.kind === 'saved' && seq === this.authority.seq;
		});
	}

	check(): void {
		const { authority, people } = this;
		for (const { id, table, editors } of people) {
			expect([id, table.saving]).toEqual([id, { kind: 'saved', pending: 0, seq: authority.seq }]);
			expect(table.parted).toBeUndefined();
			expect(table.confirmed).toEqual(authority.state);
			expect(table.state).toEqual(authority.state);
			for (const [text, whole] of editors) {
				expect(table.text(text).shown.diff(whole).ops).toEqual([]);
			}
		}
		const ids = authority.commits.map(({ by, id }) => `${by} ${id}`);
		expect(new Set(ids).size).toBe(ids.length);
		for (const [command, by] of this.commands) {
			const refusals = people.find(({ id }) => id === by)?.table.refusals ?? [];
			const refused = refusals.filter(({ id }) => `${by} ${id}` === command).length;
			expect([command, ids.filter((id) => id === command).length + refused]).toEqual([command, 1]);
		}
		for (const [sheet, by] of this.sheets) {
			const refusals = people.find(({ id }) => id === by)?.table.refusals ?? [];
			const refused = refusals.filter(({ id }) => `${by} ${id}` === sheet).length;
			expect([sheet, (authority.handedIn.has(sheet) ? 1 : 0) + refused]).toEqual([sheet, 1]);
			expect(ids).not.toContain(sheet);
		}
		this.#checkLetters();
	}

	#checkLetters(): void {
		const { findings, terms, glossary } = this.authority.state;
		const texts = [...findings, ...terms, ...glossary].map(({ text }) => text);
		// What is merged says once more what its parents say.
		const typing = this.authority.commits.filter(
			({ events }) => !events.some(({ type }) => type === 'FindingsMerged'),
		);
		const inserted = typing
			.flatMap((commit) => texts.flatMap((text) => changesOf(commit, text)))
			.flatMap(({ ops }) => ops.map(({ insert }) => (typeof insert === 'string' ? insert : '')))
			.join('');
		for (const [letter, person] of this.typed) {
			const found = inserted.split(letter).length - 1;
			expect(found).toBeLessThanOrEqual(1);
			const words = person.table.refusals.some((one) => one.words?.includes(letter));
			if (found === 0 && !words) {
				expect([letter, person.erased.has(letter)]).toEqual([letter, true]);
			}
		}
	}
}

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
});

describe('five people, cuts, doubled frames, resends and reloads', () => {
	test.each(SEEDS)('seed %i: all end at the same table and nothing typed is lost', async (seed) => {
		const world = new World(seed, seed % 2 === 1);
		const locked = new Map<string, boolean>();
		world.authority.refuses = ({ id, command }) => {
			if (world.dice.chance(0.04)) {
				return { code: 'rate.limited', params: { retryInMs: 300 } };
			}
			if (world.dice.chance(0.04)) {
				return { code: 'store.unavailable' };
			}
			if (command.type === 'EditText' && world.dice.chance(0.03)) {
				return { code: 'text.base' };
			}
			const final = locked.get(id) ?? world.dice.chance(0.03);
			locked.set(id, final);
			return final ? { code: 'text.locked' } : undefined;
		};
		await world.play();
		world.check();
	});
});
