import { m } from '../i18n/generated/messages.js';
import type { MenuItem } from '../look/Menu.svelte';

/** What the menu of a card offers, in its order. */
export interface Acts {
	/** From 0, among `of` shown cards. */
	place: number;
	of: number;
	mayWrite: boolean;
	/** Write in its text; it may be moved all the same. */
	mayEdit: boolean;
	mayShape: boolean;
	/** What else may be changed of such an item: for whoever may shape it. */
	shape: MenuItem[];
	onwrite: () => void;
	onmove: (place: number) => void;
	onplace: () => void;
	onwithdraw: () => void;
}

export function menuOf(acts: Acts): MenuItem[] {
	const { place, of, onmove } = acts;
	const first = place === 0;
	const last = place === of - 1;
	const write: MenuItem[] = [{ label: m.item_write(), icon: 'write', onpick: acts.onwrite }];
	const move: MenuItem[] = [
		{
			label: m.move_up(),
			icon: 'up',
			apart: true,
			disabled: first,
			onpick: () => onmove(place - 1),
		},
		{ label: m.move_down(), icon: 'down', disabled: last, onpick: () => onmove(place + 1) },
		{ label: m.move_top(), icon: 'top', disabled: first, onpick: () => onmove(0) },
		{ label: m.move_end(), icon: 'end', disabled: last, onpick: () => onmove(of - 1) },
		{ label: m.move_before(), icon: 'before', disabled: of < 2, onpick: acts.onplace },
	];
	const withdraw: MenuItem[] = [
		{ label: m.item_withdraw(), icon: 'trash', apart: true, onpick: acts.onwithdraw },
	];
	return [
		...(acts.mayEdit ? write : []),
		...(acts.mayShape ? acts.shape : []),
		...(acts.mayWrite ? move : []),
		...(acts.mayShape ? withdraw : []),
	];
}
