import { markOf, unseated, type Mark } from '../look/colours';
import { letters } from '../look/initials';
import type { TableState } from '../wire/messages';
import { mayWrite } from './rights';

/** Of one college, or of those who sit without one, how many did something. */
export interface Share {
	/** The college's id; empty for those without one. */
	key: string;
	/** Null for those without a college. */
	name: string | null;
	letter: string;
	mark: Mark;
	count: number;
	/** How many could have. */
	of: number;
}

type Seats = Pick<TableState, 'colleges' | 'participants'>;

/**
 * How many of each college are among some people, in the order of the colleges, each college alike
 * whatever its size. Those without a college (who lead, who write down) stand last, where one of
 * them is among the people; a college of nobody is left out.
 */
export function shares({ colleges, participants }: Seats, among: readonly string[]): Share[] {
	const marks = letters(colleges);
	const did = new Set(among);
	const of = new Map<string, { count: number; of: number }>();
	for (const seat of participants) {
		if (!mayWrite(seat) && !did.has(seat.id)) continue;
		const so = of.get(seat.college ?? '') ?? { count: 0, of: 0 };
		of.set(seat.college ?? '', { count: so.count + (did.has(seat.id) ? 1 : 0), of: so.of + 1 });
	}
	const seated = colleges.flatMap(({ id, name }, place) => {
		const found = of.get(id);
		return found
			? [{ key: id, name, letter: marks.get(id) ?? '', mark: markOf(place), ...found }]
			: [];
	});
	const others = of.get('');
	return others && others.count > 0
		? [...seated, { key: '', name: null, letter: '–', mark: unseated, ...others }]
		: seated;
}
