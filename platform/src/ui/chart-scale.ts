/** Round numbers along an axis, from `low` to `high`, both inside the first and last of them but for a billionth of a step. */
export function ticks(low: number, high: number, about = 5): readonly number[] {
	if (!(high > low))
		return high === low ? ticks(low === 0 ? 0 : Math.min(0, low), low === 0 ? 1 : Math.max(0, high), about) : [0, 1];
	const rough = (high - low) / about;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? 10 * power;
	const first = Math.floor(low / step + 1e-9);
	const last = Math.ceil(high / step - 1e-9);
	// Counted in steps and rounded, so that 0.1 + 0.2 does not show.
	return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** Where a value stands between two ends, as a percentage of the way. */
export function share(value: number, low: number, high: number): number {
	return high === low ? 0 : Number((((value - low) / (high - low)) * 100).toFixed(3));
}

/**
 * A line through points that stand at even distances, in a box of 100 × 100, broken where a value is missing.
 * @param heights percentages from the bottom; null where there is no value
 */
export function linePath(heights: readonly (number | null)[]): string {
	let pen = "M";
	return heights
		.map((height, index) => {
			if (height === null) {
				pen = "M";
				return "";
			}
			const x = heights.length === 1 ? 50 : share(index, 0, heights.length - 1);
			const drawn = `${pen}${x} ${Number((100 - height).toFixed(3))}`;
			pen = "L";
			return drawn;
		})
		.join("");
}
