import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';

/**
 * What goes away with the focus in it hands the focus on: back to where it came from, or to `next`.
 * Else a keyboard or a screen reader would begin again at the top of the page.
 */
export function handsOn(
	next: (back: HTMLElement | undefined) => HTMLElement | null | undefined,
): Attachment<HTMLElement> {
	return (element) => {
		let back: HTMLElement | undefined;
		let inside = false;
		const comes = ({ relatedTarget: from }: FocusEvent) => {
			if (!inside) back = from instanceof HTMLElement ? from : undefined;
			inside = true;
		};
		const goes = ({ relatedTarget: to }: FocusEvent) => {
			// Without a target the window lost the focus, or the element itself is going away.
			if (to instanceof Node && !element.contains(to)) inside = false;
		};
		element.addEventListener('focusin', comes);
		element.addEventListener('focusout', goes);
		return () => {
			if (!inside) return;
			void tick().then(() => {
				if (document.activeElement !== document.body) return;
				next(back?.isConnected ? back : undefined)?.focus({ preventScroll: true });
			});
		};
	};
}

/** Where the content of the page begins. */
export const content = () => document.getElementById('main');
