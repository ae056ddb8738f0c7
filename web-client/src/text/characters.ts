/** The text without what no text may hold: NUL, lone surrogates and noncharacters. */
export function cleanCharacters(text: string): string {
	let clean = '';
	for (const character of text) {
		if (isText(character.codePointAt(0) ?? 0)) clean += character;
	}
	return clean.length === text.length ? text : clean;
}

function isText(point: number): boolean {
	const surrogate = point >= 0xd800 && point <= 0xdfff;
	const unassigned = (point & 0xfffe) === 0xfffe || (point >= 0xfdd0 && point <= 0xfdef);
	return point !== 0 && !surrogate && !unassigned;
}

/** Whether an index falls between the two halves of one character. */
export function splitsPair(text: string, index: number): boolean {
	const before = text.charCodeAt(index - 1);
	const after = text.charCodeAt(index);
	return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
