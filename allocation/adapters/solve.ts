import loadHighs from "highs";
import type { LinearAnswer, LinearModel } from "../src/index.ts";

/** HiGHS, ready in this thread: a call blocks until the model is solved or its seconds are up. */
export type Highs = (model: LinearModel, seconds: number) => LinearAnswer;

/** Loads HiGHS (WebAssembly) once; the models after that begin at once. */
export async function loadedHighs(): Promise<Highs> {
	const highs = await loadHighs();
	const { modelStatus, variableType } = highs.constants;
	const none = { solution: new Float64Array(0), dual: new Float64Array(0), basis: new Uint8Array(0) };
	return (model, seconds) => {
		const whole = model.whole.some((one) => one === 1);
		return highs.withModel(
			{
				numCols: model.cost.length,
				numRows: model.low.length,
				colCost: model.cost,
				colLower: new Float64Array(model.cost.length),
				colUpper: model.upper,
				rowLower: model.low,
				rowUpper: model.high,
				matrix: {
					format: "csr",
					numRows: model.low.length,
					numCols: model.cost.length,
					starts: model.start,
					indices: model.column,
					values: model.value,
				},
				...(whole
					? {
							integrality: Int32Array.from(model.whole, (one) =>
								one === 1 ? variableType.integer : variableType.continuous,
							),
						}
					: {}),
			},
			(solved): LinearAnswer => {
				solved.options.set({
					output_flag: false,
					mip_rel_gap: 0,
					mip_abs_gap: Math.max(0.5, model.gap),
					time_limit: seconds,
					random_seed: 1,
				});
				if (whole && model.from.length > 0) solved.setSolution({ colValue: model.from });
				if (!whole && model.basis.length > 0)
					solved.setBasis({
						colStatus: Int32Array.from(model.basis.subarray(0, model.cost.length)),
						rowStatus: Int32Array.from(model.basis.subarray(model.cost.length)),
					});
				solved.run();
				const status = solved.getModelStatus();
				if (status === modelStatus.infeasible) return { ...none, status: "infeasible" };
				const stopped = [
					modelStatus.optimal,
					modelStatus.timeLimit,
					modelStatus.solutionLimit,
					modelStatus.interrupted,
				];
				if (!stopped.some((one) => one === status) || !Number.isFinite(solved.getObjectiveValue()))
					return { ...none, status: "nothing" };
				const { colValue, rowDual } = solved.getSolution();
				const { colStatus, rowStatus } = whole ? { colStatus: [], rowStatus: [] } : solved.getBasis();
				return {
					status: status === modelStatus.optimal ? "optimal" : "feasible",
					solution: colValue,
					dual: whole ? none.dual : rowDual,
					basis: Uint8Array.from([...colStatus, ...rowStatus]),
				};
			},
		);
	};
}

let loading: Promise<Highs> | undefined;

/** Solves a model with HiGHS in this thread, blocking it; loads HiGHS the first time. */
export async function solvedByHighs(model: LinearModel, seconds: number): Promise<LinearAnswer> {
	loading ??= loadedHighs();
	return (await loading)(model, seconds);
}
