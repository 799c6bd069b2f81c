import type { LinearAnswer, LinearModel, LinearSolver } from "./linear.ts";
import type { PartPlan } from "./objective.ts";

/** What the search under rules hands to its caller: models to be answered, or a sign of life with the best plan of the part so far. */
export type Asked =
	/** Models that do not wait for one another: the caller may answer them at the same time, and gives the answers in their order. */
	| { readonly kind: "models"; readonly models: readonly LinearModel[] }
	| { readonly kind: "working"; readonly plan?: PartPlan };

/** A search that is given an answer for every model that it asks about. */
export type Asking<T> = Generator<Asked, T, readonly LinearAnswer[] | undefined>;

export function* answered(model: LinearModel): Asking<LinearAnswer> {
	const [answer] = yield* answeredAll([model]);
	if (answer === undefined) throw new Error("a model was asked about and not answered");
	return answer;
}

export function* answeredAll(models: readonly LinearModel[]): Asking<readonly LinearAnswer[]> {
	const answers = yield { kind: "models", models };
	if (answers?.length !== models.length) throw new Error("models were asked about and not answered");
	return answers;
}

/** Runs a search to its end, every model answered by a solver. */
export async function answeredBy<Result>(
	run: Generator<Asked, Result, readonly LinearAnswer[] | undefined>,
	solver: LinearSolver,
): Promise<Result> {
	let next = run.next();
	while (!next.done)
		next = run.next(next.value.kind === "models" ? await Promise.all(next.value.models.map(solver)) : undefined);
	return next.value;
}

/** Lets a run yield to the caller too, without asking anything. */
export function* alive<T>(run: Generator<unknown, T>): Asking<T> {
	let next = run.next();
	for (; !next.done; next = run.next()) yield { kind: "working" };
	return next.value;
}
