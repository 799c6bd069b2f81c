import { expect, test, vi } from "vitest";
import { type Allocated, allocate } from "../src/allocate.ts";
import { explainerOf } from "../src/explain/explain.ts";
import type { Level } from "../src/levels/level.ts";
import { everyOption, placedBelow } from "../src/levels/options.ts";
import { stepsOf } from "../src/levels/rows.ts";
import type { Problem } from "../src/problem.ts";
import { problemFrom, randomFacts } from "./facts.ts";
import { randomOf } from "./random.ts";

vi.setConfig({ testTimeout: 120_000 });

const orders: Readonly<Record<string, readonly Level[]>> = {
	usual: [
		{ kind: "place" },
		{ kind: "burden", weights: { rank: 10, minutes: 1 } },
		{ kind: "change" },
		{ kind: "ties", seed: "s" },
	],
	"many stages": [
		{ kind: "place" },
		{ kind: "burden", weights: { rank: 1_000_000_000, minutes: 1_000_000 } },
		{ kind: "change" },
		{ kind: "ties", seed: "s" },
	],
	"nearly all equal": [{ kind: "place" }, { kind: "burden", weights: { rank: 1 } }],
	floors: [{ kind: "place" }, { kind: "floors" }, { kind: "burden", weights: { minutes: 1 }, shortfall: 3 }],
};

/** Every arc of the residual network, one for each claim that could move, with what it changes in each step: no prices, no stages. */
function plainArcs(problem: Problem, levels: readonly Level[], plan: Int32Array) {
	const built = stepsOf(problem, levels);
	if (built.kind === "refused") throw new Error("refused");
	const value = (i: number, e: number) =>
		built.steps.map((step) => ("largest" in step ? Number.NaN : e < 0 ? step.alone(i) : step.pair(e)));
	const options = everyOption(problem);
	const count = placedBelow(problem, plan);
	const root = problem.limits;
	const arcs: { from: number; to: number; claim: number; change: number[] }[] = [];
	for (let k = 0; k < problem.limits; k++) {
		const outer = (problem.parent[k] ?? -1) < 0 ? root : (problem.parent[k] ?? 0);
		const missing = (many: number) => (problem.leastWeight[k] ?? 0) * Math.max(0, (problem.least[k] ?? 0) - many);
		const here = count[k] ?? 0;
		const change = (many: number) =>
			built.steps.map((step) => ("largest" in step ? 0 : step.short * (missing(many) - missing(here))));
		if (here < (problem.limit[k] ?? 0)) arcs.push({ from: k, to: outer, claim: -1, change: change(here + 1) });
		if (here > 0) arcs.push({ from: outer, to: k, claim: -1, change: change(here - 1) });
	}
	plan.forEach((now, i) => {
		if (options.alone[i] !== 1) return;
		const from = now < 0 ? root : (problem.offer[now] ?? 0);
		const own = value(i, now);
		const move = (to: number, e: number) =>
			arcs.push({ from, to, claim: i, change: value(i, e).map((sum, step) => sum - (own[step] ?? 0)) });
		if (now >= 0) move(root, -1);
		for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++)
			if (e !== now && options.open[e] === 1) move(problem.offer[e] ?? 0, e);
	});
	return { arcs, value, root };
}

const less = (a: readonly number[], b: readonly number[]) => {
	for (const [step, value] of a.entries()) if (value !== b[step]) return value < (b[step] ?? 0);
	return false;
};

/** The least change from every node to one, by trying every arc until nothing falls (Bellman and Ford). */
function leastTo(plain: ReturnType<typeof plainArcs>, to: number): Map<number, readonly number[]> {
	const least = new Map<number, readonly number[]>([[to, plain.arcs[0]?.change.map(() => 0) ?? []]]);
	for (let falls = true; falls; ) {
		falls = false;
		for (const { from, to: end, change } of plain.arcs) {
			const onward = least.get(end);
			if (onward === undefined || from === to) continue;
			const sum = change.map((value, step) => value + (onward[step] ?? 0));
			const known = least.get(from);
			if (known !== undefined && !less(sum, known)) continue;
			least.set(from, sum);
			falls = true;
		}
	}
	return least;
}

function solved(problem: Problem, levels: readonly Level[]): Allocated {
	const result = allocate(problem, levels);
	if (result.kind === "refused") throw new Error("refused");
	return result;
}

test.each(Object.entries(orders))(
	"%s: every wish equals a plain search of all moves, and sampled a new allocation",
	(_, levels) => {
		let asked = 0;
		let anew = 0;
		let longest = 0;
		for (let seed = 0; seed < 24; seed++) {
			const random = randomOf(900 + seed);
			const most = [2, 4, 8][seed % 3] ?? 2;
			const shape = { claims: 70, offers: 25, caps: seed % 5, classes: 3, ranks: 5, minutes: 60, sparse: 3, most };
			const problem = problemFrom(randomFacts(shape, random));
			const best = solved(problem, levels);
			const explainer = explainerOf(problem, levels, best);
			const plain = plainArcs(problem, levels, best.plan);
			const ends = new Map<number, Map<number, readonly number[]>>();
			for (let i = 0; i < problem.claims; i++) {
				const now = best.plan[i] ?? -1;
				const own = now < 0 ? plain.root : (problem.offer[now] ?? 0);
				const toOwn = ends.get(own) ?? leastTo(plain, own);
				ends.set(own, toOwn);
				for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++) {
					const answer = explainer.whyNot(problem.claimIds[i] ?? "", problem.limitIds[problem.offer[e] ?? 0] ?? "");
					if (answer.kind !== "worse") continue;
					asked++;
					longest = Math.max(longest, answer.moves.length);
					const was = plain.value(i, now);
					const back = toOwn.get(problem.offer[e] ?? 0) ?? [];
					const expected = plain
						.value(i, e)
						.map((value, step) => value - (was[step] ?? 0) + (back[step] ?? Number.NaN));
					const change = answer.change.map(({ value }) => value);
					expect({ seed, i, e, change }).toEqual({ seed, i, e, change: expected });
					if (asked % 61 > 0) continue;
					anew++;
					const lock = problem.lock.slice();
					lock[i] = e;
					const locked = solved({ ...problem, lock }, levels);
					expect(change).toEqual(locked.values.map(({ value }, step) => value - (best.values[step]?.value ?? 0)));
				}
			}
		}
		expect(asked).toBeGreaterThan(10_000);
		expect(anew).toBeGreaterThan(150);
		expect(longest).toBeGreaterThan(4);
	},
);
