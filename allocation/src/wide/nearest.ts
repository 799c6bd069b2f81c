import type { Part } from "./part.ts";

/** The few pairs of each claim that cost least at some prices, cheapest first. */
export interface Near {
	pairs(claim: number): Int32Array;
	/** What a claim costs at the prices, if it may not have this pair (−1: any). */
	beyond(claim: number, pair: number): number;
	/** What a pair costs at the prices; −1 stands for staying unplaced. */
	cost(claim: number, pair: number): number;
	/** What a pair costs beyond the cheapest option of its claim; −1 stands for staying unplaced. */
	regret(claim: number, pair: number): number;
}

/** @param priced per pair what it costs with all prices; `alone` per claim what staying unplaced costs */
export function nearest(part: Part, priced: Float64Array, alone: Float64Array, most: number): Near {
	const claims = part.claims.length;
	const kept: Int32Array[] = [];
	const first = new Float64Array(claims);
	const second = new Float64Array(claims);
	const firstPair = new Int32Array(claims);
	const out = (i: number) => (part.alone[i] === 1 ? (alone[i] ?? 0) : Number.POSITIVE_INFINITY);
	for (let i = 0; i < claims; i++) {
		const all = Int32Array.from(
			{ length: (part.start[i + 1] ?? 0) - (part.start[i] ?? 0) },
			(_, n) => (part.start[i] ?? 0) + n,
		).sort((a, b) => (priced[a] ?? 0) - (priced[b] ?? 0) || a - b);
		const options = [
			...Array.from(all.subarray(0, 2), (e) => [priced[e] ?? 0, e] as const),
			[out(i), -1] as const,
		].sort((a, b) => a[0] - b[0]);
		first[i] = options[0]?.[0] ?? Number.POSITIVE_INFINITY;
		firstPair[i] = options[0]?.[1] ?? -1;
		second[i] = options[1]?.[0] ?? Number.POSITIVE_INFINITY;
		kept.push(all.slice(0, most));
	}
	const cost = (i: number, e: number) => (e < 0 ? alone[i] : priced[e]) ?? 0;
	return {
		cost,
		pairs: (i) => kept[i] ?? new Int32Array(0),
		beyond: (i, e) => (e >= 0 && firstPair[i] === e ? second[i] : first[i]) ?? 0,
		regret: (i, e) => cost(i, e) - (first[i] ?? 0),
	};
}
