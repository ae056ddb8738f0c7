import { expect, test } from 'vitest';
import { Device } from '../wire/device';
import { BallotKeys } from './keys';

const PLACE = { table: 't', vote: 'v', participant: 'ana' };

function kept() {
	const all = new Map<string, string>();
	return {
		all,
		getItem: (name: string) => all.get(name) ?? null,
		setItem: (name: string, value: string) => void all.set(name, value),
		removeItem: (name: string) => void all.delete(name),
	};
}

test('the secret of a ballot is made once, kept until the vote is over, and another’s is another', () => {
	const keeping = kept();
	const keys = new BallotKeys(new Device(() => keeping));
	expect(keys.has(PLACE)).toBe(false);
	const key = keys.at(PLACE);
	expect(key.length).toBeGreaterThanOrEqual(22);
	expect(new BallotKeys(new Device(() => keeping)).at(PLACE)).toBe(key);
	expect(keys.at({ ...PLACE, participant: 'bao' })).not.toBe(key);
	keys.forget(PLACE);
	expect(keys.has(PLACE)).toBe(false);
	expect(keeping.all.size).toBe(1);
});

test('a browser that keeps nothing lets one vote, and change it, for as long as the page stands', () => {
	const keys = new BallotKeys(
		new Device(() => {
			throw new Error('not allowed');
		}),
	);
	const key = keys.at(PLACE);
	expect(keys.at(PLACE)).toBe(key);
	expect(keys.has(PLACE)).toBe(true);
	keys.forget(PLACE);
	expect(keys.has(PLACE)).toBe(false);
});
