import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import loadHighs from "highs";
import type { Core } from "../src/core.ts";

/** The least total cost and the seconds of processor time that HiGHS's run() took; undefined where it is not here or not done in time. */
export interface Peer {
	readonly cost: number;
	readonly seconds: number;
}

/** Seconds that HiGHS may take for one instance. */
const patience = 240;

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

/** HiGHS as npm has it: WebAssembly, in this thread. */
export async function highsFromNpm(core: Core): Promise<Peer | undefined> {
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
		(model): Peer | undefined => {
			model.options.set({ output_flag: false, time_limit: patience });
			const begin = process.cpuUsage();
			model.run();
			const { user, system } = process.cpuUsage(begin);
			if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return undefined;
			return { cost: Math.round(model.getObjectiveValue()), seconds: (user + system) / 1e6 };
		},
	);
}

const program = `
import sys, time, highspy
model = highspy.Highs()
model.setOptionValue("output_flag", False)
model.setOptionValue("time_limit", float(sys.argv[2]))
model.readModel(sys.argv[1])
begin = time.process_time()
model.run()
took = time.process_time() - begin
print(model.getModelStatus() == highspy.HighsModelStatus.kOptimal, model.getInfo().objective_function_value, took)
`;

/** The Python that has highspy: the environment's BENCH_PYTHON, or python3. */
const python = process.env.BENCH_PYTHON ?? "python3";

export function nativeHighsIsHere(): boolean {
	return spawnSync(python, ["-c", "import highspy"]).status === 0;
}

/** HiGHS native, by way of highspy, from a file in the free MPS form. */
export function nativeHighs(core: Core, folder: string): Peer | undefined {
	const file = join(folder, "core.mps");
	writeFileSync(file, mpsOf(core));
	const ran = spawnSync(python, ["-c", program, file, String(patience)], { encoding: "utf8" });
	const [optimal, cost, seconds] = ran.stdout.trim().split(" ");
	return optimal === "True" ? { cost: Math.round(Number(cost)), seconds: Number(seconds) } : undefined;
}

function mpsOf(core: Core): string {
	const { claims, limits, parent, limit, start, offer, cost, unplaced } = core;
	const lines = ["NAME core", "ROWS", " N cost"];
	for (let i = 0; i < claims; i++) lines.push(` E c${i}`);
	for (let k = 0; k < limits; k++) lines.push(` L l${k}`);
	lines.push("COLUMNS");
	for (let i = 0; i < claims; i++) {
		for (let e = start[i] ?? 0; e < (start[i + 1] ?? 0); e++) {
			lines.push(` x${e} cost ${cost[e]}`, ` x${e} c${i} 1`);
			for (let k = offer[e] ?? 0; k >= 0; k = parent[k] ?? -1) lines.push(` x${e} l${k} 1`);
		}
		lines.push(` u${i} cost ${unplaced[i]}`, ` u${i} c${i} 1`);
	}
	lines.push("RHS");
	for (let i = 0; i < claims; i++) lines.push(` RHS c${i} 1`);
	for (let k = 0; k < limits; k++) lines.push(` RHS l${k} ${limit[k]}`);
	lines.push("ENDATA", "");
	return lines.join("\n");
}
