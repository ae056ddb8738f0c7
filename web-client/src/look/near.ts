/** Further than this from the window, nothing of a long list is drawn that is only looked at; a screen's height. */
const margin = '100% 0px';

const told = new Map<Element, Set<(near: boolean) => void>>();

const observer =
	typeof IntersectionObserver === 'undefined'
		? undefined
		: new IntersectionObserver(
				(entries) => {
					for (const { target, isIntersecting } of entries)
						told.get(target)?.forEach((tell) => tell(isIntersecting));
				},
				{ rootMargin: margin },
			);

/**
 * Tells whether an element is in the window or near it, soon and whenever that changes; where the
 * browser cannot say, that it is. The function it gives back ends it.
 */
export function whileNear(element: Element, tell: (near: boolean) => void): () => void {
	if (!observer) {
		tell(true);
		return () => {};
	}
	const others = told.get(element) ?? new Set();
	told.set(element, others.add(tell));
	// Observed anew, it is told anew: to the others too, who know it.
	observer.unobserve(element);
	observer.observe(element);
	return () => {
		others.delete(tell);
		if (others.size > 0) return;
		observer.unobserve(element);
		told.delete(element);
	};
}
