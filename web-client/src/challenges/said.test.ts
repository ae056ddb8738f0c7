import { expect, test } from 'vitest';
import { Device } from '../wire/device';
import type { Rating } from '../wire/messages';
import { SaidKept, sealed } from './said';

const PLACE = { table: 't', participant: 'ana' };
const rating = (seals: Record<string, string> = {}, id = 'r'): Rating => ({
	id,
	hidden: true,
	open: true,
	given: Object.fromEntries(
		Object.entries(seals).map(([challenge, seal]) => [challenge, { ana: seal }]),
	),
});

function kept() {
	const rows = new Map<string, string>();
	const page = () =>
		new SaidKept(
			new Device(() => ({
				getItem: (name) => rows.get(name) ?? null,
				setItem: (name, value) => void rows.set(name, value),
				removeItem: (name) => void rows.delete(name),
			})),
		);
	return { rows, page };
}

test('what one said in a hidden rating is known again after a reload, to its member alone', () => {
	const { page } = kept();
	const said = { bus: { value: 7, seal: 'b1' }, care: { seal: 'c1' } };
	page().keep(PLACE, rating(), said);
	const now = rating({ bus: 'b1', care: 'c1' });
	expect(page().at(PLACE, now)).toEqual(said);
	expect(page().at({ ...PLACE, participant: 'bao' }, now)).toEqual({});
	expect(page().at(PLACE, rating({ bus: 'b1' }, 'another'))).toEqual({});
});

test('what was said from another device since is not shown as what was said here', () => {
	const { page } = kept();
	page().keep(PLACE, rating(), { bus: { value: 7, seal: 'b1' }, care: { value: 2, seal: '' } });
	expect(page().at(PLACE, rating({ bus: 'b2', care: 'c1' }))).toEqual({
		care: { value: 2, seal: '' },
	});
});

test('the commitment that the server made is noted beside what was said', () => {
	const said = { bus: { value: 7, seal: '' } };
	expect(sealed(said, rating(), 'ana')).toBe(said);
	expect(sealed(said, rating({ bus: '' }), 'ana')).toBe(said);
	expect(sealed(said, rating({ bus: 'b1' }), 'ana')).toEqual({ bus: { value: 7, seal: 'b1' } });
});

test('nothing of it stays on the device once the rating is closed', () => {
	const { page, rows } = kept();
	page().keep(PLACE, rating(), { bus: { value: 7, seal: '' } });
	page().forget(PLACE);
	expect(rows.size).toBe(0);
});
