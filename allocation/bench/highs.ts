import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import loadHighs from "highs";
import type { Core } from "../src/core.ts";
import type { LinearModel } from "../src/index.ts";

/** The least total cost, null where it was not done in time, and the seconds of processor time that HiGHS's run() took. */
export interface Peer {
	readonly cost: number | null;
	readonly seconds: number;
}

/** The core as a linear programme: a column for each pair and each staying unplaced, a row for each claim and each limit. */
function rowsOf(core: Core) {
	const { claims, limits, parent, limit, start, offer } = core;
	const pairs = offer.length;
	const inside: number[][] = Array.from({ length: limits }, () => []);
	for (let e = 0; e < pairs; e++) for (let k = offer[e] ?? 0; k >= 0; k = parent[k] ?? -1) inside[k]?.push(e);
	const starts = [0];
	const columns: number[] = [];
	for (let i = 0; i < claims; i++) {
		for (let e = start[i] ?? 0; e < (start[i + 1] ?? 0); e++) columns.push(e);
		columns.push(pairs + i);
		starts.push(columns.length);
	}
	for (const row of inside) {
		for (const e of row) columns.push(e);
		starts.push(columns.length);
	}
	const costs = new Float64Array(pairs + claims);
	costs.set(core.cost);
	costs.set(core.unplaced, pairs);
	return { costs, starts, columns, rows: claims + limits, low: (row: number) => (row < claims ? 1 : 0), limit };
}

/** HiGHS as npm has it: WebAssembly, in this thread. @param patience seconds on the clock that it may take */
export async function highsFromNpm(core: Core, patience: number): Promise<Peer> {
	const highs = await loadHighs();
	const { costs, starts, columns, rows, low, limit } = rowsOf(core);
	const { claims } = core;
	return highs.withModel(
		{
			numCols: costs.length,
			numRows: rows,
			colCost: costs,
			colLower: new Float64Array(costs.length),
			colUpper: new Float64Array(costs.length).fill(1),
			rowLower: Float64Array.from({ length: rows }, (_, row) => low(row)),
			rowUpper: Float64Array.from({ length: rows }, (_, row) => (row < claims ? 1 : (limit[row - claims] ?? 0))),
			matrix: {
				format: "csr",
				numRows: rows,
				numCols: costs.length,
				starts: Int32Array.from(starts),
				indices: Int32Array.from(columns),
				values: new Float64Array(columns.length).fill(1),
			},
		},
		(model): Peer => {
			model.options.set({ output_flag: false, time_limit: patience });
			const begin = process.cpuUsage();
			model.run();
			const { user, system } = process.cpuUsage(begin);
			const isOptimal = model.getModelStatus() === highs.constants.modelStatus.optimal;
			return { cost: isOptimal ? Math.round(model.getObjectiveValue()) : null, seconds: (user + system) / 1e6 };
		},
	);
}

const program = `
import resource, sys, time, highspy
model = highspy.Highs()
model.setOptionValue("output_flag", False)
model.setOptionValue("threads", 1)
model.setOptionValue("time_limit", float(sys.argv[2]))
model.setOptionValue("mip_rel_gap", 0.0)
model.setOptionValue("mip_abs_gap", float(sys.argv[3]))
model.readModel(sys.argv[1])
begin = time.process_time()
model.run()
took = time.process_time() - begin
info = model.getInfo()
print(model.getModelStatus() == highspy.HighsModelStatus.kOptimal, info.objective_function_value, took, info.mip_gap, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
`;

/** The Python that has highspy: the environment's BENCH_PYTHON, or python3. */
const python = process.env.BENCH_PYTHON ?? "python3";

export function nativeHighsIsHere(): boolean {
	return spawnSync(python, ["-c", "import highspy"]).status === 0;
}

/** HiGHS native on one thread, by way of highspy, from a file in the free MPS form. */
function nativelySolved(model: Solvable, folder: string, seconds: number, gap: number) {
	const file = join(folder, "model.mps");
	writeFileSync(file, mpsOf(model));
	const ran = spawnSync(python, ["-c", program, file, String(seconds), String(gap)], { encoding: "utf8" });
	const [optimal, value, took, relative, megabytes] = ran.stdout.trim().split(" ");
	return {
		isOptimal: optimal === "True",
		value: Number(value),
		seconds: Number(took),
		gap: Number(relative),
		megabytes: Number(megabytes),
	};
}

/** The core as a linear programme. @param patience seconds on the clock that it may take */
export function nativeHighs(core: Core, folder: string, patience: number): Peer {
	const { costs, starts, columns, rows, low, limit } = rowsOf(core);
	const { claims } = core;
	const model = {
		...{ cost: costs, upper: new Float64Array(costs.length).fill(1), whole: new Uint8Array(costs.length) },
		...{
			start: Int32Array.from(starts),
			column: Int32Array.from(columns),
			value: new Float64Array(columns.length).fill(1),
		},
		low: Float64Array.from({ length: rows }, (_, row) => low(row)),
		high: Float64Array.from({ length: rows }, (_, row) => (row < claims ? 1 : (limit[row - claims] ?? 0))),
	};
	const { isOptimal, value, seconds } = nativelySolved(model, folder, patience, 0);
	return { cost: isOptimal ? Math.round(value) : null, seconds };
}

/** A whole-number model, until the value is at most `gap` above its bound. */
export function nativeHighsWhole(model: LinearModel, folder: string, seconds: number, gap: number) {
	return nativelySolved(model, folder, seconds, gap);
}

type Solvable = Pick<LinearModel, "cost" | "upper" | "whole" | "start" | "column" | "value" | "low" | "high">;

/** A model in the free MPS form, whose columns are written one after another. */
function mpsOf({ cost, upper, whole, start, column, value, low, high }: Solvable): string {
	const entries: string[][] = Array.from(cost, () => []);
	for (let r = 0; r < low.length; r++)
		for (let at = start[r] ?? 0; at < (start[r + 1] ?? 0); at++)
			entries[column[at] ?? 0]?.push(` x${column[at]} r${r} ${value[at]}`);
	const lines = ["NAME model", "ROWS", " N cost"];
	const [sides, ranges]: [string[], string[]] = [[], []];
	low.forEach((from, r) => {
		const to = high[r] ?? 0;
		lines.push(` ${from === to ? "E" : Number.isFinite(to) ? "L" : "G"} r${r}`);
		sides.push(` RHS r${r} ${Number.isFinite(to) ? to : from}`);
		if (from !== to && Number.isFinite(to) && Number.isFinite(from)) ranges.push(` RANGES r${r} ${to - from}`);
	});
	lines.push("COLUMNS");
	cost.forEach((each, c) => {
		if (whole[c] === 1 && whole[c - 1] !== 1) lines.push(" MARKER 'MARKER' 'INTORG'");
		if (whole[c] !== 1 && whole[c - 1] === 1) lines.push(" MARKER 'MARKER' 'INTEND'");
		lines.push(` x${c} cost ${each}`, ...(entries[c] ?? []));
	});
	if (whole.at(-1) === 1) lines.push(" MARKER 'MARKER' 'INTEND'");
	lines.push("RHS", ...sides, "RANGES", ...ranges, "BOUNDS");
	upper.forEach((most, c) => {
		lines.push(` UP BOUND x${c} ${most}`);
	});
	lines.push("ENDATA", "");
	return lines.join("\n");
}
