import { describe, expect, test, vi } from "vitest";
import { type Core, costOf, countsOf } from "../src/core.ts";
import { auction } from "../src/solvers/auction.ts";
import { beginningOfChains, chains } from "../src/solvers/chains.ts";
import { fromNothing } from "../src/solvers/choice.ts";
import { exactPrices } from "../src/solvers/prices.ts";
import { simplex } from "../src/solvers/simplex.ts";
import { successive } from "../src/solvers/successive.ts";
import { networkOf, randomCore } from "./cores.ts";
import { leastCost } from "./exhaustive.ts";
import { randomOf } from "./random.ts";

// Thousands of instances a test: slow only where many share the machine.
vi.setConfig({ testTimeout: 120_000 });

function auctioned(core: Core) {
	const run = auction(core);
	for (;;) {
		const state = run.next();
		if (state.done) return state.value;
	}
}

function chained(core: Core) {
	const run = chains(core);
	for (;;) {
		const state = run.next();
		if (!state.done) continue;
		if (!state.value.whole) throw new Error("chains are long");
		return state.value.priced;
	}
}

/** The dual value of prices that must be 0 or more (see core.ts). */
function dualOf(core: Core, price: Float64Array): number {
	let value = 0;
	for (let i = 0; i < core.claims; i++) {
		let best = core.unplaced[i] ?? 0;
		for (let e = core.start[i] ?? 0; e < (core.start[i + 1] ?? 0); e++)
			best = Math.min(best, (core.cost[e] ?? 0) + (price[core.offer[e] ?? 0] ?? 0));
		value += best;
	}
	for (let k = 0; k < core.limits; k++) {
		const own = (price[k] ?? 0) - (price[core.parent[k] ?? -1] ?? 0);
		expect(own).toBeGreaterThanOrEqual(0);
		value -= own * (core.limit[k] ?? 0);
	}
	return value;
}

/** Everybody takes the cheapest that has room, in turn. */
function greedy(core: Core): Int32Array {
	const taken = new Int32Array(core.claims).fill(-1);
	for (let i = 0; i < core.claims; i++)
		for (let e = core.start[i] ?? 0; e < (core.start[i + 1] ?? 0) && (taken[i] ?? 0) < 0; e++) {
			taken[i] = e;
			if (countsOf(core, taken).some((count, k) => count > (core.limit[k] ?? 0))) taken[i] = -1;
		}
	return taken;
}

function simplexed(core: Core, from: Int32Array, near?: Float64Array) {
	const run = simplex(networkOf(core), from, near);
	for (;;) {
		const state = run.next();
		if (state.done) return state.value;
	}
}

/** The solvers that must pass: each gives a plan that has exact prices. */
const solvers: Readonly<Record<string, (core: Core) => Int32Array>> = {
	"successive shortest paths": (core) => successive(core).taken,
	"network simplex": (core) => {
		const found = simplexed(core, new Int32Array(core.claims).fill(-1));
		expect(dualOf(core, found.price)).toBe(costOf(core, found.taken));
		return found.taken;
	},
	"network simplex from the greedy plan": (core) => {
		const found = simplexed(core, greedy(core));
		expect(dualOf(core, found.price)).toBe(costOf(core, found.taken));
		// From its own answer nothing is left to do.
		const again = simplexed(core, found.taken, found.price);
		expect(dualOf(core, again.price)).toBe(costOf(core, found.taken));
		return again.taken;
	},
	"chains alone": (core) => {
		const found = chained(core);
		expect(dualOf(core, found.price)).toBe(costOf(core, found.taken));
		return found.taken;
	},
	auction: (core) => {
		const found = auctioned(core);
		expect(dualOf(core, found.price)).toBe(costOf(core, found.taken));
		const near = exactPrices(core, found.taken, found.price);
		const far = exactPrices(core, found.taken);
		expect(near).toBeDefined();
		expect(far).toBeDefined();
		return found.taken;
	},
};

describe.each(Object.entries(solvers))("%s", (_, solve) => {
	test("agrees with exhaustive search on 4,000 small instances, nested limits included", () => {
		for (let seed = 0; seed < 4000; seed++) {
			const random = randomOf(seed);
			const core = randomCore(
				{
					claims: 1 + random(6),
					offers: 1 + random(4),
					caps: seed % 2 === 0 ? 0 : random(4),
					pairsEach: random(5),
					costs: [2, 10, 1000][random(3)] ?? 2,
					unplaced: [1, 15, 3000][random(3)] ?? 1,
					most: 1 + random(3),
				},
				random,
			);
			expect({ seed, cost: costOf(core, solve(core)) }).toEqual({ seed, cost: leastCost(core) });
		}
	});
});

