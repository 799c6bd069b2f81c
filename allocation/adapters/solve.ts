import loadHighs from "highs";
import type { LinearAnswer, LinearModel } from "../src/index.ts";

let loading: ReturnType<typeof loadHighs> | undefined;

/** Solves a model with HiGHS here and now, blocking until it is done or the seconds are up. */
export async function solvedByHighs(model: LinearModel, seconds: number): Promise<LinearAnswer> {
	loading ??= loadHighs();
	const highs = await loading;
	const { modelStatus, variableType } = highs.constants;
	const none = new Float64Array(0);
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
						integrality: Array.from(model.whole, (one) => (one === 1 ? variableType.integer : variableType.continuous)),
					}
				: {}),
		},
		(solved): LinearAnswer => {
			solved.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5, time_limit: seconds, random_seed: 1 });
			solved.run();
			const status = solved.getModelStatus();
			if (status === modelStatus.infeasible) return { status: "infeasible", solution: none, dual: none };
			const { colValue, rowDual } = solved.getSolution();
			const valid = status === modelStatus.optimal || Number.isFinite(solved.getObjectiveValue());
			if (!valid || colValue.length === 0) return { status: "nothing", solution: none, dual: none };
			return {
				status: status === modelStatus.optimal ? "optimal" : "feasible",
				solution: colValue,
				dual: whole ? none : rowDual,
			};
		},
	);
}
