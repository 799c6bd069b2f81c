import { insideAt } from "../core.ts";
import { hasRoom, idle, type Placing } from "./room.ts";
import { rise, sit } from "./sitting.ts";

/** Goes a step on: notes how it was come to. */
function step(placing: Placing, at: number, k: number, claim: number, pair: number): void {
	const { core, sitting, path, byClaim, byPair, atClaim, atPair } = placing;
	path[at] = k;
	byClaim[k] = claim;
	byPair[k] = pair;
	atPair[k] = 0;
	if (k < core.offers) atClaim[k] = sitting.head[k] ?? -1;
}

/** The next limit that one more at the end of the way leads on to; −1 when there is none. */
function onward(placing: Placing, at: number): number {
	const { core, sitting, inside, count, level, path, atClaim, atPair } = placing;
	const { offers, parent, limit, start, offer } = core;
	const k = path[at] ?? 0;
	const next = at + 2;
	const outer = parent[k] ?? -1;
	if (outer >= 0 && level[outer] === next && (count[k] ?? 0) < (limit[k] ?? 0)) {
		step(placing, at + 1, outer, -1, -1);
		return outer;
	}
	for (const c of insideAt(inside, offers, k))
		if (level[c] === next && (count[c] ?? 0) > 0) {
			step(placing, at + 1, c, -1, -1);
			return c;
		}
	if (k >= offers) return -1;
	for (let i = atClaim[k] ?? -1; i >= 0; ) {
		const first = start[i] ?? 0;
		const size = (start[i + 1] ?? 0) - first;
		const from = atPair[k] ?? 0;
		for (let c = from; c < size; c++) {
			const j = offer[first + c] ?? 0;
			if (level[j] !== next) continue;
			placing.looked += c - from;
			atPair[k] = c + 1;
			step(placing, at + 1, j, i, first + c);
			return j;
		}
		placing.looked += size - from;
		i = sitting.next[i] ?? -1;
		atClaim[k] = i;
		atPair[k] = 0;
	}
	return -1;
}

/** Moves everybody along the way to its end, where there is room. */
function move({ core, sitting, count, path, byPair, byClaim }: Placing, length: number): void {
	const { parent } = core;
	for (let k = path[length] ?? -1; k >= 0; k = parent[k] ?? -1) count[k] = (count[k] ?? 0) + 1;
	for (let at = length; at >= 0; at--) {
		const k = path[at] ?? 0;
		const who = byClaim[k] ?? -1;
		const through = path[at - 1] ?? -1;
		if (who >= 0) {
			if (at > 0) rise(sitting, who);
			sit(sitting, who, byPair[k] ?? 0);
		} else if (parent[through] === k) count[through] = (count[through] ?? 0) + 1;
		else count[k] = (count[k] ?? 0) - 1;
	}
}

/** Places a claim by moves of the fewest steps, if any way is left. */
export function search(placing: Placing, i: number): void {
	const { core, count, level, path } = placing;
	const { start, offer } = core;
	const end = start[i + 1] ?? 0;
	for (let e = start[i] ?? 0; e < end; e++) {
		const first = offer[e] ?? 0;
		if (level[first] !== 1) continue;
		step(placing, 0, first, i, e);
		for (let at = 0; at >= 0; ) {
			if (hasRoom(core, count, path[at] ?? 0)) {
				move(placing, at);
				return;
			}
			if (onward(placing, at) >= 0) at++;
			else level[path[at--] ?? 0] = idle;
		}
	}
	placing.looked += end - (start[i] ?? 0);
}
