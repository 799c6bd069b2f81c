import { type Core, insideAt, insideOf } from "../core.ts";
import { type Sitting, sit, sittingOf } from "./sitting.ts";

/** Instead of a step from the unplaced: not come to, given up in this round, or leading to no room now or later. */
export const unseen = 0;
export const idle = -1;
export const closed = -2;

/** A plan that places the most, as far as it is made, and the search for room. */
export interface Placing {
	readonly core: Core;
	readonly sitting: Sitting;
	readonly inside: readonly (readonly number[])[];
	readonly count: Int32Array;
	/** Per limit: in how many steps the unplaced come to it, from 1 on, or one of the words above. */
	readonly level: Int32Array;
	/** Limits in the order they were come to. */
	readonly queue: Int32Array;
	waiting: number;
	/** Limits on the way, and the claim and the pair by which each was come to; −1 where a limit led there. */
	readonly path: Int32Array;
	readonly byPair: Int32Array;
	readonly byClaim: Int32Array;
	/** Per offer: the claim and the pair that the search has come to. */
	readonly atClaim: Int32Array;
	readonly atPair: Int32Array;
	/** Pairs looked at. */
	looked: number;
}

/** Nobody is placed yet. */
export function placingOf(core: Core): Placing {
	const { limits } = core;
	return {
		core,
		sitting: sittingOf(core),
		inside: insideOf(core),
		count: new Int32Array(limits),
		level: new Int32Array(limits),
		queue: new Int32Array(limits),
		waiting: 0,
		path: new Int32Array(limits + 1),
		byPair: new Int32Array(limits),
		byClaim: new Int32Array(limits),
		atClaim: new Int32Array(limits),
		atPair: new Int32Array(limits),
		looked: 0,
	};
}

export function hasRoom({ parent, limit }: Core, count: Int32Array, limitAt: number): boolean {
	let k = limitAt;
	while (k >= 0 && (count[k] ?? 0) < (limit[k] ?? 0)) k = parent[k] ?? -1;
	return k < 0;
}

/** Gives a claim the first of its pairs where there is room, if there is any. */
export function placeAtOnce({ core, sitting, count }: Placing, i: number): void {
	const { parent, start, offer } = core;
	const last = start[i + 1] ?? 0;
	for (let e = start[i] ?? 0; e < last; e++) {
		let k = offer[e] ?? 0;
		if (!hasRoom(core, count, k)) continue;
		sit(sitting, i, e);
		for (; k >= 0; k = parent[k] ?? -1) count[k] = (count[k] ?? 0) + 1;
		break;
	}
}

/** Comes to limits not seen before by the claim's pairs. */
function reachAll(placing: Placing, i: number, step: number): void {
	const { core, level, queue } = placing;
	const { start, offer } = core;
	const first = start[i] ?? 0;
	const end = start[i + 1] ?? 0;
	placing.looked += end - first;
	for (let e = first; e < end; e++) {
		const j = offer[e] ?? 0;
		if (level[j] !== unseen) continue;
		level[j] = step;
		queue[placing.waiting++] = j;
	}
}

/** In how many steps each limit is come to from the claims that wait, as far as the first with room; tells whether there is any. */
export function spread(placing: Placing, waiting: Int32Array): boolean {
	const { core, sitting, inside, count, level, queue } = placing;
	const { offers, parent, limit } = core;
	placing.waiting = 0;
	for (const i of waiting) reachAll(placing, i, 1);
	let last = 0;
	for (let at = 0; at < placing.waiting; at++) {
		const k = queue[at] ?? 0;
		const step = level[k] ?? 0;
		if (last > 0) {
			if (step > last) level[k] = idle;
			continue;
		}
		if (hasRoom(core, count, k)) {
			last = step;
			continue;
		}
		const outer = parent[k] ?? -1;
		if (outer >= 0 && level[outer] === unseen && (count[k] ?? 0) < (limit[k] ?? 0)) {
			level[outer] = step + 1;
			queue[placing.waiting++] = outer;
		}
		for (const c of insideAt(inside, offers, k))
			if (level[c] === unseen && (count[c] ?? 0) > 0) {
				level[c] = step + 1;
				queue[placing.waiting++] = c;
			}
		if (k < offers)
			for (let i = sitting.head[k] ?? -1; i >= 0; i = sitting.next[i] ?? -1) reachAll(placing, i, step + 1);
	}
	return last > 0;
}
