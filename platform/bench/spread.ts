/** The value that a share (0–1) of the values does not exceed; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(values: readonly number[]): number {
	return quantile(values, 0.5);
}

export function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
