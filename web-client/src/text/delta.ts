/**
 * The Delta of the npm package `quill-delta`, whose algebra the wire contract names. The package is
 * CommonJS: some loaders hand over the class itself, others an object with the class as `default`.
 */
import imported from 'quill-delta';
import type { AttributeMap, Op } from 'quill-delta';

type DeltaClass = typeof imported;

const Delta: DeltaClass =
	(imported as unknown as { default?: DeltaClass }).default ?? (imported as DeltaClass);
type Delta = InstanceType<DeltaClass>;

export default Delta;
export { Delta };
export type { AttributeMap, Op };

/** What a Delta looks like on the wire. */
export interface DeltaJson {
	ops: Op[];
}

/** The text with neighbouring runs of one format joined, so that equal texts have equal ops. */
export function joined(delta: Delta | DeltaJson): Delta {
	const result = new Delta();
	// An op of no length is nothing, but the library would read it as one without end.
	for (const op of delta.ops) if (Delta.Op.length(op) > 0) result.push(op);
	return result;
}

/** How the second set of attributes differs from the first; undefined where it does not. */
export function attributesBetween(
	before: AttributeMap | undefined,
	after: AttributeMap | undefined,
): AttributeMap | undefined {
	return Delta.AttributeMap.diff(before, after);
}

/** Compares by content: neither the order of keys nor the cut of runs counts. */
export function sameDelta(one: Delta, other: Delta): boolean {
	const left = joined(one).ops;
	const right = joined(other).ops;
	return (
		left.length === right.length &&
		left.every((op, at) => {
			const twin = right[at];
			return (
				twin !== undefined &&
				op.insert === twin.insert &&
				op.retain === twin.retain &&
				op.delete === twin.delete &&
				attributesBetween(op.attributes, twin.attributes) === undefined
			);
		})
	);
}

/** The letters of a document, its last "\n" included. */
export function plainText(delta: Delta): string {
	return delta.ops.map((op) => (typeof op.insert === 'string' ? op.insert : '')).join('');
}
