import { expect, test } from 'vitest';
import { elsewhere, nextPhase, wayTo, type Way } from './phases';

const way: Way = {
	table: 't-1',
	phase: 'diagnosis',
	section: 'diagnosis',
	offered: ['diagnosis', 'proposals'],
};

test('a phase leads to its section where there is one', () => {
	expect(wayTo(way, 'proposals')).toBe('/t/t-1/proposals');
	expect(wayTo(way, 'debate')).toBeUndefined();
	expect(wayTo(way, 'review')).toBeUndefined();
});

test('whoever looks elsewhere than where the table is can go there', () => {
	expect(elsewhere(way)).toBeUndefined();
	expect(elsewhere({ ...way, section: 'proposals' })).toBe('diagnosis');
	expect(elsewhere({ ...way, phase: 'review', section: 'proposals' })).toBeUndefined();
});

test('a table is offered to be moved to what the facilitator looks at, else to the next phase', () => {
	expect(nextPhase({ ...way, section: 'proposals' })).toBe('proposals');
	expect(nextPhase(way)).toBe('debate');
	expect(nextPhase({ ...way, phase: 'review', section: 'proposals' })).toBe('proposals');
});
