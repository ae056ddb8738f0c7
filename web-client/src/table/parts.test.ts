// @vitest-environment happy-dom
import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { EMPTY_TABLE } from './fold/empty';
import { Parts } from './parts.svelte';
import { heard } from './signals.test-support.svelte';

test('who reads one part of a table is told of that part alone', () => {
	const parts = new Parts(EMPTY_TABLE);
	const { told, end } = heard(() => parts.state.title);
	parts.show({ ...EMPTY_TABLE, texts: { f: { ops: [{ insert: 'a\n' }] } } });
	flushSync();
	parts.show({ ...EMPTY_TABLE, title: 'Bien vieillir' });
	flushSync();
	expect(told).toEqual(['', 'Bien vieillir']);
	end();
});

test('a part that a table has no more is gone', () => {
	const parts = new Parts({ ...EMPTY_TABLE, theme: 'La santé' });
	parts.show(EMPTY_TABLE);
	expect(parts.state).toEqual(EMPTY_TABLE);
});
