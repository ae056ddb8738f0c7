/** A deep copy of what JSON can hold: all that `quill-delta` asks of `lodash.clonedeep`. */
const copy = (value) => {
	if (Array.isArray(value)) return value.map(copy);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copy(inner)]));
};

module.exports = copy;
