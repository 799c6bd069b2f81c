import type { Ground } from "./ground.ts";
import type { Reach } from "./reach.ts";

/** Open pairs as `Reach.each` gives them, claim by claim: gone through once, and kept. */
export type KeptPairs = {
	/** `first[claim]` to `end[claim]` are a claim's, in whatever order the claims were gone through. */
	readonly first: Float64Array;
	readonly end: Float64Array;
	readonly slot: Int32Array;
	readonly rank: Uint8Array;
	readonly minutes: Int16Array;
};

/** So many pairs are kept, seven bytes each; where there are more they are gone through anew each time. */
const mostKept = 30_000_000;
/** Minutes are kept up to this; nobody travels longer. */
const mostMinutes = 32_767;

/**
 * Goes through every open pair of every claim once. Null pairs where there are too many to keep.
 * @param turn all claims, those after each other that look at the same places: nationally memory is what takes time
 */
export function keptPairs(
	turn: Int32Array,
	reach: Reach,
	visit: (minutes: number) => void,
	most = mostKept,
): { readonly open: number; readonly pairs: KeptPairs | null } {
	const first = new Float64Array(turn.length);
	const end = new Float64Array(turn.length);
	let room = Math.min(most, 64 * turn.length + 64);
	let [slots, ranks, times] = [new Int32Array(room), new Uint8Array(room), new Int16Array(room)];
	let open = 0;
	for (const claim of turn) {
		first[claim] = open;
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
		end[claim] = open;
	}
	return { open, pairs: open > room ? null : { first, end, slot: slots, rank: ranks, minutes: times } };
}

function larger<Numbers extends Int32Array | Uint8Array | Int16Array>(from: Numbers, to: Numbers): Numbers {
	to.set(from);
	return to;
}

/** Claims by what suits them and then by where they travel from. */
export function neighboursInTurn({ snapshot, groupOf }: Pick<Ground, "snapshot" | "groupOf">): Int32Array {
	const keys = snapshot.claims.map(({ from }, claim) => {
		const place =
			from === null ? 0 : Math.round((from.latitude + 90) * 8) * 4096 + Math.round((from.longitude + 180) * 4);
		return (groupOf[claim] ?? 0) * 2 ** 24 + place;
	});
	return Int32Array.from(keys.keys()).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
}
