import type { LinearAnswer, LinearModel, LinearSolver } from "./linear.ts";
import type { PartPlan } from "./objective.ts";

/** What the search under rules hands to its caller: a model to be answered, or a sign of life with the best plan of the part so far. */
export type Asked =
	| { readonly kind: "model"; readonly model: LinearModel }
	| { readonly kind: "working"; readonly plan?: PartPlan };

/** A search that is given an answer for every model that it asks about. */
export type Asking<T> = Generator<Asked, T, LinearAnswer | undefined>;

export function* answered(model: LinearModel): Asking<LinearAnswer> {
	const answer = yield { kind: "model", model };
	if (answer === undefined) throw new Error("a model was asked about and not answered");
	return answer;
}

/** Runs a search to its end, every model answered by a solver. */
export async function answeredBy<Result>(
	run: Generator<Asked, Result, LinearAnswer | undefined>,
	solver: LinearSolver,
): Promise<Result> {
	let next = run.next();
	while (!next.done) next = run.next(next.value.kind === "model" ? await solver(next.value.model) : undefined);
	return next.value;
}

/** Lets a run yield to the caller too, without asking anything. */
export function* alive<T>(run: Generator<unknown, T>): Asking<T> {
	let next = run.next();
	for (; !next.done; next = run.next()) yield { kind: "working" };
	return next.value;
}
