import type { Reach } from "./reach.ts";

/** Open pairs as `Reach.each` gives them, claim by claim: gone through once, and kept. */
export type KeptPairs = {
	/** `start[claim]` to `start[claim + 1]` are a claim's. */
	readonly start: Float64Array;
	readonly slot: Int32Array;
	readonly rank: Uint8Array;
	readonly minutes: Int16Array;
};

/** So many pairs are kept, seven bytes each; where there are more they are gone through anew each time. */
const mostKept = 30_000_000;
/** Minutes are kept up to this; nobody travels longer. */
const mostMinutes = 32_767;

/** Goes through every open pair of every claim once. Null pairs where there are too many to keep. */
export function keptPairs(
	claims: number,
	reach: Reach,
	visit: (minutes: number) => void,
	most = mostKept,
): { readonly open: number; readonly pairs: KeptPairs | null } {
	const start = new Float64Array(claims + 1);
	let room = Math.min(most, 64 * claims + 64);
	let [slots, ranks, times] = [new Int32Array(room), new Uint8Array(room), new Int16Array(room)];
	let open = 0;
	for (let claim = 0; claim < claims; claim++) {
		reach.each(claim, (slot, rank, minutes) => {
			visit(minutes);
			if (open === room && room < most) {
				room = Math.min(most, room * 2);
				slots = larger(slots, new Int32Array(room));
				ranks = larger(ranks, new Uint8Array(room));
				times = larger(times, new Int16Array(room));
			}
			if (open < room) {
				slots[open] = slot;
				ranks[open] = rank;
				times[open] = Math.min(mostMinutes, minutes);
			}
			open++;
		});
		start[claim + 1] = open;
	}
	return { open, pairs: open > room ? null : { start, slot: slots, rank: ranks, minutes: times } };
}

function larger<Numbers extends Int32Array | Uint8Array | Int16Array>(from: Numbers, to: Numbers): Numbers {
	to.set(from);
	return to;
}
