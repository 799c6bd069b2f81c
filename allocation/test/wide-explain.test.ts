import { expect, test, vi } from "vitest";
import { loadedHighs } from "../adapters/solve.ts";
import type { MoveTold, Worth } from "../src/explain/outcome.ts";
import type { Level } from "../src/levels/level.ts";
import { stepsOf } from "../src/levels/rows.ts";
import type { Plan, Problem } from "../src/problem.ts";
import type { Known } from "../src/wide/answers.ts";
import { explainerUnder } from "../src/wide/explain.ts";
import { broken, indexed, problemUnder } from "../src/wide/rules.ts";
import { allocateWide } from "../src/wide/wide.ts";
import { everyPlan, judgeOf } from "./exhaustive.ts";
import { bestUnder, wideInstance } from "./wide-instance.ts";

const highs = await loadedHighs();
const solver = async (model: Parameters<typeof highs>[0]) => highs(model, 10);

// A model a millisecond or more, thousands of them.
vi.setConfig({ testTimeout: 240_000 });

const levels: readonly Level[] = [
	{ kind: "place" },
	{ kind: "floors" },
	{ kind: "burden", weights: { rank: 10, minutes: 1 } },
	{ kind: "change" },
];

function stepsIn(problem: Problem) {
	const built = stepsOf(problem, levels);
	if (built.kind === "refused") throw new Error("refused");
	return built.steps;
}

async function allocated(seed: number) {
	const { problem, rules } = wideInstance(seed);
	const result = await allocateWide(problem, levels, rules, solver);
	return result.kind === "allocated" ? { problem, rules, known: indexed(problem, rules).rules, result } : undefined;
}

function moved(problem: Problem, plan: Plan, moves: readonly MoveTold[]): Plan {
	const after = plan.slice();
	for (const { claim, to } of moves) {
		const i = problem.claimIds.indexOf(claim);
		after[i] = -1;
		for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++)
			if (problem.limitIds[problem.offer[e] ?? 0] === to) after[i] = e;
	}
	return after;
}

/** What is said of a change, against the best there is: never better than that, never bounded above it, and it where it is said to be. */
function judged(
	worth: Worth & { readonly known?: Known },
	was: readonly number[],
	best: readonly number[] | undefined,
	about: object,
) {
	const change = worth.change.map(({ value }) => value);
	const exact = (best ?? []).map((value, s) => value - (was[s] ?? 0));
	const at = change.findIndex((value, s) => value !== exact[s]);
	if (worth.known === undefined || worth.known.claimed)
		expect({ ...about, change }).toEqual({ ...about, change: exact });
	else if (at >= 0) expect({ ...about, change, exact }).toSatisfy(() => (change[at] ?? 0) > (exact[at] ?? 0));
	worth.known?.least.forEach((least, s) => {
		if (least !== null && (at < 0 || s <= at))
			expect({ ...about, s, least, exact }).toSatisfy(() => least <= (exact[s] ?? 0));
	});
	if (worth.known === undefined) return "exact";
	if (worth.known.least.every((least, s) => least === change[s])) return "proved";
	return at < 0 ? "found" : "worse";
}

const valuesOf = (problem: Problem, plan: Plan) => judgeOf(problem, levels)(plan);

