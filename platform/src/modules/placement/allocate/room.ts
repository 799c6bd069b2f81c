import { type Explainer, explainerOf, type Plan, type Problem, planAfter } from "@laeringsarena/allocation";
import type { RunCertificate, RunResult } from "./contract.ts";
import type { Frame } from "./facts.ts";
import { allocatedIn, planIn } from "./known.ts";

/** A problem that has every open pair of one claim, and an explainer by the proof; null where there is none. */
type Ready = { readonly problem: Problem; readonly exact: Explainer | null } | null;

/** The plan after somebody has got a slot; no plan where it cannot be had. */
export type Room = { readonly problem: Problem; readonly plan: Plan | undefined };

/**
 * Makes room for one claim: the plan after it has got a slot and everybody else has moved in the best way, but for some who are held
 * where the plan has them. One search from the prices of the proof, as for reasons: held where it is, nobody makes the proof less
 * true. Null where only allocating anew can tell.
 */
export function roomBy(
	frame: Frame,
	result: RunResult,
	{ levels, result: form, crossing }: RunCertificate,
	complete: boolean,
	readyFor: (claim: number) => Ready,
): (claim: string, slot: string, held: readonly string[]) => Room | null {
	const { ground, indexOfClaim } = frame;
	const isOfSums = form?.certificate.stages.every(({ kind }) => kind === "sum") === true;
	/** The explainer of the last who were held. */
	let last: { readonly key: string; readonly problem: Problem; readonly explainer: Explainer } | null = null;
	return (claim, slot, held) => {
		const at = ground.claimIndex.get(claim);
		if (at === undefined || form === null || !isOfSums || crossing !== null) return null;
		const ready = readyFor(at);
		if (ready === null || ready.exact === null) return null;
		const plan = planIn(frame, ready.problem, result.plan);
		const after = (problem: Problem, explainer: Explainer) => ({
			...{ problem, plan: planAfter(problem, plan, explainer.whyNot(claim, slot)) },
		});
		if (held.length === 0) return after(ready.problem, ready.exact);
		const key = JSON.stringify([complete ? null : claim, held]);
		if (last?.key !== key) {
			const lock = ready.problem.lock.slice();
			for (const id of held) {
				const i = indexOfClaim[ground.claimIndex.get(id) ?? -1] ?? -1;
				if ((plan[i] ?? -1) >= 0) lock[i] = plan[i] ?? -1;
			}
			const problem = { ...ready.problem, lock };
			const explainer = explainerOf(problem, levels, allocatedIn(frame, problem, result, form));
			last = { key, problem, explainer };
		}
		return after(last.problem, last.explainer);
	};
}
