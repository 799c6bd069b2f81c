import type { Problem } from "@laeringsarena/allocation";
import { eachPair, type Frame } from "./facts.ts";
import { weightsOf } from "./levels.ts";

/** Open pairs of each claim of the problem that the engine is given: offers in order, each with rank and minutes. */
export type Considered = {
	/** Per claim: `offer, rank, minutes` one after another, by offer. */
	readonly rows: Int32Array[];
	/** Whether that is every open pair. */
	readonly complete: boolean;
};

/** So many open pairs are given to the engine whole. */
export const mostWhole = 6_000_000;
/** Above that, so many of the cheapest of each claim to begin with. */
const cheapest = 64;
/** So many are all looked at where rules that cross bind: no proof tells there which could be left out. */
export const mostWholeUnderRules = 3_000_000;

/**
 * The pairs to begin with: all of them, or for each claim the cheapest, the sites it has wished for by name, its lock and its place
 * before; and the one pair that costs most of all, which decides how the levels are weighed against each other.
 */
export function considering(frame: Frame, whole = mostWhole, each = cheapest): Considered {
	const { snapshot, skeleton, open } = frame;
	const complete = open <= whole;
	const weight = weightsOf(snapshot.rules);
	const [perRank, perMinute] = [weight.rank ?? 0, weight.minutes ?? 0];
	const rows: Int32Array[] = [];
	if (complete) {
		for (let claim = 0; claim < skeleton.claims; claim++) rows.push(flat(pairsOf(frame, claim)));
		return { rows, complete };
	}
	const costOf = (pair: Pair) => perRank * rankIn(pair) + perMinute * minutesIn(pair);
	let dearest = { claim: -1, cost: -1, pair: 0 };
	for (let claim = 0; claim < skeleton.claims; claim++) {
		const found = pairsOf(frame, claim);
		for (const pair of found) {
			const cost = costOf(pair);
			if (cost > dearest.cost) dearest = { claim, cost, pair };
		}
		rows.push(flat(found.length <= each ? found : cheapestOf(frame, claim, found, each, costOf)));
	}
	if (dearest.claim >= 0)
		rows[dearest.claim] = withPairs(rows[dearest.claim] ?? new Int32Array(0), [...flat(Float64Array.of(dearest.pair))]);
	return { rows, complete };
}

/** The cheapest pairs of a claim, and those it must have. */
function cheapestOf(frame: Frame, claim: number, found: Float64Array, each: number, costOf: (pair: Pair) => number) {
	const must = mustHave(frame, claim);
	const costs = Float64Array.from(found, costOf);
	const limit = costs.slice().sort()[each - 1] ?? 0;
	// Where many cost the same, those kept are spread by the claim's number: else all would be given the same few.
	let level = each - costs.reduce((sum, cost) => sum + (cost < limit ? 1 : 0), 0);
	const chosen = new Uint8Array(found.length);
	for (let n = 0; n < found.length; n++) {
		const at = (n + claim * 97) % found.length;
		const cost = costs[at] ?? 0;
		if (cost < limit || must.has(offerIn(found[at] ?? -1))) chosen[at] = 1;
		else if (cost === limit && level > 0) {
			chosen[at] = 1;
			level--;
		}
	}
	return found.filter((_, at) => chosen[at] === 1);
}

/** An offer, rank and minutes as one number that is in order by offer: millions of them need no object each. */
type Pair = number;
const ranks = 256;
const times = 16_384;
const offerIn = (pair: Pair) => Math.floor(pair / (ranks * times));
const rankIn = (pair: Pair) => Math.floor(pair / times) % ranks;
const minutesIn = (pair: Pair) => pair % times;

/** Every open pair of a claim of the problem, by offer. */
function pairsOf(frame: Frame, claim: number): Float64Array {
	let size = 0;
	eachPair(frame, claim, (offer, rank, minutes) => {
		if (size === scratch.length) {
			const more = new Float64Array(2 * size);
			more.set(scratch);
			scratch = more;
		}
		scratch[size++] = (offer * ranks + rank) * times + minutes;
	});
	return scratch.slice(0, size).sort();
}
let scratch = new Float64Array(1024);

