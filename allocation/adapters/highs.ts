import { Worker } from "node:worker_threads";
import { z } from "zod";
import type { LinearSolver } from "../src/index.ts";

const answerForm = z.object({
	status: z.enum(["optimal", "feasible", "infeasible", "nothing"]),
	solution: z.instanceof(Float64Array),
	dual: z.instanceof(Float64Array),
});

/**
 * HiGHS (npm `highs`, WebAssembly) as the engine's linear solver: each model in a thread of its own, so that the caller's event loop
 * stays free and an abort ends it at once. `seconds` is the most that one model may take; what it has by then is given back.
 * `open` starts `highs.thread.ts` with its data, where it has been bundled; otherwise it runs from source, through tsx.
 */
export function highsSolver(
	seconds: number,
	signal?: AbortSignal,
	open: (workerData: unknown) => Worker = fromSource,
): LinearSolver {
	return (model) =>
		new Promise((resolve, reject) => {
			const thread = open({ model, seconds });
			const stop = () => {
				void thread.terminate();
				reject(new Error("the solver was stopped"));
			};
			if (signal?.aborted === true) return stop();
			signal?.addEventListener("abort", stop, { once: true });
			thread.once("message", (message) => {
				signal?.removeEventListener("abort", stop);
				void thread.terminate();
				const read = answerForm.safeParse(message);
				if (read.success) resolve(read.data);
				else reject(new Error(`the solver's answer cannot be read: ${read.error.message}`));
			});
			thread.once("error", reject);
		});
}

function fromSource(workerData: unknown): Worker {
	const entry = JSON.stringify(new URL("./highs.thread.ts", import.meta.url).href);
	const start = `import("tsx/esm/api").then(({ register }) => { register(); return import(${entry}); })`;
	return new Worker(start, { workerData, eval: true, execArgv: [] });
}
