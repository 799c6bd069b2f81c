import type { Allocated, Beginning } from "./allocate.ts";
import { everyOption } from "./levels/options.ts";
import type { Plan, Problem } from "./problem.ts";

/**
 * Where to begin on changed facts from the allocation made before: everybody stays where they were, as far as that is still possible,
 * and prices start from those of the proof. Claims, offers and caps are known again by their ids. What it gives changes the time that
 * `allocate` takes, not its result: that is decided by the levels alone.
 */
export function beginningFrom(problem: Problem, before: Problem, allocated: Allocated): Beginning {
	const { limits, parent } = problem;
	const options = everyOption(problem);
	const claimBefore = new Map(before.claimIds.map((id, index) => [id, index] as const));
	const limitBefore = new Map(before.limitIds.map((id, index) => [id, index] as const));
	const offerNow = new Map(problem.limitIds.slice(0, problem.offers).map((id, index) => [id, index] as const));
	const plan: Plan = Int32Array.from(problem.lock);
	const left = options.high.slice();
	const around = (pair: number, visit: (k: number) => void) => {
		for (let k = problem.offer[pair] ?? 0; k >= 0; k = parent[k] ?? -1) visit(k);
	};
	const take = (pair: number) =>
		around(pair, (k) => {
			left[k] = (left[k] ?? 0) - 1;
		});
	for (const pair of plan) if (pair >= 0) take(pair);
	problem.claimIds.forEach((id, i) => {
		const was = allocated.plan[claimBefore.get(id) ?? -1] ?? -1;
		if (was < 0 || (plan[i] ?? -1) >= 0) return;
		const offer = offerNow.get(before.limitIds[before.offer[was] ?? 0] ?? "");
		for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++) {
			if (problem.offer[e] !== offer || options.open[e] !== 1) continue;
			let room = true;
			around(e, (k) => {
				room &&= (left[k] ?? 0) > 0;
			});
			if (!room) continue;
			plan[i] = e;
			take(e);
		}
	});
	const near = allocated.certificate.stages.map((stage) => {
		const price = new Float64Array(limits);
		for (let k = limits - 1; k >= 0; k--) {
			const own = stage.prices[limitBefore.get(problem.limitIds[k] ?? "") ?? -1] ?? 0;
			price[k] = own + ((parent[k] ?? -1) < 0 ? 0 : (price[parent[k] ?? 0] ?? 0));
		}
		return price;
	});
	return { plan, near };
}