function flat(pairs: Float64Array): Int32Array {
	const row = new Int32Array(3 * pairs.length);
	for (let n = 0; n < pairs.length; n++) {
		const pair = pairs[n] ?? 0;
		const offer = offerIn(pair);
		// Below 2 ** 22, where whole numbers are quickest taken apart by their bits.
		const rest = pair - offer * ranks * times;
		row[3 * n] = offer;
		row[3 * n + 1] = rest >> 14;
		row[3 * n + 2] = rest & (times - 1);
	}
	return row;
}

/** Offers of a claim that are looked at whatever they cost. */
function mustHave({ snapshot, ground, claimOf, indexOfSlot, lockedTo, skeleton }: Frame, claim: number): Set<number> {
	const at = claimOf[claim] ?? 0;
	const must = new Set<number>([lockedTo[claim] ?? -1, skeleton.previous[claim] ?? -1]);
	const group = ground.groups[ground.groupOf[at] ?? 0];
	for (const { kind, target } of snapshot.claims[at]?.wishes ?? []) {
		const site = kind === "site" ? ground.siteIndex.get(target) : undefined;
		if (site === undefined || group === undefined) continue;
		for (let s = group.start[site] ?? 0; s < (group.start[site + 1] ?? 0); s++)
			must.add(indexOfSlot[group.slot[s] ?? 0] ?? -1);
	}
	return must;
}

/** A row of pairs with more of them; one that is there already stays as it is. */
export function withPairs(row: Int32Array, more: readonly number[]): Int32Array {
	const pairs = new Map<number, [number, number, number]>();
	for (const list of [more, row])
		for (let at = 0; at < list.length; at += 3)
			pairs.set(list[at] ?? 0, [list[at] ?? 0, list[at + 1] ?? 0, list[at + 2] ?? 0]);
	return Int32Array.from([...pairs.values()].sort(([a], [b]) => a - b).flat());
}

/** The engine's problem with these pairs. */
export function problemWith(frame: Frame, rows: readonly Int32Array[]): Problem {
	const { skeleton, lockedTo } = frame;
	const flatted = flattened(rows);
	const lock = new Int32Array(skeleton.claims).fill(-1);
	for (let i = 0; i < skeleton.claims; i++) {
		const to = lockedTo[i] ?? -1;
		if (to < 0) continue;
		for (let e = flatted.start[i] ?? 0; e < (flatted.start[i + 1] ?? 0); e++) if (flatted.offer[e] === to) lock[i] = e;
	}
	return { ...skeleton, ...flatted, lock };
}

/** The problem of claims from … to−1 alone, with every open pair they have, and which of those are among the rows given. */
export function everyPairOf(
	frame: Frame,
	rows: readonly Int32Array[],
	from: number,
	to: number,
): { readonly all: Problem; readonly known: Uint8Array } {
	const { skeleton } = frame;
	const full: Int32Array[] = [];
	const known: number[] = [];
	for (let i = from; i < to; i++) {
		// A locked claim has one option, which it has already.
		const found = (frame.lockedTo[i] ?? -1) < 0 ? pairsOf(frame, i) : new Float64Array(0);
		const row = rows[i] ?? new Int32Array(0);
		const here = new Set<number>();
		for (let at = 0; at < row.length; at += 3) here.add(row[at] ?? -1);
		const pairs = flat(found);
		for (let at = 0; at < pairs.length; at += 3) known.push(here.has(pairs[at] ?? -1) ? 1 : 0);
		full.push(pairs);
	}
	return {
		all: {
			...skeleton,
			...flattened(full),
			claims: to - from,
			claimIds: skeleton.claimIds.slice(from, to),
			priority: skeleton.priority.slice(from, to),
			previous: skeleton.previous.slice(from, to),
			lock: new Int32Array(to - from).fill(-1),
		},
		known: Uint8Array.from(known),
	};
}

function flattened(rows: readonly Int32Array[]) {
	const start = new Int32Array(rows.length + 1);
	rows.forEach((row, i) => {
		start[i + 1] = (start[i] ?? 0) + row.length / 3;
	});
	const size = start[rows.length] ?? 0;
	const [offer, rank, minutes] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
	rows.forEach((row, i) => {
		for (let at = 0, e = start[i] ?? 0; at < row.length; at += 3, e++) {
			offer[e] = row[at] ?? 0;
			rank[e] = row[at + 1] ?? 0;
			minutes[e] = row[at + 2] ?? 0;
		}
	});
	return { start, offer, parts: new Map([["minutes", minutes] as const, ["rank", rank] as const]) };
}
