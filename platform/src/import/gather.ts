/** Puts a value among those of its key. Copying the list each time would cost the square of a long one. */
export function gather<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
	const list = lists.get(key);
	if (list) list.push(value);
	else lists.set(key, [value]);
}
