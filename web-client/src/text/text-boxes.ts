import type { Box } from './flag';

/** One line of a text on the page: its element, the text nodes in it, and where it starts. */
export interface Block {
	element: Element;
	nodes: Text[];
	from: number;
	length: number;
}

function textNodes(root: Node, skips: (node: Node) => boolean): Text[] {
	const nodes: Text[] = [];
	const walk = (node: Node) => {
		if (skips(node)) return;
		if (node.nodeType === 3) nodes.push(node as Text);
		node.childNodes.forEach(walk);
	};
	walk(root);
	return nodes;
}

/** What somebody suggests to insert stands in a text and is no part of it (tracked.ts). */
const suggested = (node: Node) => node.nodeName === 'INS';

/** The lines of a text, in the editor or rendered: both have one shape. */
export function blocksOf(root: ParentNode): Block[] {
	let from = 0;
	return [...root.querySelectorAll('p, h2, h3')].map((element) => {
		const nodes = textNodes(element, suggested);
		const length = nodes.reduce((sum, node) => sum + node.data.length, 0);
		const block = { element, nodes, from, length };
		from += length + 1;
		return block;
	});
}

/** Where a caret at an index is drawn; null where the text has no place on the page. */
export function caretBox(blocks: readonly Block[], index: number): Box | null {
	const block = blocks.find((one) => index <= one.from + one.length) ?? blocks.at(-1);
	if (!block) return null;
	let left = Math.min(index - block.from, block.length);
	for (const node of block.nodes) {
		if (left <= node.data.length) {
			const range = document.createRange();
			range.setStart(node, left);
			range.collapse(true);
			const rects = range.getClientRects();
			const rect = rects[rects.length - 1];
			if (rect) return rect;
			break;
		}
		left -= node.data.length;
	}
	const rect = block.element.getBoundingClientRect();
	if (rect.height === 0) return null;
	return { left: rect.left, right: rect.left, top: rect.top, bottom: rect.bottom };
}

/** The rectangles that the letters of a stretch fill. */
export function textBoxes(blocks: readonly Block[], from: number, to: number): Box[] {
	const boxes: Box[] = [];
	for (const block of blocks) {
		let at = block.from;
		for (const node of block.nodes) {
			const start = Math.max(from - at, 0);
			const end = Math.min(to - at, node.data.length);
			if (start < end) {
				const range = document.createRange();
				range.setStart(node, start);
				range.setEnd(node, end);
				boxes.push(...range.getClientRects());
			}
			at += node.data.length;
		}
	}
	return boxes;
}

/** Where words and controls stand on a card, so that nothing is put over them. */
export function wordBoxes(card: HTMLElement, skip: Node): Box[] {
	const boxes: Box[] = [];
	for (const node of textNodes(card, (one) => one === skip)) {
		if (node.data.trim() === '') continue;
		const range = document.createRange();
		range.selectNodeContents(node);
		boxes.push(...range.getClientRects());
	}
	for (const control of card.querySelectorAll('button, input, select, textarea, svg, img')) {
		boxes.push(control.getBoundingClientRect());
	}
	return boxes;
}

/** What is selected in a text that is read, counted in it; null where that is nothing of it. */
export function selectedIn(root: HTMLElement): { index: number; length: number } | null {
	const selection = document.getSelection();
	// Asked first: for what follows the browser lays the page out.
	if (!selection || !root.contains(selection.anchorNode)) return null;
	if (selection.isCollapsed || selection.rangeCount === 0) return null;
	const range = selection.getRangeAt(0);
	if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null;
	const blocks = blocksOf(root);
	const index = indexOf(blocks, range.startContainer, range.startOffset);
	const end = indexOf(blocks, range.endContainer, range.endOffset);
	return end > index ? { index, length: end - index } : null;
}

/** Selects a stretch of a text that is read: what is rendered anew has lost its selection. */
export function selectIn(root: HTMLElement, from: number, to: number): void {
	const blocks = blocksOf(root);
	const [start, end] = [placeOf(blocks, from), placeOf(blocks, to)];
	if (!start || !end) return;
	document.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
}

function indexOf(blocks: readonly Block[], node: Node, offset: number): number {
	for (const block of blocks) {
		const before = document.createRange();
		before.selectNodeContents(block.element);
		const side = before.comparePoint(node, offset);
		if (side < 0) return block.from;
		if (side > 0) continue;
		return block.from + lettersBefore(block, node, offset);
	}
	const last = blocks.at(-1);
	return last ? last.from + last.length : 0;
}

/** Of the line's own letters: what is suggested in it does not count. */
function lettersBefore({ nodes }: Block, node: Node, offset: number): number {
	let letters = 0;
	const point = document.createRange();
	point.setStart(node, offset);
	for (const one of nodes) {
		if (one === node) return letters + offset;
		if (point.comparePoint(one, 0) > 0) break;
		letters += one.data.length;
	}
	return letters;
}

/** Where an index of the text stands on the page; null where its line has no letters. */
export function placeOf(
	blocks: readonly Block[],
	index: number,
): { node: Text; offset: number } | null {
	for (const block of blocks) {
		let left = index - block.from;
		if (left > block.length) continue;
		for (const node of block.nodes) {
			if (left <= node.data.length) return { node, offset: Math.max(0, left) };
			left -= node.data.length;
		}
	}
	return null;
}
