import { expect, test } from 'vitest';
import { addressOf, sectionIds, sectionOf, shownFor } from './address';

test('an item stands at its section’s address', () => {
	expect(addressOf('bien-vieillir', 'proposals')).toBe('/t/bien-vieillir/proposals');
	expect(addressOf('bien-vieillir', 'proposals', 'p-1')).toBe('/t/bien-vieillir/proposals#p-1');
});

test('a phase has the section of its name', () => {
	expect(sectionOf('debate')).toBe('debate');
	expect(sectionOf('review')).toBeUndefined();
});

test('an address shows its section, a phase its own', () => {
	for (const id of sectionIds) expect(shownFor(id, sectionIds)).toBe(id);
	expect(shownFor('follow-up', sectionIds)).toBe('proposals');
});

test('where a section is not offered, the nearest one before it is shown, else the first', () => {
	expect(shownFor('proposals', ['frame', 'diagnosis'])).toBe('diagnosis');
	expect(shownFor('review', ['frame', 'diagnosis'])).toBe('diagnosis');
	expect(shownFor('frame', ['diagnosis'])).toBe('diagnosis');
});
