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
	/** A solution in whole numbers to begin from; empty where none is known. */
	readonly from: Float64Array;
	/** Where a linear programme may begin: the `basis` of an answer, fitted to this model. Empty where none is known. */
	readonly basis: Uint8Array;
	/** How far above the least the caller can do with: the solver may stop there. */
	readonly gap: number;
}

export interface LinearAnswer {
	/** `optimal` (within the gap) and `infeasible` are what the solver says; nothing here takes its word for a proof. */
	readonly status: "optimal" | "feasible" | "infeasible" | "nothing";
	/** Per column; empty when there is no solution. */
	readonly solution: Float64Array;
	/** Per row of a linear programme: what one more on its bound would change; empty for a mixed-integer one. */
	readonly dual: Float64Array;
	/** Of a linear programme: per column and then per row 0 at its low bound, 1 basic, 2 at its high bound; empty where there is none. */
	readonly basis: Uint8Array;
}

/** A solver of linear and mixed-integer models, brought by the caller. Owns its time: what it has when it stops is what counts. */
export type LinearSolver = (model: LinearModel) => Promise<LinearAnswer>;

/** What a row or column of a model stands for, by index in its part. */
export type Meaning =
	| { readonly of: "claim" | "limit" | "crossing" | "budget" | "floor" | "across"; readonly at: number }
	| { readonly of: "same"; readonly group: number; readonly first: number; readonly second: number }
	| { readonly of: "least" | "joins"; readonly rule: "minimum" | "mixture"; readonly at: number; readonly pair: number }
	| { readonly of: "kind"; readonly at: number; readonly kind: number };

export interface Builder {
	column(cost: number, upper: number, whole: boolean): number;
	columns(): number;
	/** An entry of the row that the next `row` ends. */
	entry(column: number, value: number): void;
	row(low: number, high: number, meaning: Meaning): void;
	/** Whether entries wait for a row, and how many. */
	waiting(): number;
	drop(): void;
	readonly meanings: readonly Meaning[];
	model(whole: boolean, from: Float64Array, basis: Uint8Array, gap: number): LinearModel;
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
	const meanings: Meaning[] = [];
	const waiting = () => column.length - (start.at(-1) ?? 0);
	return {
		meanings,
		waiting,
		columns: () => cost.length,
		column: (each, most, isWhole) => {
			upper.push(most);
			whole.push(isWhole ? 1 : 0);
			return cost.push(each) - 1;
		},
		entry: (at, by) => {
			column.push(at);
			value.push(by);
		},
		row: (from, to, meaning) => {
			start.push(column.length);
			low.push(from);
			high.push(to);
			meanings.push(meaning);
		},
		drop: () => {
			column.length = start.at(-1) ?? 0;
			value.length = column.length;
		},
		model: (inWhole, from, basis, gap) => ({
			cost: Float64Array.from(cost),
			upper: Float64Array.from(upper),
			whole: inWhole ? Uint8Array.from(whole) : new Uint8Array(whole.length),
			start: Int32Array.from(start),
			column: Int32Array.from(column),
			value: Float64Array.from(value),
			low: Float64Array.from(low),
			high: Float64Array.from(high),
			from,
			basis,
			gap,
		}),
	};
}
