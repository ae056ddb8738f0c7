import { Fragment, type Mark, type Node } from 'prosemirror-model';
import { Delta, type AttributeMap } from './delta';
import { isSafeLink } from './links';
import { schema } from './schema';

/** The deepest level a list item may have in a Delta; the first level is 0. */
export const DEEPEST = 4;

export type ListKind = 'bullet' | 'ordered';

/** What a line is shown as: header goes before blockquote, blockquote before list. */
export type LineKind =
	| { type: 'paragraph' }
	| { type: 'header'; level: 2 | 3 }
	| { type: 'quote' }
	| { type: 'list'; list: ListKind; indent: number };

/** The attributes of a "\n" read as what is shown and what is only kept. */
export function readLine(attributes: AttributeMap): { kind: LineKind; kept: AttributeMap | null } {
	const kind = kindOf(attributes);
	const shown = attributesOf(kind);
	const rest = Object.entries(attributes).filter(([name]) => !(name in shown));
	return { kind, kept: rest.length > 0 ? Object.fromEntries(rest) : null };
}

function kindOf({ header, blockquote, list, indent }: AttributeMap): LineKind {
	if (header === 2 || header === 3) return { type: 'header', level: header };
	if (blockquote === true) return { type: 'quote' };
	if (list === 'bullet' || list === 'ordered') {
		const valid = Number.isInteger(indent) && Number(indent) >= 1 && Number(indent) <= DEEPEST;
		return { type: 'list', list, indent: valid ? Number(indent) : 0 };
	}
	return { type: 'paragraph' };
}

/** The attributes that make a line be shown so, and no others. */
export function attributesOf(kind: LineKind): AttributeMap {
	switch (kind.type) {
		case 'paragraph':
			return {};
		case 'header':
			return { header: kind.level };
		case 'quote':
			return { blockquote: true };
		case 'list':
			return kind.indent > 0 ? { list: kind.list, indent: kind.indent } : { list: kind.list };
		default:
			return kind satisfies never;
	}
}

function marksOf(attributes: AttributeMap | undefined): Mark[] {
	const marks: Mark[] = [];
	const rest: AttributeMap = {};
	for (const [name, value] of Object.entries(attributes ?? {})) {
		if ((name === 'bold' || name === 'italic') && value === true) marks.push(schema.mark(name));
		else if (name === 'link' && isSafeLink(value)) marks.push(schema.mark(name, { href: value }));
		else rest[name] = value;
	}
	if (Object.keys(rest).length > 0) marks.push(schema.mark('kept', { attributes: rest }));
	return marks;
}

function attributesOfMarks(marks: readonly Mark[]): AttributeMap {
	const attributes: AttributeMap = {};
	for (const mark of marks) {
		if (mark.type.name === 'kept') Object.assign(attributes, mark.attrs.attributes);
		else attributes[mark.type.name] = mark.type.name === 'link' ? mark.attrs.href : true;
	}
	return attributes;
}

interface Item {
	list: ListKind;
	indent: number;
	paragraph: Node;
}

/** Nests a run of list lines, all at least `base` deep. Each Delta has exactly one such nesting. */
function nest(items: readonly Item[], base: number): Node[] {
	const lists: Node[] = [];
	let at = 0;
	while (at < items.length) {
		const first = items[at] as Item;
		const children: Node[] = [];
		let item: Item | undefined = first;
		while (item && item.indent === first.indent && item.list === first.list) {
			let end = at + 1;
			while ((items[end]?.indent ?? -1) > first.indent) end++;
			const inner = nest(items.slice(at + 1, end), first.indent + 1);
			children.push(schema.node('list_item', null, [item.paragraph, ...inner]));
			at = end;
			item = items[at];
		}
		lists.push(schema.node(`${first.list}_list`, { skip: first.indent - base }, children));
	}
	return lists;
}

