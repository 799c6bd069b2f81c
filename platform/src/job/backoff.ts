/**
 * How long to wait before an attempt that failed is made again, milliseconds: 5 s, 15 s, 45 s … at most 15 minutes,
 * spread a little so that what failed together does not come back together.
 */
export function backoff(attempt: number, chance = Math.random()): number {
	const base = Math.min(5_000 * 3 ** (attempt - 1), 15 * 60_000);
	return Math.round(base * (0.8 + chance * 0.4));
}
