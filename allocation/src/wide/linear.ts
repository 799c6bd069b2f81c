/** A linear model: least cost·x with 0 ≤ x ≤ upper and low ≤ row·x ≤ high, some columns whole numbers. Rows are held one after another. */
export interface LinearModel {
	readonly cost: Float64Array;
	readonly upper: Float64Array;
	/** Per column: 1 when it must be a whole number. All 0: a linear programme. */
	readonly whole: Uint8Array;
	/** Entries of row r are start[r] … start[r+1]−1. */
	readonly start: Int32Array;
	readonly column: Int32Array;
	readonly value: Float64Array;
	/** May be ∓ infinite. */
	readonly low: Float64Array;
	readonly high: Float64Array;
}

export interface LinearAnswer {
	/** `optimal` and `infeasible` are what the solver says; nothing here takes its word for a proof. */
	readonly status: "optimal" | "feasible" | "infeasible" | "nothing";
	/** Per column; empty when there is no solution. */
	readonly solution: Float64Array;
	/** Per row of a linear programme: what one more on its bound would change; empty for a mixed-integer one. */
	readonly dual: Float64Array;
}

/** A solver of linear and mixed-integer models, brought by the caller. Owns its time: what it has when it stops is what counts. */
export type LinearSolver = (model: LinearModel) => Promise<LinearAnswer>;

export interface Builder {
	column(cost: number, upper: number, whole: boolean): number;
	row(entries: readonly (readonly [column: number, value: number])[], low: number, high: number): void;
	model(): LinearModel;
}

export function emptyModel(): Builder {
	const cost: number[] = [];
	const upper: number[] = [];
	const whole: number[] = [];
	const start: number[] = [0];
	const column: number[] = [];
	const value: number[] = [];
	const low: number[] = [];
	const high: number[] = [];
	return {
		column: (each, most, isWhole) => {
			upper.push(most);
			whole.push(isWhole ? 1 : 0);
			return cost.push(each) - 1;
		},
		row: (entries, from, to) => {
			for (const [at, by] of entries) {
				column.push(at);
				value.push(by);
			}
			start.push(column.length);
			low.push(from);
			high.push(to);
		},
		model: () => ({
			cost: Float64Array.from(cost),
			upper: Float64Array.from(upper),
			whole: Uint8Array.from(whole),
			start: Int32Array.from(start),
			column: Int32Array.from(column),
			value: Float64Array.from(value),
			low: Float64Array.from(low),
			high: Float64Array.from(high),
		}),
	};
}

/** The same model without whole numbers. */
export function relaxed(model: LinearModel): LinearModel {
	return { ...model, whole: new Uint8Array(model.whole.length) };
}

/** A model of some of the columns, the others at 0; `columns` says which they were. */
export function among(
	model: LinearModel,
	kept: Uint8Array,
): { readonly model: LinearModel; readonly columns: readonly number[] } {
	const columns: number[] = [];
	const place = new Int32Array(kept.length).fill(-1);
	kept.forEach((keep, c) => {
		if (keep === 1) place[c] = columns.push(c) - 1;
	});
	const start = new Int32Array(model.start.length);
	const column: number[] = [];
	const value: number[] = [];
	for (let r = 0; r + 1 < start.length; r++) {
		for (let at = model.start[r] ?? 0; at < (model.start[r + 1] ?? 0); at++) {
			const c = place[model.column[at] ?? 0] ?? -1;
			if (c < 0) continue;
			column.push(c);
			value.push(model.value[at] ?? 0);
		}
		start[r + 1] = column.length;
	}
	return {
		columns,
		model: {
			cost: Float64Array.from(columns, (c) => model.cost[c] ?? 0),
			upper: Float64Array.from(columns, (c) => model.upper[c] ?? 0),
			whole: Uint8Array.from(columns, (c) => model.whole[c] ?? 0),
			start,
			column: Int32Array.from(column),
			value: Float64Array.from(value),
			low: model.low,
			high: model.high,
		},
	};
}

/** Multipliers are rounded to this part of a unit before they prove anything. */
const parts = 1024;

/**
 * What no solution of a model with whole costs, entries and bounds goes below, from any multipliers of its rows, in exact arithmetic:
 * Σ_rows y·(low or high) + Σ_columns min(0, (cost − y·column)·upper), rounded up. Also gives what each column costs beyond its rows.
 */
export function provedBy(
	model: LinearModel,
	multiplier: Float64Array,
): { readonly bound: number; readonly reduced: Float64Array } {
	const reduced = model.cost.map((cost) => cost * parts);
	let bound = 0n;
	for (let r = 0; r < model.low.length; r++) {
		let y = Math.round((multiplier[r] ?? 0) * parts);
		// A multiplier towards a bound that is not there proves nothing.
		if (!Number.isFinite(y > 0 ? (model.low[r] ?? 0) : (model.high[r] ?? 0))) y = 0;
		if (y === 0) continue;
		bound += BigInt(y) * BigInt((y > 0 ? model.low[r] : model.high[r]) ?? 0);
		for (let at = model.start[r] ?? 0; at < (model.start[r + 1] ?? 0); at++) {
			const c = model.column[at] ?? 0;
			reduced[c] = (reduced[c] ?? 0) - y * (model.value[at] ?? 0);
		}
	}
	// Beyond this the sums above were rounded, and prove nothing.
	if (reduced.some((value) => !Number.isSafeInteger(value))) return { bound: Number.NEGATIVE_INFINITY, reduced };
	for (let c = 0; c < reduced.length; c++)
		if ((reduced[c] ?? 0) < 0) bound += BigInt(reduced[c] ?? 0) * BigInt(model.upper[c] ?? 0);
	const size = BigInt(parts);
	const up = bound > 0n ? (bound + size - 1n) / size : bound / size;
	return { bound: Number(up), reduced: reduced.map((value) => value / parts) };
}
