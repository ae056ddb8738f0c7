/**
 * The Delta of the npm package `quill-delta`, whose algebra the wire contract names. The package is
 * CommonJS: some loaders hand over the class itself, others an object with the class as `default`.
 */
import imported from 'quill-delta';

type DeltaClass = typeof imported;

const Delta: DeltaClass =
	(imported as unknown as { default?: DeltaClass }).default ?? (imported as DeltaClass);
type Delta = InstanceType<DeltaClass>;

export default Delta;
export { Delta };
export type { Op } from 'quill-delta';
