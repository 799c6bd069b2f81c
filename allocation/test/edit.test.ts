import { expect, test, vi } from "vitest";
import { allocate } from "../src/allocate.ts";
import { bestHolding, editedBy, planAfter } from "../src/explain/edit.ts";
import { explainerOf } from "../src/explain/explain.ts";
import { planFlaws } from "../src/flaws.ts";
import { usualLevels } from "../src/levels/level.ts";
import { everyOption } from "../src/levels/options.ts";
import { everyPlan, judgeOf } from "./exhaustive.ts";
import { problemFrom, randomFacts } from "./facts.ts";
import { randomOf } from "./random.ts";

// Thousands of instances a test: slow only where many share the machine.
vi.setConfig({ testTimeout: 120_000 });

const levels = usualLevels({ rank: 10, minutes: 1 }, "s");

test("an edit costs what scoring says, and at best what exhaustive search finds with the edits held, 800 instances", () => {
	const kinds = new Map<string, number>();
	for (let seed = 0; seed < 800; seed++) {
		const random = randomOf(seed);
		const shape = { claims: 5, offers: 3, caps: 2, classes: 2, ranks: 3, minutes: 40, sparse: 4, most: 2 };
		const problem = problemFrom(randomFacts(shape, random));
		const result = allocate(problem, levels);
		if (result.kind === "refused") throw new Error("refused");
		const edits = [0, 1].map(() => ({
			claim: problem.claimIds[random(problem.claims)] ?? "",
			offer: random(4) === 0 ? null : (problem.limitIds[random(problem.offers)] ?? ""),
		}));
		if (edits[0]?.claim === edits[1]?.claim) edits.pop();
		const edited = editedBy(problem, levels, result.plan, edits);
		kinds.set(edited.kind, (kinds.get(edited.kind) ?? 0) + 1);
		if (edited.kind === "refused") continue;
		const values = judgeOf(problem, levels);
		const was = values(result.plan);
		expect(edited.cost.map(({ value }) => value)).toEqual(values(edited.plan).map((value, s) => value - (was[s] ?? 0)));
		const overfull = edited.flaws.length > 0;
		if (!overfull) expect(planFlaws(problem, everyOption(problem), edited.plan)).toEqual([]);
		let best: number[] | undefined;
		for (const plan of everyPlan(problem)) {
			const keeps = edits.every(({ claim, offer }) => {
				const pair = plan[problem.claimIds.indexOf(claim)] ?? -1;
				return (pair < 0 ? null : problem.limitIds[problem.offer[pair] ?? 0]) === offer;
			});
			if (!keeps) continue;
			const theirs = values(plan);
			const at = theirs.findIndex((value, s) => value !== best?.[s]);
			if (best === undefined || (at >= 0 && (theirs[at] ?? 0) < (best[at] ?? 0))) best = theirs;
		}
		expect({ seed, best: edited.best?.cost.map(({ value }) => value) }).toEqual({
			seed,
			best: best?.map((value, s) => value - (was[s] ?? 0)),
		});
		if (overfull) kinds.set("overfull", (kinds.get("overfull") ?? 0) + 1);
	}
	for (const kind of ["refused", "edited", "overfull"]) expect(kinds.get(kind) ?? 0).toBeGreaterThan(50);
});

test("one pair held, one search from the proof finds as good a plan as allocating anew, others locked or not, 400 instances", () => {
	let [compared, impossible] = [0, 0];
	for (let seed = 0; seed < 400; seed++) {
		const random = randomOf(seed);
		const shape = { claims: 12, offers: 5, caps: 2, classes: 2, ranks: 3, minutes: 40, sparse: 3, most: 2 };
		const free = { ...problemFrom(randomFacts(shape, random)) };
		const result = allocate(free, levels);
		if (result.kind === "refused") throw new Error("refused");
		const mover = random(free.claims);
		const pair =
			(free.start[mover] ?? 0) + random(Math.max(1, (free.start[mover + 1] ?? 0) - (free.start[mover] ?? 0)));
		if (pair >= (free.start[mover + 1] ?? 0) || (free.lock[mover] ?? -1) >= 0) continue;
		// Whoever is held where the plan has them does not move along.
		const lock = free.lock.map((to, i) => (i !== mover && random(3) === 0 ? (result.plan[i] ?? -1) : to));
		const problem = { ...free, lock };
		const offer = free.limitIds[free.offer[pair] ?? 0] ?? "";
		const answer = explainerOf(problem, levels, result).whyNot(free.claimIds[mover] ?? "", offer);
		const quick = planAfter(problem, result.plan, answer);
		const held = new Map([[mover, pair]]);
		const anew = bestHolding(problem, levels, held);
		expect(bestHolding(problem, levels, held, undefined, () => true)).toBeUndefined();
		if (anew === undefined || quick === undefined) {
			expect({ seed, anew, quick }).toEqual({ seed, anew: undefined, quick: undefined });
			impossible++;
			continue;
		}
		const values = judgeOf(problem, levels);
		expect({ seed, values: values(quick) }).toEqual({ seed, values: values(anew) });
		expect(
			planFlaws(problem, everyOption({ ...problem, lock: lock.map((to, i) => (i === mover ? pair : to)) }), quick),
		).toEqual([]);
		const near = bestHolding(problem, levels, held, result);
		expect({ seed, values: near && values(near) }).toEqual({ seed, values: values(anew) });
		compared++;
	}
	expect(compared).toBeGreaterThan(100);
	expect(impossible).toBeGreaterThan(0);
});

test("an edit into a limit that has no room at all is told as too many, like any other", () => {
	const problem = problemFrom({
		claims: [{ id: "a", priority: 1 }],
		offers: [{ id: "x", capacity: 1, within: "full" }],
		caps: [{ id: "full", limit: 0 }],
		pairs: [{ claim: "a", offer: "x", parts: { rank: 1, minutes: 5 } }],
	});
	const result = allocate(problem, levels);
	if (result.kind === "refused") throw new Error("refused");
	expect([...result.plan]).toEqual([-1]);
	const edited = editedBy(problem, levels, result.plan, [{ claim: "a", offer: "x" }]);
	expect(edited).toMatchObject({
		flaws: [{ code: "over-limit", limit: "full", count: 1, places: 0 }],
		best: undefined,
	});
});
