import { type Allocated, type Problem, shortagesOf, type WideAllocated } from "../src/index.ts";
import type { ResultForm } from "./form.ts";

/** A result as it is written: offers and prices by id, prices only where they are not 0. */
export function writtenResult(problem: Problem, allocated: Allocated): ResultForm {
	const named = (row: readonly number[]) =>
		Object.fromEntries(row.flatMap((price, k) => (price === 0 ? [] : [[problem.limitIds[k] ?? "", price]])));
	const written = (plan: readonly number[]) =>
		problem.claimIds.map((claim, i) => ({
			claim,
			offer: problem.limitIds[problem.offer[plan[i] ?? -1] ?? -1] ?? null,
		}));
	return {
		status: allocated.holds,
		levels: [...allocated.values],
		bounds: [...allocated.bounds],
		assignment: written(Array.from(allocated.plan)),
		shortages: shortagesOf(problem, allocated.plan).map((shortage) =>
			shortage.kind === "too-few"
				? { ...shortage, claims: [...shortage.claims], limits: [...shortage.limits] }
				: { ...shortage, claims: [...shortage.claims] },
		),
		certificate: {
			stages: allocated.certificate.stages.map((stage) => {
				const weights = stage.weights === undefined ? {} : { weights: [...stage.weights] };
				const unplaced = stage.unplaced === undefined ? {} : { unplaced: [...stage.unplaced] };
				const shown = { prices: named(stage.prices), ...unplaced };
				if (stage.kind === "sum" || stage.kind === "trade")
					return { kind: stage.kind, weights: [...stage.weights], ...shown };
				const least = stage.kind === "given" || stage.least === undefined ? {} : { least: stage.least };
				const plan = written(stage.plan);
				return stage.kind === "given"
					? { kind: stage.kind, plan, ...shown, ...weights }
					: { kind: stage.kind, most: stage.most, ...least, plan, ...shown, ...weights };
			}),
		},
	};
}

/** A result under rules that cross. */
export function writtenWide(problem: Problem, allocated: WideAllocated): ResultForm {
	const { without, proofs, claimed, untouched } = allocated;
	const pure = writtenResult(problem, without);
	const own = writtenResult(problem, { ...without, ...allocated });
	return {
		...own,
		// Why claims are left over is known without the rules only.
		shortages: [],
		crossing: {
			claimed,
			untouched,
			without: { status: pure.status, bounds: pure.bounds, assignment: pure.assignment },
			proofs: proofs.map(({ group, from, claims, multipliers }) => ({
				group,
				...(from === undefined ? {} : { from }),
				claims: claims.map((i) => problem.claimIds[i] ?? ""),
				multipliers: {
					limit: [...multipliers.limit],
					crossing: [...multipliers.crossing],
					budget: [...multipliers.budget],
					floor: [...multipliers.floor],
					...(multipliers.across === undefined ? {} : { across: [...multipliers.across] }),
					together: multipliers.together.map((row) => [...row]),
					minimum: multipliers.minimum.map((row) => [...row]),
					mixture: multipliers.mixture.map((row) => [...row]),
				},
			})),
		},
	};
}
