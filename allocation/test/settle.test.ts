import { expect, test, vi } from "vitest";
import { type Core, costOf, countsOf } from "../src/core.ts";
import { auction, usualManner } from "../src/solvers/auction.ts";
import { placingMost } from "../src/solvers/placing.ts";
import { settling } from "../src/solvers/settle.ts";
import { successive } from "../src/solvers/successive.ts";
import { randomCore } from "./cores.ts";
import { ended } from "./ended.ts";
import { randomOf } from "./random.ts";

// Thousands of instances a test: slow only where many share the machine.
vi.setConfig({ testTimeout: 120_000 });

/** What is wrong with a plan and prices as a proof of each other. */
function flaws(core: Core, { taken, price }: { readonly taken: Int32Array; readonly price: Float64Array }): string[] {
	const found: string[] = [];
	const count = countsOf(core, taken);
	for (let k = 0; k < core.limits; k++) {
		const own = (price[k] ?? 0) - (price[core.parent[k] ?? -1] ?? 0);
		const room = (core.limit[k] ?? 0) - (count[k] ?? 0);
		if (room < 0) found.push(`limit ${k} holds too many`);
		if (own < 0) found.push(`limit ${k} has the price ${own}`);
		if (own > 0 && room > 0) found.push(`limit ${k} has room and a price`);
	}
	for (let i = 0; i < core.claims; i++) {
		const pair = taken[i] ?? -1;
		const mine = pair < 0 ? core.unplaced[i] : (core.cost[pair] ?? 0) + (price[core.offer[pair] ?? 0] ?? 0);
		let least = core.unplaced[i] ?? 0;
		for (let e = core.start[i] ?? 0; e < (core.start[i + 1] ?? 0); e++)
			least = Math.min(least, (core.cost[e] ?? 0) + (price[core.offer[e] ?? 0] ?? 0));
		if (mine !== least) found.push(`claim ${i} pays ${mine}, not ${least}`);
	}
	return found;
}

/** Some plan within the limits: each claim in turn tries one of its pairs. */
function somePlan(core: Core, random: (below: number) => number): Int32Array {
	const taken = new Int32Array(core.claims).fill(-1);
	const count = new Int32Array(core.limits);
	for (let i = 0; i < core.claims; i++) {
		const [first = 0, end = 0] = [core.start[i], core.start[i + 1]];
		if (first === end || random(4) === 0) continue;
		const pair = first + random(end - first);
		const around: number[] = [];
		for (let k = core.offer[pair] ?? -1; k >= 0; k = core.parent[k] ?? -1) around.push(k);
		if (around.some((k) => (count[k] ?? 0) >= (core.limit[k] ?? 0))) continue;
		taken[i] = pair;
		for (const k of around) count[k] = (count[k] ?? 0) + 1;
	}
	return taken;
}

function someCore(seed: number, random: (below: number) => number): Core {
	return randomCore(
		{
			claims: 20 + random(40),
			offers: 4 + random(12),
			caps: seed % 2 === 0 ? 0 : random(8),
			pairsEach: 1 + random(6),
			costs: [1, 3, 1000, 2 ** 40][random(4)] ?? 3,
			unplaced: [2, 4000, 2 ** 41][random(3)] ?? 2,
			most: 1 + random(8),
		},
		random,
	);
}

test("any plan and any prices settle into an optimal plan that its prices prove", () => {
	for (let seed = 0; seed < 4000; seed++) {
		const random = randomOf(seed);
		const core = someCore(seed, random);
		const height = [1, 10, 2000, 2 ** 40][random(4)] ?? 1;
		const price = Float64Array.from({ length: core.limits }, () => random(3) * random(height));
		const settled = ended(settling(core, { taken: somePlan(core, random), price }));
		expect({ seed, flaws: flaws(core, settled) }).toEqual({ seed, flaws: [] });
		if (seed % 4 === 0) expect(costOf(core, settled.taken)).toBe(costOf(core, successive(core).taken));
	}
});

test("those who lose most by going without are placed first, and what they lose proves it at the scarce limits", () => {
	let scarce = 0;
	for (let seed = 0; seed < 4000; seed++) {
		const random = randomOf(seed);
		const core = someCore(seed, random);
		const classes = [1, 2, 50][random(3)] ?? 1;
		const worth = Float64Array.from({ length: core.claims }, () => random(classes + 1) * (1 + random(2)));
		const free = { ...core, cost: new Float64Array(core.cost.length), unplaced: worth };
		const placed = ended(placingMost(core, worth));
		expect({ seed, flaws: flaws(free, placed) }).toEqual({ seed, flaws: [] });
		if (placed.price.some((price) => price > 0)) scarce++;
	}
	expect(scarce).toBeGreaterThan(500);
});

test("an auction from any prices, first step or division ends in the same cost, proved", () => {
	for (let seed = 0; seed < 1000; seed++) {
		const random = randomOf(seed);
		const core = someCore(seed, random);
		const cost = costOf(core, ended(auction(core)).taken);
		const warm = Float64Array.from({ length: core.limits }, () => random(3000));
		for (const manner of [
			{ ...usualManner, warm, warmStep: 1 + random(100) },
			{ division: 2 + random(20), stride: 1 + random(50) },
		]) {
			const solved = ended(auction(core, manner));
			expect({ seed, flaws: flaws(core, solved) }).toEqual({ seed, flaws: [] });
			expect(costOf(core, solved.taken)).toBe(cost);
		}
	}
});

test("a settled plan and its prices settle into themselves", () => {
	for (let seed = 0; seed < 500; seed++) {
		const random = randomOf(seed);
		const core = someCore(seed, random);
		const settled = ended(auction(core));
		const again = ended(settling(core, settled));
		expect(again.taken).toEqual(settled.taken);
		expect(again.price).toEqual(settled.price);
	}
});
