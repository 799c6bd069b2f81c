import { expect, test, vi } from "vitest";
import { loadedHighs } from "../adapters/solve.ts";
import type { MoveTold, Worth } from "../src/explain/outcome.ts";
import type { Level } from "../src/levels/level.ts";
import type { Plan, Problem } from "../src/problem.ts";
import { explainerUnder } from "../src/wide/explain.ts";
import { broken, indexed, problemUnder } from "../src/wide/rules.ts";
import { allocateWide } from "../src/wide/wide.ts";
import { everyPlan, judgeOf } from "./exhaustive.ts";
import { wideInstance } from "./wide-instance.ts";

const highs = await loadedHighs();
const solver = async (model: Parameters<typeof highs>[0]) => highs(model, 10);

// A model a millisecond or more, thousands of them.
vi.setConfig({ testTimeout: 240_000 });

const place: Level = { kind: "place" };
const burden = { kind: "burden", weights: { rank: 10, minutes: 1 } } satisfies Level;
const change: Level = { kind: "change" };
const bottleneck = { kind: "bottleneck", part: "minutes" } satisfies Level;

/** Levels whose reasons are not those of sums in strict order. */
const orders: Readonly<Record<string, readonly Level[]>> = {
	generous: [place, { kind: "generous", part: "rank" }, burden],
	bottleneck: [place, bottleneck, burden],
	"bottleneck late": [place, burden, bottleneck],
	"the largest gives way": [place, { ...bottleneck, tolerance: 6 }, burden],
	"burden gives way to change": [place, { ...burden, tolerance: 9 }, change],
	"unplaced give way": [{ kind: "place", tolerance: 1 }, burden],
};

const toleranceOf = (level: Level | undefined) =>
	level !== undefined && "tolerance" in level ? (level.tolerance ?? 0) : 0;

/** A plan after the moves that were told. */
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

test.each(Object.entries(orders))(
	"%s: every pair, limit and crossing cap against exhaustive search",
	async (_, levels) => {
		const counted = { worse: 0, rule: 0, more: 0, gains: 0, loss: 0, why: 0 };
		for (let seed = 0; seed < 25; seed++) {
			const { problem: bare, rules } = wideInstance(seed);
			const result = await allocateWide(bare, levels, rules, solver);
			if (result.kind !== "allocated") continue;
			const problem = problemUnder(bare, rules);
			const known = indexed(problem, rules).rules;
			const valuesOf = judgeOf(problem, levels);
			const was = valuesOf(result.plan);
			const plansIn = (of: Problem, theirs = known) => collected(of, (plan) => broken(of, theirs, plan).length === 0);
			const plans = plansIn(problem).map((plan) => ({ plan, values: valuesOf(plan) }));
			/** What is told is true of the moves, and each step ends within its tolerance of the least there is. */
			const judged = (told: Worth, all: readonly (readonly number[])[], about: object) => {
				const after = moved(problem, result.plan, told.moves);
				const values = valuesOf(after);
				expect({ ...about, change: told.change.map(({ value }) => value) }).toEqual({
					...about,
					change: values.map((value, s) => value - (was[s] ?? 0)),
				});
				let left = all;
				for (const [s, value] of values.entries()) {
					const least = Math.min(...left.map((row) => row[s] ?? 0));
					const most = least + toleranceOf(levels[told.change[s]?.level ?? -1]);
					expect({ ...about, s, value, least, most }).toSatisfy(() => value >= least && value <= most);
					left = left.filter((row) => (row[s] ?? 0) <= most);
				}
				return after;
			};
			const explainer = explainerUnder(bare, levels, rules, result, solver);
			for (let i = 0; i < problem.claims; i++) {
				const claim = problem.claimIds[i] ?? "";
				const why = await explainer.why(claim);
				expect(why.given).toBe(problem.limitIds[problem.offer[result.plan[i] ?? -1] ?? -1] ?? null);
				for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++) {
					const offer = problem.limitIds[problem.offer[e] ?? 0] ?? "";
					const about = { seed, claim, offer };
					const having = plans.filter(({ plan }) => plan[i] === e).map(({ values }) => values);
					const answer = await explainer.whyNot(claim, offer);
					const wish = why.better.find((one) => one.offer === offer);
					if (wish !== undefined) {
						counted.why++;
						expect(wish.answer).toEqual(answer);
					}
					if (answer.kind === "worse") {
						counted.worse++;
						const after = judged(answer, having, about);
						expect({ ...about, given: after[i], broken: broken(problem, known, after) }).toEqual({
							...about,
							given: e,
							broken: [],
						});
					} else if (answer.kind !== "given") {
						if (answer.kind === "rule") counted.rule++;
						expect({ ...about, kind: answer.kind, plans: having.length }).toEqual({
							...about,
							kind: answer.kind,
							plans: 0,
						});
					}
				}
			}
			for (let k = 0; k < problem.limits; k++) {
				const id = problem.limitIds[k] ?? "";
				const shifted = (by: number) => ({
					...problem,
					limit: problem.limit.map((places, at) => places + (at === k ? by : 0)),
				});
				const more = await explainer.worthOfOneMore(id);
				counted.more++;
				if (more.moves.length > 0) {
					counted.gains++;
					judged(more, plansIn(shifted(1)).map(valuesOf), { seed, id });
				} else expect(more.change.every(({ value }) => value === 0)).toBe(true);
				// Nothing better is left where it is told that a place more is worth nothing, unless something gives way.
				if (more.moves.length === 0 && levels.every((level) => toleranceOf(level) === 0))
					judged(more, plansIn(shifted(1)).map(valuesOf), { seed, id });
				const loss = await explainer.lossOfOne(id);
				const fewer = (problem.limit[k] ?? 0) > 0 ? plansIn(shifted(-1)) : plans.map(({ plan }) => plan);
				if (loss === undefined) expect({ seed, id, fewer: fewer.length }).toEqual({ seed, id, fewer: 0 });
				else if (loss.moves.length > 0) {
					counted.loss++;
					judged(loss, fewer.map(valuesOf), { seed, id, loss: true });
				}
			}
			for (const [c, { id }] of known.crossings.entries()) {
				const crossings = known.crossings.map((each, at) => (at === c ? { ...each, limit: each.limit + 1 } : each));
				const more = await explainer.worthOfOneMore(id);
				if (more.moves.length > 0) judged(more, plansIn(problem, { ...known, crossings }).map(valuesOf), { seed, id });
			}
		}
		for (const [what, times] of Object.entries(counted))
			expect({ what, times }).toSatisfy(() => times > (what === "gains" || what === "loss" ? 3 : 10));
	},
);

/** The plans that are wanted, each by itself. */
function collected(problem: Problem, isWanted: (plan: Plan) => boolean): Plan[] {
	const plans: Plan[] = [];
	for (const plan of everyPlan(problem)) if (isWanted(plan)) plans.push(plan.slice());
	return plans;
}
