import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { allocate } from "../src/allocate.ts";
import { deferredAcceptance } from "../src/comparators/deferred.ts";
import { arrivalTurn, inOrder, lotteryTurn } from "../src/comparators/order.ts";
import type { Cap, Facts, Offer } from "../src/facts/facts.ts";
import { planFlaws } from "../src/flaws.ts";
import { everyOption } from "../src/levels/options.ts";
import { claimsOfPairs } from "../src/levels/rows.ts";
import type { Problem } from "../src/problem.ts";
import { problemFrom, randomFacts } from "./facts.ts";
import { randomOf } from "./random.ts";
import { sharedFolder } from "./shared.ts";

// Thousands of instances a test: slow only where many share the machine.
vi.setConfig({ testTimeout: 120_000 });

const folder = join(sharedFolder, "instances", "matching");

type Lists = Readonly<Record<string, readonly (string | number)[]>>;

/** Two-sided preferences as a problem: burden is the place on the claim's list, standing the place on the keeper's list. */
function twoSided(
	wishes: Lists,
	offers: readonly Offer[],
	caps: readonly Cap[],
	keeper: (offer: string) => readonly (string | number)[],
) {
	const pairs: Facts["pairs"][number][] = [];
	for (const [claim, list] of Object.entries(wishes))
		list.forEach((offer, rank) => {
			const standing = keeper(String(offer)).map(String).indexOf(claim);
			if (standing >= 0) pairs.push({ claim, offer: String(offer), parts: { rank, standing } });
		});
	const problem = problemFrom({ claims: Object.keys(wishes).map((id) => ({ id, priority: 0 })), offers, caps, pairs });
	const part = (name: string) => (pair: number) => problem.parts.get(name)?.[pair] ?? 0;
	return { problem, plan: deferredAcceptance(problem, part("rank"), part("standing")) };
}

function matched(problem: Problem, plan: Int32Array): Record<string, string[]> {
	const held: Record<string, string[]> = {};
	for (const id of problem.limitIds.slice(0, problem.offers)) held[id] = [];
	plan.forEach((pair, i) => {
		if (pair >= 0) held[problem.limitIds[problem.offer[pair] ?? 0] ?? ""]?.push(problem.claimIds[i] ?? "");
	});
	return held;
}

interface Example {
	readonly id: string;
	readonly type: "HR" | "SA";
	readonly residents: Lists;
	readonly hospitals: Lists;
	readonly capacity: Readonly<Record<string, number>>;
	readonly residentOptimal: Lists;
	readonly students: Lists;
	readonly supervisors: Lists;
	readonly projectSupervisor: Readonly<Record<string, string>>;
	readonly projectCapacity: Readonly<Record<string, number>>;
	readonly supervisorCapacity: Readonly<Record<string, number>>;
	readonly studentOptimal: Lists;
}

function sorted(lists: Lists): Record<string, string[]> {
	return Object.fromEntries(Object.entries(lists).map(([id, list]) => [id, list.map(String).sort()]));
}

describe.skipIf(!existsSync(folder))(
	"deferred acceptance on published matchings (skipped where ../shared is missing)",
	() => {
		test("worked examples", () => {
			const examples: readonly Example[] = JSON.parse(readFileSync(join(folder, "worked-examples.json"), "utf8"));
			expect(examples.length).toBe(3);
			for (const example of examples) {
				if (example.type === "HR") {
					const offers = Object.entries(example.capacity).map(([id, capacity]) => ({ id, capacity }));
					const { problem, plan } = twoSided(example.residents, offers, [], (id) => example.hospitals[id] ?? []);
					expect(matched(problem, plan)).toEqual(sorted(example.residentOptimal));
				} else {
					const keeper = (id: string) => example.projectSupervisor[id] ?? "";
					const offers = Object.entries(example.projectCapacity).map(([id, capacity]) => ({
						id,
						capacity,
						within: keeper(id),
					}));
					const caps = Object.entries(example.supervisorCapacity).map(([id, limit]) => ({ id, limit }));
					const { problem, plan } = twoSided(
						example.students,
						offers,
						caps,
						(id) => example.supervisors[keeper(id)] ?? [],
					);
					expect(matched(problem, plan)).toEqual(sorted(example.studentOptimal));
				}
			}
		});

		test("issue 159 matches 37", () => {
			const file: { readonly hospitals: Lists; readonly residents: Lists } = JSON.parse(
				readFileSync(join(folder, "issue_159.json"), "utf8"),
			);
			const named = Object.fromEntries(
				Object.entries(file.residents).map(([id, list]) => [id, list.map((offer) => `h${offer}`)]),
			);
			const offers = Object.keys(file.hospitals).map((id) => ({ id: `h${id}`, capacity: 1 }));
			const { plan } = twoSided(named, offers, [], (id) => file.hospitals[id.slice(1)] ?? []);
			expect(plan.filter((pair) => pair >= 0).length).toBe(37);
		});
	},
);

function instance(seed: number): Problem {
	const random = randomOf(seed);
	const shape = {
		claims: 2 + random(9),
		offers: 1 + random(5),
		caps: random(4),
		classes: 2,
		ranks: 4,
		minutes: 40,
		sparse: 4,
		most: 1 + random(3),
	};
	return problemFrom(randomFacts(shape, random));
}

