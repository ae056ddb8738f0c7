import { DOMSerializer } from 'prosemirror-model';
import { joined, type DeltaJson } from './delta';
import { deltaToDoc } from './delta-document';
import { schema } from './schema';

/** The class of whatever holds a text, read or written. */
export const textClass = 'rich-text';

/**
 * A text to be read, without an editor. Built from the same schema as the editor's, line for line,
 * so that nothing moves when one becomes the other; put it into an element of class `rich-text`.
 */
export function renderDelta(delta: DeltaJson): DocumentFragment {
	const doc = deltaToDoc(joined(delta));
	const fragment = document.createDocumentFragment();
	DOMSerializer.fromSchema(schema).serializeFragment(doc.content, { document }, fragment);
	for (const block of fragment.querySelectorAll('p, h2, h3')) {
		// An empty line keeps its height, as in the editor.
		if (!block.hasChildNodes()) block.append(document.createElement('br'));
	}
	return fragment;
}
