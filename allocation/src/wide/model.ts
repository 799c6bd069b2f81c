import { emptyModel, type LinearModel, type Meaning } from "./linear.ts";
import { type Budget, countsBelow, missingTo, type Objective, type PartPlan } from "./objective.ts";
import type { Part } from "./part.ts";

/** Where a linear programme ended, by what its columns and rows stand for. */
export interface Basis {
	readonly columns: ReadonlyMap<string, number>;
	readonly rows: ReadonlyMap<string, number>;
}

export interface PartModel {
	/** Per row: what it stands for. */
	readonly meanings: readonly Meaning[];
	/** What every plan costs beyond the model. */
	readonly constant: number;
	/** Per pair of the part: its column, or −1. */
	readonly column: Int32Array;
	/** In whole numbers; `from` is a plan to begin with, that keeps everything and uses columns of the model. */
	inWhole(gap: number, from?: PartPlan): LinearModel;
	/** The linear programme, begun from what another one on fewer columns ended with. */
	linear(before?: Basis): LinearModel;
	/** A basis that this model's linear programme ended with, by what its columns and rows stand for. */
	basisOf(basis: Uint8Array): Basis;
	planOf(solution: Float64Array): PartPlan;
}

/**
 * A part as a linear model on some of its pairs: each claim one at most, limits, floors, rules, and budgets of sums settled before. Claims that go
 * together keep a pair only where all of them have it.
 */
