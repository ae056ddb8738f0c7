/** The time and the timers of this browser, handed in so that a test can own them. */
export interface Clock {
	/** Epoch milliseconds by this device, which may be wrong or leap. */
	now(): number;
	/** Calls once after `ms`; the function it gives back calls it off. */
	after(ms: number, then: () => void): () => void;
}

export const wallClock: Clock = {
	now: () => Date.now(),
	after: (ms, then) => {
		const timer = setTimeout(then, ms);
		return () => clearTimeout(timer);
	},
};
