import type { Challenge, Command } from '../wire/messages';

/** The challenge that a finding stands under; one that was withdrawn holds nothing. */
export function homeOf(challenges: Challenge[], finding: string): Challenge | undefined {
	return challenges.find((one) => !one.withdrawn && one.findings?.includes(finding));
}

/**
 * What puts findings under a challenge, or under none, and what puts them back where they stood
 * (there, at the end).
 */
export function gathering(
	challenges: Challenge[],
	findings: string[],
	challenge: string | undefined,
): { commands: Command[]; undo: Command[] } {
	const before = new Map<string | undefined, string[]>();
	for (const finding of findings) {
		const home = homeOf(challenges, finding)?.id;
		before.set(home, [...(before.get(home) ?? []), finding]);
	}
	return {
		commands: [put(challenge, findings)],
		undo: [...before].map(([home, some]) => put(home, some)),
	};
}

function put(challenge: string | undefined, findings: string[]): Command {
	return challenge === undefined
		? { type: 'ReleaseFindings', findings }
		: { type: 'GatherFindings', challenge, findings };
}
