/** The types of one area's commands or events as values, and the way to tell its messages from others. */
export interface Family<Message extends { type: string }> {
	types: Record<Message['type'], true>;
	has(message: { type: string }): message is Message;
}

/** Every type of `Message`, once: one left out or made up does not compile. */
export function family<Message extends { type: string }>(
	types: Record<Message['type'], true>,
): Family<Message> {
	return {
		types,
		has: (message): message is Message => Object.hasOwn(types, message.type),
	};
}
