/**
 * What one said in a hidden rating. The server tells it to nobody before it is closed, so this device
 * remembers it until then; each by the commitment that stood beside it, for what was said from
 * another device since is known there alone.
 */
import { device, type Device } from '../wire/device';
import type { Rating } from '../wire/messages';

/** Without `value`: does not know. `seal` is empty before the server has made one. */
export interface Said {
	value?: number;
	seal: string;
}

export interface Place {
	table: string;
	/** One device may be several people's. */
	participant: string;
}

type All = Readonly<Record<string, Said>>;

/** The commitment to what a member said of a challenge; empty where there is none yet. */
export function sealOf({ given }: Rating, challenge: string, participant: string): string {
	return given?.[challenge]?.[participant] ?? '';
}

export class SaidKept {
	readonly #device: Device;

	constructor(of: Device = device) {
		this.#device = of;
	}

	/** By challenge, what is still as the server holds it. */
	at(place: Place, rating: Rating): All {
		const { id, said } = JSON.parse(this.#device.read(named(place)) ?? '{}') as {
			id?: string;
			said?: All;
		};
		if (id !== rating.id) return {};
		const known = Object.entries(said ?? {}).filter(([challenge, { seal }]) =>
			['', sealOf(rating, challenge, place.participant)].includes(seal),
		);
		return Object.fromEntries(known);
	}

	/** Of one rating at a time: another takes its place. */
	keep(place: Place, { id }: Rating, said: All): void {
		this.#device.keep(named(place), JSON.stringify({ id, said }));
	}

	forget(place: Place): void {
		this.#device.forget(named(place));
	}
}

/** The same with the commitments that the server has made since; the very same where there are none. */
export function sealed(said: All, rating: Rating, participant: string): All {
	const news = Object.entries(said).flatMap(([challenge, one]) => {
		const seal = sealOf(rating, challenge, participant);
		return seal === '' || seal === one.seal ? [] : [[challenge, { ...one, seal }]];
	});
	return news.length === 0 ? said : { ...said, ...(Object.fromEntries(news) as All) };
}

function named({ table, participant }: Place): string {
	return `tablee-rating-${table}-${participant}`;
}
