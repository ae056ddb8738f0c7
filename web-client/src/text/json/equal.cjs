/** Whether two values that JSON can hold are the same: all that `quill-delta` asks of `lodash.isequal`. */
const equal = (one, other) => {
	if (one === other) return true;
	if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object')
		return one !== one && other !== other;
	if (Array.isArray(one) !== Array.isArray(other)) return false;
	const names = Object.keys(one);
	return (
		names.length === Object.keys(other).length &&
		names.every((name) => Object.hasOwn(other, name) && equal(one[name], other[name]))
	);
};

module.exports = equal;
