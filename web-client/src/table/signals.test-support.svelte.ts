import { flushSync } from 'svelte';

/** What an effect reads, each time it was told. */
export function heard<V>(read: () => V): { told: V[]; end: () => void } {
	const told: V[] = [];
	const end = $effect.root(() => {
		$effect(() => {
			told.push(read());
		});
	});
	flushSync();
	return { told, end };
}
