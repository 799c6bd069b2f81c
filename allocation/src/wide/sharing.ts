import { rulesOfPairs } from "./crossed.ts";
import type { Objective } from "./objective.ts";
import type { Part } from "./part.ts";

/** A pair that costs more than the cheapest by so many times the softness is not looked at until the next look. */
const margin = 3;

/**
 * How the claims of a part share themselves among their options at prices: limits, then crossings, then floors of limits and floors across them, one after another in `ahead`. Everything is
 * kept from one sharing to the next.
 */
export interface Sharing {
	readonly size: number;
	/** The prices looked at, to be set by the caller. */
	readonly ahead: Float64Array;
	/** How many fit, or for a floor how many are wanted. */
	readonly room: Float64Array;
	/** After a sharing: how many there are, and how many are torn between options there. */
	readonly used: Float64Array;
	readonly torn: Float64Array;
	/** Makes ready for new prices; floors count only where they cost something. */
	price(sum: Objective, hasFloors: boolean): void;
	/** Looks at every pair, and gives what the prices prove. */
	look(sum: Objective, soft: number): number;
	/** How claims share themselves at the prices; gives the smooth bound. */
	share(sum: Objective, soft: number): number;
}

export function sharingOf(part: Part): Sharing {
	let hasFloors = false;
	const claims = part.claims.length;
	const pairs = part.pairs.length;
	const limits = part.limits.length;
	const crossings = part.crossings.length;
	const { start, offer, parent } = part;
	/** Crossings, and after them floors across limits, which pull. */
	const crossed = rulesOfPairs(part, [...part.crossings, ...part.across]);
	const rowAt = (c: number) => (c < crossings ? limits + c : limits + limits + c);
	/** Limits, then crossings, then floors; a floor pulls where the others push. */
	const size = limits + crossings + limits + part.across.length;
	const room = new Float64Array(size);
	part.high.forEach((high, k) => {
		room[k] = high;
		room[limits + crossings + k] = Math.min(part.least[k] ?? 0, high);
	});
	part.crossings.forEach(({ limit }, c) => {
		room[limits + c] = limit;
	});
	part.across.forEach(({ pairs: each, least }, f) => {
		room[limits + crossings + limits + f] = Math.min(least, each.length);
	});
	const shared = new Uint8Array(pairs);
	for (const { pairs: each } of part.together) for (const e of each) shared[e] = 1;

	const ahead = new Float64Array(size + 1);
	const used = new Float64Array(size + 1);
	const torn = new Float64Array(size + 1);
	const around = new Float64Array(limits);
	const mean = new Float64Array(pairs);
	const total = new Float64Array(pairs);
	/** Pairs worth looking at, claim by claim, with what the loops below need of them side by side: their only crossing, or where all are looked up. */
	const near = new Int32Array(pairs);
	const nearEnd = new Int32Array(claims);
	const nearCost = new Float64Array(pairs);
	const nearOffer = new Int32Array(pairs);
	const nearRow = new Int32Array(pairs);
	/** Where a pair counts in no crossing; and, as a row, that it counts in several or is a group's. */
	const nowhere = size;
	const several = -1;
	const rowOf = (e: number): number => {
		const first = crossed.start[e] ?? 0;
		const count = (crossed.start[e + 1] ?? 0) - first;
		if (shared[e] === 1 || count > 1 || (count === 1 && (crossed.at[first] ?? 0) >= crossings)) return several;
		return count === 0 ? nowhere : limits + (crossed.at[first] ?? 0);
	};
	let widest = 0;
	for (let i = 0; i < claims; i++) widest = Math.max(widest, (start[i + 1] ?? 0) - (start[i] ?? 0));
	const value = new Float64Array(widest + 1);
	const choice = new Int32Array(widest + 1);

	const priceAround = () => {
		for (let k = limits - 1; k >= 0; k--) {
			const outer = parent[k] ?? -1;
			around[k] = (ahead[k] ?? 0) - (hasFloors ? (ahead[limits + crossings + k] ?? 0) : 0) + (around[outer] ?? 0);
		}
	};
	const roomPrice = (): number => {
		let sum = 0;
		for (let k = 0; k < limits + crossings; k++) sum -= (ahead[k] ?? 0) * (room[k] ?? 0);
		for (let k = limits + crossings; k < size; k++) sum += (ahead[k] ?? 0) * (room[k] ?? 0);
		return sum;
	};
	const crossingPrice = (e: number): number => {
		let sum = 0;
		for (let at = crossed.start[e] ?? 0; at < (crossed.start[e + 1] ?? 0); at++) {
			const c = crossed.at[at] ?? 0;
			const price = ahead[rowAt(c)] ?? 0;
			sum += c < crossings ? price : -price;
		}
		return sum;
	};
	/** What claims that go together see: evenly what they cost beyond staying unplaced. */
	const meanCosts = (sum: Objective) => {
		for (const { claims: group, pairs: all } of part.together) {
			const each = all.length / group.length;
			for (let at = 0; at < each; at++) {
				let more = 0;
				for (let n = 0; n < group.length; n++) {
					const e = all[n * each + at] ?? 0;
					more += (sum.pair[e] ?? 0) - (sum.alone[group[n] ?? 0] ?? 0) + crossingPrice(e);
				}
				more /= group.length;
				for (let n = 0; n < group.length; n++) mean[all[n * each + at] ?? 0] = (sum.alone[group[n] ?? 0] ?? 0) + more;
			}
		}
	};
	const costOf = (sum: Objective, e: number): number =>
		(shared[e] === 1 ? (mean[e] ?? 0) : (sum.pair[e] ?? 0) + crossingPrice(e)) + (around[offer[e] ?? 0] ?? 0);

	/** Looks at every pair, and gives what the prices prove. */
	const look = (sum: Objective, soft: number): number => {
		let bound = roomPrice();
		for (let i = 0; i < claims; i++) {
			const first = start[i] ?? 0;
			const end = start[i + 1] ?? 0;
			let least = part.alone[i] === 1 ? (sum.alone[i] ?? 0) : Number.POSITIVE_INFINITY;
			for (let e = first; e < end; e++) {
				const cost = costOf(sum, e);
				total[e] = cost;
				if (cost < least) least = cost;
			}
			const cut = least + margin * soft;
			let at = first;
			for (let e = first; e < end; e++) {
				if ((total[e] ?? 0) >= cut) continue;
				near[at] = e;
				nearCost[at] = sum.pair[e] ?? 0;
				nearOffer[at] = offer[e] ?? 0;
				nearRow[at++] = rowOf(e);
			}
			nearEnd[i] = at;
			bound += least;
		}
		return bound;
	};

	/** How claims share themselves at the prices; gives the smooth bound. */
	const share = (sum: Objective, soft: number): number => {
		used.fill(0);
		torn.fill(0);
		let bound = roomPrice();
		for (let i = 0; i < claims; i++) {
			let few = 0;
			let least = Number.POSITIVE_INFINITY;
			if (part.alone[i] === 1) {
				value[0] = sum.alone[i] ?? 0;
				choice[0] = -1;
				least = value[0] ?? 0;
				few = 1;
			}
			for (let at = start[i] ?? 0; at < (nearEnd[i] ?? 0); at++) {
				const row = nearRow[at] ?? 0;
				const cost =
					row === several
						? costOf(sum, near[at] ?? 0)
						: (nearCost[at] ?? 0) + (ahead[row] ?? 0) + (around[nearOffer[at] ?? 0] ?? 0);
				if (cost >= least + soft) continue;
				if (cost < least) least = cost;
				value[few] = cost;
				choice[few++] = at;
			}
			// The share of an option is how far it lies below a level; those above it fall out, and the level with them.
			let level = 0;
			for (let count = -1; count !== few; ) {
				count = few;
				let all = soft;
				for (let n = 0; n < count; n++) all += value[n] ?? 0;
				level = all / count;
				few = 0;
				for (let n = 0; n < count; n++) {
					const cost = value[n] ?? 0;
					if (cost >= level) continue;
					value[few] = cost;
					choice[few++] = choice[n] ?? -1;
				}
			}
			for (let n = 0; n < few; n++) {
				const part = (level - (value[n] ?? 0)) / soft;
				bound += part * (value[n] ?? 0) + (soft / 2) * part * part;
				const at = choice[n] ?? -1;
				if (at < 0) continue;
				const tears = few > 1 ? 1 : 0;
				const j = nearOffer[at] ?? 0;
				used[j] = (used[j] ?? 0) + part;
				torn[j] = (torn[j] ?? 0) + tears;
				const row = nearRow[at] ?? 0;
				if (row !== several) {
					used[row] = (used[row] ?? 0) + part;
					torn[row] = (torn[row] ?? 0) + tears;
					continue;
				}
				const e = near[at] ?? 0;
				for (let c = crossed.start[e] ?? 0; c < (crossed.start[e + 1] ?? 0); c++) {
					const each = rowAt(crossed.at[c] ?? 0);
					used[each] = (used[each] ?? 0) + part;
					torn[each] = (torn[each] ?? 0) + tears;
				}
			}
		}
		for (let k = 0; k < limits; k++) {
			const outer = parent[k] ?? -1;
			if (outer < 0) continue;
			used[outer] = (used[outer] ?? 0) + (used[k] ?? 0);
			torn[outer] = (torn[outer] ?? 0) + (torn[k] ?? 0);
		}
		return bound;
	};

	return {
		...{ size, ahead, room, used, torn, look, share },
		price: (sum, withFloors) => {
			hasFloors = withFloors;
			priceAround();
			meanCosts(sum);
		},
	};
}