test.each([
	["everybody free", {}, 100],
	["only who is near free", { whole: 0, nearby: [1, 2] }, 80],
] as const)("%s: every pair, every limit and every claim against exhaustive search", async (_, manner, instances) => {
	const counted: Record<string, number> = {};
	const count = (what: string) => {
		counted[what] = (counted[what] ?? 0) + 1;
	};
	for (let seed = 0; seed < instances; seed++) {
		const one = await allocated(seed);
		if (one === undefined) continue;
		const { problem, rules, known, result } = one;
		const was = valuesOf(problemUnder(problem, rules), result.plan);
		const explainer = explainerUnder(problem, levels, rules, result, solver, manner);
		for (let i = 0; i < problem.claims; i++)
			for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++) {
				const [claim, offer] = [problem.claimIds[i] ?? "", problem.limitIds[problem.offer[e] ?? 0] ?? ""];
				const answer = await explainer.whyNot(claim, offer);
				const best = bestUnder(problem, known, levels, (plan) => plan[i] === e);
				count(answer.kind);
				const about = { seed, claim, offer };
				if (answer.kind === "worse") {
					count(judged(answer, was, best, about));
					const after = moved(problem, result.plan, answer.moves);
					const kept = { broken: broken(problem, known, after), given: after[i] };
					expect({ ...about, ...kept }).toEqual({ ...about, broken: [], given: e });
				} else if (answer.kind !== "given")
					expect({ ...about, kind: answer.kind, best }).toEqual({ ...about, kind: answer.kind, best: undefined });
			}
		for (let k = 0; k < problem.limits; k++) {
			const id = problem.limitIds[k] ?? "";
			const shifted = (by: number) => ({
				...problem,
				limit: problem.limit.map((places, at) => places + (at === k ? by : 0)),
			});
			const more = bestUnder(shifted(1), known, levels);
			count(`place ${judged(await explainer.worthOfOneMore(id), was, more, { seed, id })}`);
			const loss = await explainer.lossOfOne(id);
			const fewer = (problem.limit[k] ?? 0) > 0 ? bestUnder(shifted(-1), known, levels) : was;
			if (loss === undefined) expect({ seed, id, fewer }).toEqual({ seed, id, fewer: undefined });
			else count(`loss ${judged(loss, was, fewer, { seed, id })}`);
		}
		for (const [c, { id }] of known.crossings.entries()) {
			const crossings = known.crossings.map((each, at) => (at === c ? { ...each, limit: each.limit + 1 } : each));
			const best = bestUnder(problem, { ...known, crossings }, levels);
			count(`place ${judged(await explainer.worthOfOneMore(id), was, best, { seed, id })}`);
		}
		for (let i = 0; i < problem.claims; i++) {
			const gone = await explainer.withdrawal(problem.claimIds[i] ?? "");
			const lock = problem.lock.map((pair, at) => (at === i ? -1 : pair));
			const together = known.together.map((each) => ({ ...each, claims: each.claims.filter((at) => at !== i) }));
			const isGone = (plan: Plan) => plan[i] === -1;
			const best = bestUnder({ ...problem, lock }, { ...known, together }, levels, isGone);
			if (gone === undefined) {
				expect({ seed, i, best }).toEqual({ seed, i, best: undefined });
				continue;
			}
			// It is not counted after, also where it had no place before.
			const before = stepsIn(problem).map((step, s) => (was[s] ?? 0) + ("largest" in step ? 0 : step.alone(i)));
			count(`gone ${judged(gone, before, best, { seed, i })}`);
		}
	}
	expect(counted.worse).toBeGreaterThan(100);
	expect(counted.rule).toBeGreaterThan(100);
	for (const what of ["exact", "proved", "place exact", "place proved", "loss proved", "gone proved"])
		expect({ what, times: counted[what] ?? 0 }).toSatisfy(({ times }) => times > 10);
	// A lock elsewhere and the rules together: no rule about the pair is to blame.
	expect(counted["not-found"] ?? 0).toBeLessThan(10);
});

test("plans changed by hand: what a pair costs from there, and the best with several claims held", async () => {
	let tried = 0;
	for (let seed = 0; seed < 60; seed++) {
		const one = await allocated(seed);
		if (one === undefined) continue;
		const { problem, rules, known, result } = one;
		const kept: Plan[] = [];
		for (const plan of everyPlan(problem)) if (broken(problem, known, plan).length === 0) kept.push(plan.slice());
		const plan = kept[(seed * 7) % kept.length] ?? result.plan;
		const was = valuesOf(problemUnder(problem, rules), plan);
		const explainer = explainerUnder(problem, levels, rules, { plan, proofs: [] }, solver);
		for (let i = 0; i < problem.claims; i++)
			for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++) {
				const [claim, offer] = [problem.claimIds[i] ?? "", problem.limitIds[problem.offer[e] ?? 0] ?? ""];
				const answer = await explainer.whyNot(claim, offer);
				if (answer.kind !== "worse") continue;
				const best = bestUnder(problem, known, levels, (other) => other[i] === e);
				judged(answer, was, best, { seed, claim, offer });
				tried++;
			}
		// Where another plan has the first two claims is where they are held.
		const other = kept[(seed * 13) % kept.length] ?? plan;
		const held = [0, 1].map((i) => ({
			claim: problem.claimIds[i] ?? "",
			offer: (other[i] ?? -1) < 0 ? null : (problem.limitIds[problem.offer[other[i] ?? 0] ?? 0] ?? null),
		}));
		const found = await explainer.holding(held);
		const best = bestUnder(problem, known, levels, (one) => one[0] === other[0] && one[1] === other[1]);
		if (found === undefined) throw new Error(`${seed}: nothing found`);
		judged(found, was, best, { seed, held });
		expect(valuesOf(problemUnder(problem, rules), found.plan)).toEqual(best);
	}
	expect(tried).toBeGreaterThan(100);
});

test("claims, offers and limits that are not there are refused", async () => {
	const { problem, rules } = wideInstance(1);
	const explainer = explainerUnder(problem, levels, rules, { plan: problem.lock, proofs: [] }, solver);
	await expect(explainer.whyNot("nobody", problem.limitIds[0] ?? "")).rejects.toThrow("nobody");
	await expect(explainer.worthOfOneMore("nowhere")).rejects.toThrow("nowhere");
});