test("no order of choosing is better than the allocation, and each is a plan", () => {
	for (let seed = 0; seed < 500; seed++) {
		const problem = instance(seed);
		const minutes = problem.parts.get("minutes");
		const burden = (pair: number) => minutes?.[pair] ?? 0;
		const best = allocate(problem, [
			{ kind: "place" },
			{ kind: "burden", weights: problem.offer.length > 0 ? { minutes: 1 } : {} },
		]);
		if (best.kind === "refused") throw new Error("refused");
		const placed = (plan: Int32Array) => plan.filter((pair) => pair >= 0).length;
		const plans = [
			inOrder(problem, lotteryTurn(problem, `draw ${seed}`, seed % 2 === 0), burden),
			inOrder(problem, arrivalTurn(problem, ["claim 1", "claim 0"]), burden),
			deferredAcceptance(problem, burden, (pair) => (pair * 7919) % 31),
		];
		for (const plan of plans) {
			expect(planFlaws(problem, everyOption(problem), plan)).toEqual([]);
			expect(placed(plan)).toBeLessThanOrEqual(placed(best.plan));
		}
	}
});

test("deferred acceptance leaves no claim and offer that would both rather have each other", () => {
	let blocked = 0;
	for (let seed = 0; seed < 800; seed++) {
		const problem = instance(seed);
		const lock = new Int32Array(problem.claims).fill(-1);
		const free: Problem = { ...problem, lock };
		const claimOf = claimsOfPairs(free);
		const minutes = free.parts.get("minutes");
		const burden = (pair: number) => (minutes?.[pair] ?? 0) * 1000 + pair;
		const standing = (pair: number) => ((claimOf[pair] ?? 0) * 7919) % 101;
		const plan = deferredAcceptance(free, burden, standing);
		const { open } = everyOption(free);
		for (let e = 0; e < free.offer.length; e++) {
			const i = claimOf[e] ?? 0;
			const now = plan[i] ?? -1;
			if (open[e] !== 1 || now === e || (now >= 0 && burden(now) < burden(e))) continue;
			// The claim would rather have e: some limit around e must be full of claims that all stand better.
			blocked++;
			let stops = false;
			for (let k = free.offer[e] ?? 0; k >= 0; k = free.parent[k] ?? -1) {
				const below = [...plan.entries()].filter(([, pair]) => {
					for (let at = pair < 0 ? -1 : (free.offer[pair] ?? 0); at >= 0; at = free.parent[at] ?? -1)
						if (at === k) return true;
					return false;
				});
				const full = below.length === free.limit[k];
				stops ||=
					full &&
					below.every(
						([other, pair]) =>
							other !== i && (standing(pair) < standing(e) || (standing(pair) === standing(e) && other < i)),
					);
			}
			expect({ seed, e, stops }).toEqual({ seed, e, stops: true });
		}
	}
	expect(blocked).toBeGreaterThan(500);
});

test("deferred acceptance gives what proposing one by one gives, locked claims, ties and shared limits included", () => {
	let displaced = 0;
	for (let seed = 0; seed < 800; seed++) {
		const problem = instance(seed);
		const claimOf = claimsOfPairs(problem);
		const minutes = problem.parts.get("minutes");
		const burden = (pair: number) => (minutes?.[pair] ?? 0) % 5;
		const standing = (pair: number) => {
			const mine = ((claimOf[pair] ?? 0) * 31 + (problem.offer[pair] ?? 0) * (seed % 2) * 17) % 7;
			return mine === 6 ? Number.POSITIVE_INFINITY : mine;
		};
		// With limits shared, a claim must stand the same at all offers for the rule to be a choice (see the function).
		if (seed % 2 === 1 && problem.limits > problem.offers) continue;
		const plan = Int32Array.from(problem.lock);
		const isBelow = (pair: number, k: number) => {
			for (let at = problem.offer[pair] ?? 0; at >= 0; at = problem.parent[at] ?? -1) if (at === k) return true;
			return false;
		};
		const wishes = [...problem.lock.keys()].map((i) =>
			[...problem.offer.keys()]
				.filter((e) => claimOf[e] === i && standing(e) < Number.POSITIVE_INFINITY)
				.sort((a, b) => burden(a) - burden(b) || a - b),
		);
		const waiting = [...problem.lock.keys()].filter((i) => problem.lock[i] === -1);
		for (let i = waiting.pop(); i !== undefined; i = waiting.pop()) {
			const pair = wishes[i]?.shift();
			if (pair === undefined) continue;
			plan[i] = pair;
			for (let k = problem.offer[pair] ?? 0; k >= 0; k = problem.parent[k] ?? -1) {
				const below = [...plan].filter((e) => e >= 0 && isBelow(e, k));
				if (below.length <= (problem.limit[k] ?? 0)) continue;
				const away = below
					.filter((e) => problem.lock[claimOf[e] ?? 0] === -1)
					.sort((a, b) => standing(b) - standing(a) || (claimOf[b] ?? 0) - (claimOf[a] ?? 0))[0];
				const out = claimOf[away ?? 0] ?? 0;
				plan[out] = -1;
				waiting.push(out);
				if (out !== i) displaced++;
				break;
			}
		}
		expect({ seed, plan: [...deferredAcceptance(problem, burden, standing)] }).toEqual({ seed, plan: [...plan] });
	}
	expect(displaced).toBeGreaterThan(300);
});
