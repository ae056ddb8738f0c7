import { expect, test } from 'vitest';
import { fieldOf, planning } from './calendar';

test('a phase is planned from the first moment of a day to the last of another', () => {
	const command = planning('debate', '2026-03-04', '2026-03-05');
	expect(command).toEqual({
		type: 'PlanPhase',
		phase: 'debate',
		from: new Date(2026, 2, 4).getTime(),
		until: new Date(2026, 2, 6).getTime() - 1,
	});
	expect(fieldOf(new Date(2026, 2, 6).getTime() - 1)).toBe('2026-03-05');
});

test('a single day is a plan, an end before the beginning is none', () => {
	expect(planning('debate', '2026-03-04', '2026-03-04')).toBeDefined();
	expect(planning('debate', '2026-03-04', '2026-03-03')).toBeUndefined();
});

test('empty fields take the plan back', () => {
	expect(planning('review', '', '')).toEqual({ type: 'PlanPhase', phase: 'review' });
	expect(planning('review', '', '2026-03-04')).toMatchObject({ phase: 'review' });
	expect(fieldOf(undefined)).toBe('');
});
