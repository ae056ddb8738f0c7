import { expect, test } from 'vitest';
import { sectionIds } from './section/address';
import { sections, whereIs } from './sections';
import { EMPTY_TABLE } from './table/fold/empty';
import type { Finding } from './wire/messages';

const finding: Finding = { id: 'f', kind: 'need', title: 'Bus', text: 'f', by: 'ana', at: 0 };

test('the sections stand in the order of the phases, each once', () => {
	const places = sections.map(({ id }) => sectionIds.indexOf(id));
	expect(places).toEqual([...new Set(places)].sort((one, other) => one - other));
	expect(places.length).toBeGreaterThan(0);
});

test('an item is found with its section, its title and whether it is withdrawn', () => {
	const state = { ...EMPTY_TABLE, findings: [finding] };
	expect(whereIs(state, 'f')).toEqual({ section: 'diagnosis', title: 'Bus', withdrawn: false });
	const gone = { ...EMPTY_TABLE, findings: [{ ...finding, withdrawn: true as const }] };
	expect(whereIs(gone, 'f')).toMatchObject({ withdrawn: true });
	expect(whereIs(state, 'g')).toBeUndefined();
});
