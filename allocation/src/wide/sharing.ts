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
	/** Looks at every pair of one claim in so many, and gives what the prices prove, or nearly so where not everybody was looked at. */
	look(sum: Objective, soft: number, every: number): number;
	/** How many options of a claim were worth looking at in the last look, in the mean. */
	width(): number;
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
	/** Where a pair counts in no crossing; and, as a row, that it counts in several or is a group's. */
	const nowhere = size;
	const several = -1;
	/** Per pair: its only crossing, as a row, or where all are looked up. */
	const rowOf = Int32Array.from(part.pairs, (_, e) => {
		const first = crossed.start[e] ?? 0;
		const count = (crossed.start[e + 1] ?? 0) - first;
		if (shared[e] === 1 || count > 1 || (count === 1 && (crossed.at[first] ?? 0) >= crossings)) return several;
		return count === 0 ? nowhere : limits + (crossed.at[first] ?? 0);
	});
	/** Claims that may share themselves until the next look, and their pairs worth looking at, with what the loops below need of them side by side. */
	const busy = new Int32Array(claims);
	let busyCount = 0;
	const near = new Int32Array(pairs);
	const nearEnd = new Int32Array(claims);
	const nearCost = new Float64Array(pairs);
	const nearOffer = new Int32Array(pairs);
	const nearRow = new Int32Array(pairs);
	/** The others have one option that is worth looking at: how many there are in each row, and what they cost without prices. */
	const settled = new Float64Array(size + 1);
	let settledCount = 0;
	let settledCost = 0;
	/** One claim in so many stands for all. */
	let stride = 1;
	/** How many pairs a claim has that are worth looking at, in the mean. */
	let width = 0;
	/** Per claim: the level up to which it filled its options last. */
	const filled = new Float64Array(claims);
	let widest = 0;
	for (let i = 0; i < claims; i++) widest = Math.max(widest, (start[i + 1] ?? 0) - (start[i] ?? 0));
	const value = new Float64Array(widest + 1);

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
	const look = (sum: Objective, soft: number, every: number): number => {
		let bound = 0;
		stride = every;
		settled.fill(0);
		settledCount = 0;
		settledCost = 0;
		busyCount = 0;
		let options = 0;
		for (let i = 0; i < claims; i += every) {
			const first = start[i] ?? 0;
			const end = start[i + 1] ?? 0;
			const out = part.alone[i] === 1 ? (sum.alone[i] ?? 0) : Number.POSITIVE_INFINITY;
			let least = out;
			for (let e = first; e < end; e++) {
				const row = rowOf[e] ?? 0;
				const cost =
					row === several ? costOf(sum, e) : (sum.pair[e] ?? 0) + (ahead[row] ?? 0) + (around[offer[e] ?? 0] ?? 0);
				total[e] = cost;
				if (cost < least) least = cost;
			}
			bound += least;
			const cut = least + margin * soft;
			let at = first;
			for (let e = first; e < end; e++) {
				if ((total[e] ?? 0) >= cut) continue;
				near[at] = e;
				nearCost[at] = sum.pair[e] ?? 0;
				nearOffer[at] = offer[e] ?? 0;
				nearRow[at++] = rowOf[e] ?? 0;
			}
			nearEnd[i] = at;
			options += at - first;
			const row = nearRow[first] ?? 0;
			if (at === first || (at === first + 1 && out >= cut && row !== several)) {
				settledCount++;
				settledCost += at === first ? out : (nearCost[first] ?? 0);
				if (at === first) continue;
				const j = nearOffer[first] ?? 0;
				settled[j] = (settled[j] ?? 0) + 1;
				settled[row] = (settled[row] ?? 0) + 1;
			} else busy[busyCount++] = i;
		}
		width = (options * every) / claims;
		return bound * every + roomPrice();
	};

	/** How claims share themselves at the prices; gives the smooth bound. */
	const share = (sum: Objective, soft: number): number => {
		used.set(settled);
		torn.fill(0);
		let bound = settledCost + (soft / 2) * settledCount;
		for (let k = 0; k < part.offers; k++) bound += (settled[k] ?? 0) * (around[k] ?? 0);
		for (let k = limits; k < limits + crossings; k++) bound += (settled[k] ?? 0) * (ahead[k] ?? 0);
		for (let b = 0; b < busyCount; b++) {
			const i = busy[b] ?? 0;
			const first = start[i] ?? 0;
			const end = nearEnd[i] ?? 0;
			const own = part.alone[i] === 1 ? (sum.alone[i] ?? 0) : Number.POSITIVE_INFINITY;
			// The share of an option is how far it lies below a level; those above it fall out, and the level with them. Last time's is nearly right.
			const guess = filled[i] ?? 0;
			let least = own;
			let count = 0;
			let all = soft;
			if (own < guess) {
				count = 1;
				all += own;
			}
			for (let at = first; at < end; at++) {
				const row = nearRow[at] ?? 0;
				const cost =
					row === several
						? costOf(sum, near[at] ?? 0)
						: (nearCost[at] ?? 0) + (ahead[row] ?? 0) + (around[nearOffer[at] ?? 0] ?? 0);
				value[at - first] = cost;
				if (cost < least) least = cost;
				if (cost < guess) {
					count++;
					all += cost;
				}
			}
			// From wherever it begins, the level is too high after one turn at most, and then only falls.
			let level = count === 0 ? least + soft : all / count;
			for (let turn = 0, last = 0; turn < 2 || count < last; turn++) {
				last = count;
				count = 0;
				all = soft;
				if (own < level) {
					count = 1;
					all += own;
				}
				for (let n = 0; n < end - first; n++) {
					const cost = value[n] ?? 0;
					if (cost >= level) continue;
					count++;
					all += cost;
				}
				if (count === 0) break;
				level = all / count;
			}
			filled[i] = level;
			const tears = count > 1 ? 1 : 0;
			if (own < level) {
				const part = (level - own) / soft;
				bound += part * own + (soft / 2) * part * part;
			}
			for (let at = first; at < end; at++) {
				const cost = value[at - first] ?? 0;
				if (cost >= level) continue;
				const part = (level - cost) / soft;
				bound += part * cost + (soft / 2) * part * part;
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
		if (stride > 1)
			for (let k = 0; k < size; k++) {
				used[k] = stride * (used[k] ?? 0);
				torn[k] = stride * (torn[k] ?? 0);
			}
		for (let k = 0; k < limits; k++) {
			const outer = parent[k] ?? -1;
			if (outer < 0) continue;
			used[outer] = (used[outer] ?? 0) + (used[k] ?? 0);
			torn[outer] = (torn[outer] ?? 0) + (torn[k] ?? 0);
		}
		return bound * stride + roomPrice();
	};

	return {
		...{ size, ahead, room, used, torn, look, share },
		width: () => width,
		price: (sum, withFloors) => {
			hasFloors = withFloors;
			priceAround();
			meanCosts(sum);
		},
	};
}
