/** Which pair each claim has, and who sits at each offer: a list per offer, changed in constant time. */
export interface Sitting {
	/** Per pair: its offer. */
	readonly offer: Int32Array;
	/** Per claim: its pair, or −1. */
	readonly taken: Int32Array;
	/** Who sits at an offer: the first per offer, the next and the one before per claim; −1 ends it. */
	readonly head: Int32Array;
	readonly next: Int32Array;
	readonly previous: Int32Array;
}

/** Nobody sits yet. */
export function sittingOf({
	claims,
	offers,
	offer,
}: {
	readonly claims: number;
	readonly offers: number;
	readonly offer: Int32Array;
}): Sitting {
	return {
		offer,
		taken: new Int32Array(claims).fill(-1),
		head: new Int32Array(offers).fill(-1),
		next: new Int32Array(claims),
		previous: new Int32Array(claims),
	};
}

/** Gives a claim that has none a pair. */
export function sit({ offer, taken, head, next, previous }: Sitting, claim: number, pair: number): void {
	const j = offer[pair] ?? 0;
	const first = head[j] ?? -1;
	taken[claim] = pair;
	next[claim] = first;
	previous[claim] = -1;
	if (first >= 0) previous[first] = claim;
	head[j] = claim;
}

/** Takes from a claim the pair it has. */
export function rise({ offer, taken, head, next, previous }: Sitting, claim: number): void {
	const left = previous[claim] ?? -1;
	const right = next[claim] ?? -1;
	if (left >= 0) next[left] = right;
	else head[offer[taken[claim] ?? 0] ?? 0] = right;
	if (right >= 0) previous[right] = left;
	taken[claim] = -1;
}
