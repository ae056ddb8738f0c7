import { expect, test } from 'vitest';
import { Device, type Keeping } from './device';

const refuse = () => {
	throw new DOMException('', 'SecurityError');
};

test('what is kept is found by a later page, until it is forgotten', () => {
	const rows = new Map<string, string>();
	const keeping: Keeping = {
		getItem: (name) => rows.get(name) ?? null,
		setItem: (name, value) => void rows.set(name, value),
		removeItem: (name) => void rows.delete(name),
	};
	new Device(() => keeping).keep('a', 'one');
	const later = new Device(() => keeping);
	expect(later.read('a')).toBe('one');
	later.forget('a');
	expect(later.read('a')).toBeUndefined();
	expect(rows.size).toBe(0);
});

test.each<[string, () => Keeping]>([
	['has no storage', refuse],
	['refuses it', () => ({ getItem: refuse, setItem: refuse, removeItem: refuse })],
])('where the browser %s, it is known for as long as the page stands', (_, keeping) => {
	const device = new Device(keeping);
	device.keep('a', 'one');
	expect(device.read('a')).toBe('one');
	device.forget('a');
	expect(device.read('a')).toBeUndefined();
});