test("the solvers agree on 1,500 instances too large for exhaustive search", () => {
	for (let seed = 0; seed < 1500; seed++) {
		const random = randomOf(seed);
		const core = randomCore(
			{
				claims: 60,
				offers: 15,
				caps: random(8),
				pairsEach: 6,
				costs: [3, 1000][random(2)] ?? 3,
				unplaced: 4000,
				most: 5,
			},
			random,
		);
		const found = auctioned(core);
		expect(dualOf(core, found.price)).toBe(costOf(core, found.taken));
		expect({ seed, cost: costOf(core, found.taken) }).toEqual({
			seed,
			cost: costOf(core, successive(core).taken),
		});
		const moved = chained(core);
		expect({ seed, cost: costOf(core, moved.taken), bound: dualOf(core, moved.price) }).toEqual({
			seed,
			cost: costOf(core, found.taken),
			bound: costOf(core, found.taken),
		});
		const pivoted = simplexed(core, greedy(core));
		expect({ seed, cost: costOf(core, pivoted.taken), bound: dualOf(core, pivoted.price) }).toEqual({
			seed,
			cost: costOf(core, found.taken),
			bound: costOf(core, found.taken),
		});
	}
});

test("a plan that is not optimal has no exact prices", () => {
	let tried = 0;
	for (let seed = 0; seed < 500; seed++) {
		const random = randomOf(seed);
		const core = randomCore(
			{ claims: 8, offers: 4, caps: 2, pairsEach: 3, costs: 100, unplaced: 300, most: 2 },
			random,
		);
		const best = successive(core);
		for (let i = 0; i < core.claims; i++) {
			if ((best.taken[i] ?? -1) < 0) continue;
			const worse = best.taken.slice();
			worse[i] = -1;
			if (costOf(core, worse) <= costOf(core, best.taken)) continue;
			tried++;
			expect(exactPrices(core, worse, best.price)).toBeUndefined();
		}
	}
	expect(tried).toBeGreaterThan(500);
});

test("chains that turn out to be long are given up, and the auction goes on from their prices", () => {
	const random = randomOf(3);
	const shape = { claims: 2000, offers: 200, caps: 0, pairsEach: 12, costs: 1000, unplaced: 4000, most: 14 };
	const core = randomCore(shape, random);
	// One offer that costs everybody more than going without has places for all: they look plenty.
	const limit = Int32Array.of(...core.limit, 3 * core.claims);
	const parent = new Int32Array(limit.length).fill(-1);
	const unplaced = new Float64Array(core.claims).fill(4000);
	const rows = Array.from(unplaced.keys(), (i) => [core.start[i] ?? 0, core.start[i + 1] ?? 0] as const);
	const withLast = (of: Int32Array | Float64Array, last: number) =>
		rows.flatMap(([first, end]) => [...of.subarray(first, end), last]);
	const crowded: Core = {
		...{ ...core, offers: limit.length, limits: limit.length, limit, parent, unplaced },
		start: core.start.map((first, i) => first + i),
		offer: Int32Array.from(withLast(core.offer, core.offers)),
		cost: Float64Array.from(withLast(core.cost, 5000)),
	};
	expect(beginningOfChains(crowded)).toBeDefined();
	const alone = chains(crowded);
	let step = alone.next();
	while (!step.done) step = alone.next();
	expect(step.value.whole).toBe(false);
	const whole = fromNothing(crowded);
	let next = whole.next();
	while (!next.done) next = whole.next();
	expect(costOf(crowded, next.value.taken)).toBe(costOf(crowded, auctioned(crowded).taken));
	expect(dualOf(crowded, next.value.price)).toBe(costOf(crowded, next.value.taken));
});

test("chains are not begun with where first come leaves many without a place, though there are places for all", () => {
	/** The first `free` claims can come to both offers, the others only to the first; all like the first best. */
	const core = (free: number): Core => {
		const rows = Array.from({ length: 100 }, (_, i) => (i < free ? [0, 1] : [0]));
		return {
			...{ claims: 100, offers: 2, limits: 2, parent: Int32Array.of(-1, -1), limit: Int32Array.of(50, 100) },
			start: Int32Array.from([0, ...rows.map((_, i) => Math.min(i + 1, free) + i + 1)]),
			offer: Int32Array.from(rows.flat()),
			cost: Float64Array.from(rows.flat()),
			unplaced: new Float64Array(100).fill(1000),
		};
	};
	expect(beginningOfChains(core(60))).toBeUndefined();
	expect(beginningOfChains(core(96))).toBeDefined();
	const run = fromNothing(core(60));
	let next = run.next();
	while (!next.done) next = run.next();
	expect(costOf(core(60), next.value.taken)).toBe(50);
	expect(dualOf(core(60), next.value.price)).toBe(50);
});
