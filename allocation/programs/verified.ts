import {
	brokenRules,
	flawsOf,
	type Level,
	type Plan,
	type Problem,
	problemUnder,
	type Rules,
	scored,
	wideFlaws,
} from "../src/index.ts";
import type { ResultForm } from "./form.ts";

/** What is wrong with a written result: an assignment that is no plan, a stated value that is not so, or a proof that fails. */
export function resultFlaws(
	problem: Problem,
	levels: readonly Level[],
	result: ResultForm,
	rules: Rules = {},
): string[] {
	const wrong: string[] = [];
	const claimIndex = new Map(problem.claimIds.map((id, index) => [id, index] as const));
	const limitIndex = new Map(problem.limitIds.map((id, index) => [id, index] as const));
	const read = (rows: ResultForm["assignment"]): Plan => {
		const plan: Plan = new Int32Array(problem.claims).fill(-1);
		const seen = new Set<string>();
		for (const { claim, offer } of rows) {
			const i = claimIndex.get(claim);
			if (i === undefined) wrong.push(`the assignment names the unknown claim “${claim}”`);
			else if (seen.has(claim)) wrong.push(`the assignment names the claim “${claim}” twice`);
			else if (offer !== null) {
				let pair = -1;
				for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++)
					if (problem.offer[e] === limitIndex.get(offer)) pair = e;
				if (pair < 0) wrong.push(`the claim “${claim}” is given “${offer}”, which is not an eligible pair`);
				plan[i] = pair;
			}
			seen.add(claim);
		}
		for (const id of problem.claimIds)
			if (!seen.has(id)) wrong.push(`the assignment says nothing of the claim “${id}”`);
		return plan;
	};
	const plan = read(result.assignment);
	for (const stage of result.certificate.stages)
		for (const id of Object.keys(stage.prices))
			if (!limitIndex.has(id)) wrong.push(`the certificate prices the unknown “${id}”`);
	if (wrong.length > 0) return wrong;
	const values = scored(problemUnder(problem, rules), levels, plan);
	if (JSON.stringify(values) !== JSON.stringify(result.levels))
		wrong.push(`the levels are stated as ${JSON.stringify(result.levels)} but are ${JSON.stringify(values)}`);
	const certificate = {
		stages: result.certificate.stages.map((stage) => {
			const prices = problem.limitIds.map((id) => stage.prices[id] ?? 0);
			return "plan" in stage ? { ...stage, plan: Array.from(read(stage.plan)), prices } : { ...stage, prices };
		}),
	};
	const allowed = ({ value, level }: (typeof values)[number], s: number) => {
		const stated = levels[level];
		const tolerance = stated !== undefined && "tolerance" in stated ? (stated.tolerance ?? 0) : 0;
		return value <= (result.bounds[s] ?? Number.NEGATIVE_INFINITY) + tolerance;
	};
	if (result.status === "optimal" && !values.every(allowed))
		wrong.push("the plan is stated as optimal, but is above its bounds");
	const without = result.crossing === undefined ? plan : read(result.crossing.without.assignment);
	if (wrong.length > 0) return wrong;
	if (result.crossing !== undefined) {
		const { claimed, untouched, proofs, without: pure } = result.crossing;
		const flaws = wideFlaws(problem, levels, rules, {
			...{ kind: "allocated", plan, values, bounds: result.bounds, holds: result.status, claimed, untouched },
			without: {
				...{ kind: "allocated", plan: without, values: scored(problem, levels, without), bounds: pure.bounds },
				...{ holds: pure.status, certificate },
			},
			proofs: proofs.map((proof) => ({ ...proof, claims: proof.claims.map((id) => claimIndex.get(id) ?? -1) })),
		});
		for (const flaw of flaws) wrong.push(`the proof fails: ${JSON.stringify(flaw)}`);
		return wrong;
	}
	for (const rule of brokenRules(problem, rules, plan)) wrong.push(`the rule “${rule}” is broken`);
	for (const flaw of flawsOf(problem, levels, plan, certificate, result.bounds))
		wrong.push(`the proof fails: ${JSON.stringify(flaw)}`);
	return wrong;
}