export function modelOf(
	part: Part,
	sum: Objective,
	budgets: readonly Budget[],
	keep: (pair: number) => boolean,
): PartModel {
	const builder = emptyModel();
	const { entry, row } = builder;
	const column = new Int32Array(part.pairs.length).fill(-1);
	let constant = 0;
	for (let i = 0; i < part.claims.length; i++) {
		const alone = sum.alone[i] ?? 0;
		constant += alone;
		for (let e = part.start[i] ?? 0; e < (part.start[i + 1] ?? 0); e++)
			if (keep(e)) {
				column[e] = builder.column((sum.pair[e] ?? 0) - alone, 1, true);
				entry(column[e] ?? 0, 1);
			}
		row(part.alone[i] === 1 ? 0 : 1, 1, { of: "claim", at: i });
	}
	const of = (pairs: Int32Array, value: number) => {
		for (const e of pairs) if ((column[e] ?? -1) >= 0) entry(column[e] ?? 0, value);
	};
	const below: number[][] = Array.from(part.limits, () => []);
	part.offer.forEach((j, e) => {
		if ((column[e] ?? -1) >= 0) for (let k = j; k >= 0; k = part.parent[k] ?? -1) below[k]?.push(column[e] ?? 0);
	});
	/** Columns for what is missing to the floors, with their limits. */
	const missing: [column: number, limit: number][] = [];
	below.forEach((columns, k) => {
		const put = () => {
			for (const c of columns) entry(c, 1);
		};
		if (columns.length > (part.high[k] ?? 0)) {
			put();
			row(0, part.high[k] ?? 0, { of: "limit", at: k });
		}
		const least = part.least[k] ?? 0;
		const short = sum.short[k] ?? 0;
		if (least === 0 || (short === 0 && budgets.every(({ sum: held }) => (held.short[k] ?? 0) === 0))) return;
		put();
		const lacking = builder.column(short, least, false);
		missing.push([lacking, k]);
		entry(lacking, 1);
		row(least, Number.POSITIVE_INFINITY, { of: "floor", at: k });
	});
	/** Columns for what is missing to the floors across limits. */
	const missingThere: [column: number, floor: number][] = [];
	part.across.forEach(({ pairs, least }, f) => {
		const each = sum.across[f] ?? 0;
		if (each === 0 && budgets.every(({ sum: held }) => (held.across[f] ?? 0) === 0)) return;
		of(pairs, 1);
		const lacking = builder.column(each, least, false);
		missingThere.push([lacking, f]);
		entry(lacking, 1);
		row(least, Number.POSITIVE_INFINITY, { of: "across", at: f });
	});
	part.crossings.forEach(({ pairs, limit }, at) => {
		of(pairs, 1);
		if (builder.waiting() > limit) row(0, limit, { of: "crossing", at });
		else builder.drop();
	});
	part.together.forEach(({ claims, pairs }, group) => {
		const each = pairs.length / claims.length;
		for (let n = 0; n + 1 < claims.length; n++)
			for (let at = 0; at < each; at++) {
				const [first, second] = [pairs[n * each + at] ?? 0, pairs[(n + 1) * each + at] ?? 0];
				if ((column[first] ?? -1) >= 0) entry(column[first] ?? 0, 1);
				if ((column[second] ?? -1) >= 0) entry(column[second] ?? 0, -1);
				if (builder.waiting() > 0) row(0, 0, { of: "same", group, first, second });
			}
	});
	/** Columns that say whether a place is used, or a kind is there, with how to tell from a plan. */
	const flags: { readonly column: number; readonly pairs: Int32Array; readonly name: string }[] = [];
	const flag = (name: string, pairs: Int32Array) => {
		const made = builder.column(0, 1, true);
		flags.push({ column: made, pairs, name });
		return made;
	};
	const joins = (rule: "minimum" | "mixture", at: number, pairs: Int32Array, used: number) => {
		for (const e of pairs) {
			if ((column[e] ?? -1) < 0) continue;
			entry(column[e] ?? 0, 1);
			entry(used, -1);
			row(Number.NEGATIVE_INFINITY, 0, { of: "joins", rule, at, pair: e });
		}
	};
	const any = (pairs: Int32Array) => pairs.some((e) => (column[e] ?? -1) >= 0);
	part.minimums.forEach(({ pairs, least }, at) => {
		if (!any(pairs)) return;
		const used = flag(`minimum ${at}`, pairs);
		of(pairs, 1);
		entry(used, -least);
		row(0, Number.POSITIVE_INFINITY, { of: "least", rule: "minimum", at, pair: -1 });
		joins("minimum", at, pairs, used);
	});
	part.mixtures.forEach(({ pairs, kinds, least }, at) => {
		if (!any(pairs)) return;
		const used = flag(`mixture ${at}`, pairs);
		joins("mixture", at, pairs, used);
		const present = kinds.map((kind, n) => {
			const there = flag(`kind ${at} ${n}`, kind);
			of(kind, 1);
			entry(there, -1);
			row(0, Number.POSITIVE_INFINITY, { of: "kind", at, kind: n });
			return there;
		});
		for (const there of present) entry(there, 1);
		entry(used, -least);
		row(0, Number.POSITIVE_INFINITY, { of: "least", rule: "mixture", at, pair: -1 });
	});
	budgets.forEach(({ sum: held, most }, at) => {
		let fixed = 0;
		for (let i = 0; i < part.claims.length; i++) {
			const alone = held.alone[i] ?? 0;
			fixed += alone;
			for (let e = part.start[i] ?? 0; e < (part.start[i + 1] ?? 0); e++) {
				const value = (held.pair[e] ?? 0) - alone;
				if ((column[e] ?? -1) >= 0 && value !== 0) entry(column[e] ?? 0, value);
			}
		}
		for (const [lacking, k] of missing) if ((held.short[k] ?? 0) !== 0) entry(lacking, held.short[k] ?? 0);
		for (const [lacking, f] of missingThere) if ((held.across[f] ?? 0) !== 0) entry(lacking, held.across[f] ?? 0);
		row(Number.NEGATIVE_INFINITY, most - fixed, { of: "budget", at });
	});
	return {
		meanings: builder.meanings,
		constant,
		column,
		inWhole: (gap, from) =>
			builder.model(true, from === undefined ? new Float64Array(0) : solutionOf(from), new Uint8Array(0), gap),
		linear: (before) =>
			builder.model(false, new Float64Array(0), before === undefined ? new Uint8Array(0) : fitted(before), 0),
		basisOf: (basis) => {
			const columns = new Map<string, number>();
			const rows = new Map<string, number>();
			if (basis.length > 0) {
				for (const [c, name] of columnNames().entries()) columns.set(name, basis[c] ?? 0);
				for (const [r, name] of rowNames().entries()) rows.set(name, basis[builder.columns() + r] ?? 0);
			}
			return { columns, rows };
		},
		planOf: (solution) => {
			const plan: PartPlan = new Int32Array(part.claims.length).fill(-1);
			column.forEach((c, e) => {
				if (c >= 0 && (solution[c] ?? 0) > 0.5) plan[part.claimOf[e] ?? 0] = e;
			});
			return plan;
		},
	};

	/** Columns and rows by what they stand for. */
	function columnNames(): string[] {
		const names = Array.from({ length: builder.columns() }, () => "");
		column.forEach((c, e) => {
			if (c >= 0) names[c] = `pair ${e}`;
		});
		for (const [c, k] of missing) names[c] = `missing ${k}`;
		for (const [c, f] of missingThere) names[c] = `missing across ${f}`;
		for (const { column: c, name } of flags) names[c] = name;
		return names;
	}
	function rowNames(): string[] {
		return builder.meanings.map((meaning) => Object.values(meaning).join(" "));
	}
	/** What is new is left out: a column at 0, a row with room. */
	function fitted(before: Basis): Uint8Array {
		if (before.rows.size === 0) return new Uint8Array(0);
		return Uint8Array.from([
			...columnNames().map((name) => before.columns.get(name) ?? 0),
			...rowNames().map((name) => before.rows.get(name) ?? 1),
		]);
	}
	function solutionOf(plan: PartPlan): Float64Array {
		const solution = new Float64Array(builder.columns());
		for (const e of plan) if (e >= 0 && (column[e] ?? -1) >= 0) solution[column[e] ?? 0] = 1;
		const count = countsBelow(part, plan);
		for (const [lacking, k] of missing) solution[lacking] = Math.max(0, (part.least[k] ?? 0) - (count[k] ?? 0));
		for (const [lacking, f] of missingThere) {
			const floor = part.across[f];
			if (floor !== undefined) solution[lacking] = missingTo(part, floor, plan);
		}
		for (const { column: at, pairs } of flags)
			solution[at] = pairs.some((e) => plan[part.claimOf[e] ?? 0] === e) ? 1 : 0;
		return solution;
	}
}
