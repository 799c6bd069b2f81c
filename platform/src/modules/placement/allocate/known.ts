import type { Allocated, Certificate, Plan, Problem } from "@laeringsarena/allocation";
import type { ResultForm } from "@laeringsarena/allocation/form";
import type { RunResult } from "./contract.ts";
import type { Frame } from "./facts.ts";

/** The plan of a stored result on a problem; a pair that the problem does not have counts as no place. */
export function planIn({ ground, indexOfClaim, indexOfSlot }: Frame, problem: Problem, plan: RunResult["plan"]): Plan {
	const found: Plan = new Int32Array(problem.claims).fill(-1);
	plan.forEach(({ offer }, claim) => {
		const at = offer === null ? undefined : ground.offerIndex.get(offer);
		if (at === undefined) return;
		const [i, j] = [indexOfClaim[claim] ?? 0, indexOfSlot[ground.slotOf(claim, at)] ?? -1];
		found[i] = pairOf(problem, i, j);
	});
	return found;
}

/** The pair of a claim and an offer of a problem, −1 where there is none. */
export function pairOf(problem: Problem, claim: number, offer: number): number {
	for (let e = problem.start[claim] ?? 0; e < (problem.start[claim + 1] ?? 0); e++)
		if (problem.offer[e] === offer) return e;
	return -1;
}

/** A stored plan with its certificate as the engine gave it. */
export function allocatedIn(frame: Frame, problem: Problem, result: RunResult, form: ResultForm): Allocated {
	const claims = new Map(problem.claimIds.map((id, index) => [id, index] as const));
	const limits = new Map(problem.limitIds.map((id, index) => [id, index] as const));
	const witness = (rows: ResultForm["assignment"]) => {
		const plan = new Array<number>(problem.claims).fill(-1);
		for (const { claim, offer } of rows) {
			const at = claims.get(claim);
			if (at !== undefined && offer !== null) plan[at] = pairOf(problem, at, limits.get(offer) ?? -1);
		}
		return plan;
	};
	const priced = (prices: Readonly<Record<string, number>>) => problem.limitIds.map((id) => prices[id] ?? 0);
	const stages = form.certificate.stages.map((stage): Certificate["stages"][number] =>
		stage.kind === "sum" || stage.kind === "trade"
			? { ...stage, prices: priced(stage.prices) }
			: { ...stage, plan: witness(stage.plan), prices: priced(stage.prices) },
	);
	return {
		kind: "allocated",
		plan: planIn(frame, problem, result.plan),
		values: form.levels,
		bounds: form.bounds,
		holds: form.status,
		certificate: { stages },
	};
}
