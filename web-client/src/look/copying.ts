/**
 * Copies what a field holds; false where the browser does not let us. Without a secure context (a
 * phone on the room's plain HTTP) there is no clipboard: the old way works there.
 */
export async function copyFrom(field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(field.value);
		return true;
	} catch {
		field.focus();
		field.select();
		return document.execCommand('copy');
	}
}
