/** PostgreSQL takes at most 65,535 parameters in a statement. */
const atOnce = 1000;

/** Rows in portions that fit a statement. */
export function* chunks<Item>(items: readonly Item[]): Generator<readonly Item[]> {
	for (let start = 0; start < items.length; start += atOnce) yield items.slice(start, start + atOnce);
}