/** The document that shows a text. Nothing of the Delta is lost on the way. */
export function deltaToDoc(delta: Delta): Node {
	const blocks: Node[] = [];
	let items: Item[] = [];
	let quoted: Node[] = [];
	const close = () => {
		if (items.length > 0) blocks.push(...nest(items, 0));
		if (quoted.length > 0) blocks.push(schema.node('blockquote', null, quoted));
		items = [];
		quoted = [];
	};
	delta.eachLine((line, attributes) => {
		const { kind, kept } = readLine(attributes);
		const content = Fragment.from(
			line.ops.map((op) => {
				if (typeof op.insert !== 'string') throw new Error('a text holds letters only');
				return schema.text(op.insert, marksOf(op.attributes));
			}),
		);
		if (kind.type !== 'list' || quoted.length > 0) {
			if (kind.type !== 'quote' || items.length > 0) close();
		}
		switch (kind.type) {
			case 'paragraph':
				blocks.push(schema.node('paragraph', { kept }, content));
				break;
			case 'header':
				blocks.push(schema.node('heading', { level: kind.level, kept }, content));
				break;
			case 'quote':
				quoted.push(schema.node('paragraph', { kept }, content));
				break;
			case 'list':
				items.push({ ...kind, paragraph: schema.node('paragraph', { kept }, content) });
				break;
			default:
				kind satisfies never;
		}
	});
	close();
	return schema.node('doc', null, blocks.length > 0 ? blocks : [schema.node('paragraph')]);
}

/** Calls `visit` for each line in order, with its textblock, that block's place and what it shows. */
export function eachTextblock(
	doc: Node,
	visit: (block: Node, pos: number, kind: LineKind) => void,
): void {
	const walk = (node: Node, pos: number, kind: LineKind, level: number): void => {
		if (node.type.name === 'heading') {
			visit(node, pos, { type: 'header', level: node.attrs.level === 3 ? 3 : 2 });
			return;
		}
		if (node.isTextblock) {
			visit(node, pos, kind);
			return;
		}
		let inner = kind;
		let depth = level;
		if (node.type.name === 'blockquote') inner = { type: 'quote' };
		if (node.type.name === 'bullet_list' || node.type.name === 'ordered_list') {
			depth = level + Number(node.attrs.skip);
			inner = {
				type: 'list',
				list: node.type.name === 'bullet_list' ? 'bullet' : 'ordered',
				indent: Math.min(depth, DEEPEST),
			};
		}
		const below = node.type.name === 'list_item' ? depth + 1 : depth;
		node.forEach((child, offset) => walk(child, pos + 1 + offset, inner, below));
	};
	doc.forEach((child, offset) => walk(child, offset, { type: 'paragraph' }, 0));
}

/** The text that a document shows, with all that it keeps. */
export function docToDelta(doc: Node): Delta {
	const delta = new Delta();
	eachTextblock(doc, (block, _pos, kind) => {
		block.forEach((child) => {
			delta.insert(child.text ?? '', attributesOfMarks(child.marks));
		});
		const kept = block.attrs.kept as AttributeMap | null;
		delta.insert('\n', { ...kept, ...attributesOf(kind) });
	});
	return delta;
}

/** Where a place in the document lies in the Delta, in UTF-16 units. */
export function indexAt(doc: Node, pos: number): number {
	let index = 0;
	eachTextblock(doc, (block, start) => {
		const offset = pos - (start + 1);
		if (offset > block.content.size) index += block.content.size + 1;
		else if (offset > 0) index += offset;
	});
	return index;
}

/** Where an index of the Delta lies in the document; beyond the end, the end. */
export function placeAt(doc: Node, index: number): number {
	let left = Math.max(0, index);
	let place = 0;
	let found = false;
	eachTextblock(doc, (block, start) => {
		if (found) return;
		place = start + 1 + Math.min(left, block.content.size);
		found = left <= block.content.size;
		left -= block.content.size + 1;
	});
	return place;
}
