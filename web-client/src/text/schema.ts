import { Schema, type Mark, type Node } from 'prosemirror-model';
import type { AttributeMap } from './delta';
import { isSafeLink } from './links';

/**
 * The shape of a text on screen. Every textblock is one line of the Delta. `kept` holds what the
 * line's "\n" (or, as a mark, a run of letters) carries in the Delta and the screen does not show.
 */
const kept = { kept: { default: null as AttributeMap | null } };

// How many levels a list starts deeper than its surroundings ask for: concurrent edits can leave an
// item without the item above it.
const skip = { skip: { default: 0 } };

function listDom(tag: 'ul' | 'ol', node: Node): [string, Record<string, string>, 0] {
	const levels = Number(node.attrs.skip);
	return [tag, levels > 0 ? { class: `deeper-${levels}` } : {}, 0];
}

export const schema = new Schema({
	nodes: {
		doc: { content: 'block+' },
		paragraph: {
			group: 'block',
			content: 'text*',
			attrs: kept,
			selectable: false,
			parseDOM: [{ tag: 'p' }],
			toDOM: () => ['p', 0],
		},
		heading: {
			group: 'block',
			content: 'text*',
			attrs: { level: { default: 2 }, ...kept },
			defining: true,
			selectable: false,
			parseDOM: [
				{ tag: 'h1', attrs: { level: 2 } },
				{ tag: 'h2', attrs: { level: 2 } },
				...['h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag, attrs: { level: 3 } })),
			],
			toDOM: (node) => [`h${String(node.attrs.level)}`, 0],
		},
		blockquote: {
			group: 'block',
			content: 'paragraph+',
			selectable: false,
			parseDOM: [{ tag: 'blockquote' }],
			toDOM: () => ['blockquote', 0],
		},
		bullet_list: {
			group: 'block list',
			content: 'list_item+',
			attrs: skip,
			selectable: false,
			parseDOM: [{ tag: 'ul' }],
			toDOM: (node) => listDom('ul', node),
		},
		ordered_list: {
			group: 'block list',
			content: 'list_item+',
			attrs: skip,
			selectable: false,
			parseDOM: [{ tag: 'ol' }],
			toDOM: (node) => listDom('ol', node),
		},
		list_item: {
			content: 'paragraph list*',
			selectable: false,
			parseDOM: [{ tag: 'li' }],
			toDOM: () => ['li', 0],
		},
		text: {},
	},
	marks: {
		link: {
			attrs: { href: {} },
			inclusive: false,
			parseDOM: [
				{
					tag: 'a[href]',
					getAttrs: (dom) => {
						const href = dom.getAttribute('href');
						return isSafeLink(href) ? { href } : false;
					},
				},
			],
			toDOM: (mark: Mark) => [
				'a',
				{
					href: String(mark.attrs.href),
					rel: 'noopener noreferrer nofollow',
					target: '_blank',
				},
				0,
			],
		},
		bold: {
			parseDOM: [{ tag: 'strong' }, { tag: 'b' }],
			toDOM: () => ['strong', 0],
		},
		italic: {
			parseDOM: [{ tag: 'em' }, { tag: 'i' }],
			toDOM: () => ['em', 0],
		},
		kept: {
			attrs: { attributes: {} },
			inclusive: false,
			toDOM: () => ['span', 0],
		},
	},
});
