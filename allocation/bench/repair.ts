import type { Level, Problem, Rules } from "../src/index.ts";
import { grain, noMultipliers, shared } from "../src/wide/bound.ts";
import { chainsOf } from "../src/wide/chain.ts";
import { kept, rounds } from "../src/wide/large.ts";
import { mended } from "../src/wide/mend.ts";
import { nearest } from "../src/wide/nearest.ts";
import { relaxationOf } from "../src/wide/relax.ts";
import { broken, indexed } from "../src/wide/rules.ts";
import { standingOf } from "../src/wide/standing.ts";
import { spreadOf } from "../src/wide/weigh.ts";
import { ended } from "../test/ended.ts";
import { wholeOf } from "./whole.ts";

/** The best plan of a round if no rule crossed, and that plan repaired where it breaks a rule. */
export function repairing(problem: Problem, levels: readonly Level[], rules: Rules) {
	const { part, sum } = wholeOf(problem, levels, rules);
	const known = indexed(problem, rules).rules;
	const shares = shared(part, sum, [], noMultipliers(part, 0));
	const pure = ended(relaxationOf(part).solve(shares));
	const repair = (from: Int32Array = pure.plan): Int32Array => {
		const priced = sum.pair.map((cost, e) => cost + (pure.around[part.offer[e] ?? 0] ?? 0) / grain);
		const near = nearest(part, priced, sum.alone, kept);
		const standing = standingOf(part, sum);
		const chains = chainsOf(part, sum, standing, near, spreadOf(part, sum) / 64);
		ended(mended(part, sum, standing, chains, near, from, rounds));
		return standing.plan.slice();
	};
	const costOf = (plan: Int32Array) => {
		const standing = standingOf(part, sum);
		plan.forEach((e, i) => {
			standing.move(i, e);
		});
		return standing.cost();
	};
	const breaches = (plan: Int32Array) =>
		broken(
			problem,
			known,
			plan.map((e) => (e < 0 ? -1 : (part.pairs[e] ?? -1))),
		);
	return { part, pure: pure.plan, repair, costOf, breaches };
}

/** The rules of a round, those that its pure plan breaks left out but for so many crossings, each of which it breaks by one. */
export function brokenInFew(problem: Problem, levels: readonly Level[], rules: Rules, few: number): Rules {
	const { part, pure } = repairing(problem, levels, {});
	const plan = pure.map((e) => (e < 0 ? -1 : (part.pairs[e] ?? -1)));
	const known = indexed(problem, rules).rules;
	const breaks = new Set(broken(problem, known, plan));
	const placed = new Set(plan);
	const crossings = (rules.crossings ?? []).map((crossing, at) => {
		const there = (known.crossings[at]?.pairs ?? new Int32Array()).reduce((sum, e) => sum + (placed.has(e) ? 1 : 0), 0);
		return { ...crossing, there, limit: Math.max(crossing.limit, there) };
	});
	const fullest = new Set(crossings.toSorted((a, b) => b.there - a.there).slice(0, few));
	const holds = ({ id }: { readonly id: string }) => !breaks.has(id);
	return {
		crossings: crossings.map(({ there, ...crossing }, at) =>
			fullest.has(crossings[at] ?? { ...crossing, there }) ? { ...crossing, limit: there - 1 } : crossing,
		),
		together: (rules.together ?? []).filter(holds),
		minimums: (rules.minimums ?? []).filter(holds),
		mixtures: (rules.mixtures ?? []).filter(holds),
	};
}
