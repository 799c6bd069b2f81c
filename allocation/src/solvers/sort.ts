/** Rows shorter than this are put in order by insertion. */
const short = 12;

/**
 * Puts order[from … to−1] in order by key, least first; what is equal keeps its place. Merges runs, without a call for each
 * comparison: rows are many, and each is short.
 */
export function sortRow(order: Int32Array, from: number, to: number, key: Float64Array, spare: Int32Array): void {
	for (let first = from; first < to; first += short) {
		const last = Math.min(to, first + short);
		for (let at = first + 1; at < last; at++) {
			const one = order[at] ?? 0;
			const value = key[one] ?? 0;
			let hole = at;
			while (hole > first && (key[order[hole - 1] ?? 0] ?? 0) > value) {
				order[hole] = order[hole - 1] ?? 0;
				hole--;
			}
			order[hole] = one;
		}
	}
	for (let width = short; width < to - from; width *= 2)
		for (let first = from; first + width < to; first += 2 * width) {
			const middle = first + width;
			const last = Math.min(to, middle + width);
			if ((key[order[middle - 1] ?? 0] ?? 0) <= (key[order[middle] ?? 0] ?? 0)) continue;
			for (let at = first; at < middle; at++) spare[at - first] = order[at] ?? 0;
			let left = 0;
			let right = middle;
			for (let at = first; left < width; at++)
				if (right < last && (key[order[right] ?? 0] ?? 0) < (key[spare[left] ?? 0] ?? 0))
					order[at] = order[right++] ?? 0;
				else order[at] = spare[left++] ?? 0;
		}
}
