import { Worker } from "node:worker_threads";
import { z } from "zod";
import type { LinearAnswer, LinearModel, LinearSolver } from "../src/index.ts";

const answerForm = z.object({
	status: z.enum(["optimal", "feasible", "infeasible", "nothing"]),
	solution: z.instanceof(Float64Array),
	dual: z.instanceof(Float64Array),
	basis: z.instanceof(Uint8Array),
});

export interface ThreadedHighs {
	readonly solver: LinearSolver;
	/** Ends the thread, and whatever it is doing. Models asked about after that are refused. */
	close(): Promise<void>;
}

/**
 * HiGHS (npm `highs`, WebAssembly) as the engine's linear solver, in a thread of its own that is kept between models: the caller's event loop
 * stays free, HiGHS is loaded once, and an abort ends it at once. `seconds` is the most that one model may take; what it has by then is given
 * back. `open` starts `highs.thread.ts` with its data, where it has been bundled; otherwise it runs from source, through tsx.
 * Whoever is in a thread already and may block it needs none of this: `loadedHighs` answers at once.
 */
export function highsSolver(
	seconds: number,
	signal?: AbortSignal,
	open: (workerData: { readonly seconds: number }) => Worker = fromSource,
): ThreadedHighs {
	let thread: Worker | undefined;
	let closed = false;
	const stopped = () => new Error("the solver was stopped");
	const ask = (model: LinearModel) =>
		new Promise<LinearAnswer>((resolve, reject) => {
			if (closed || signal?.aborted === true) return reject(stopped());
			thread ??= open({ seconds });
			const asked = thread;
			const settle = (end: () => void) => {
				asked.off("message", answer).off("error", fail).off("exit", gone);
				// Waiting for the next model must not keep the program running.
				asked.unref();
				end();
			};
			const answer = (message: unknown) =>
				settle(() => {
					const read = answerForm.safeParse(message);
					if (read.success) resolve(read.data);
					else reject(new Error(`the solver's answer cannot be read: ${read.error.message}`));
				});
			const fail = (error: unknown) => {
				thread = undefined;
				settle(() => reject(error));
			};
			const gone = () => fail(stopped());
			asked.ref();
			asked.on("message", answer).on("error", fail).on("exit", gone);
			asked.postMessage(model);
		});
	let last: Promise<unknown> = Promise.resolve();
	const close = async () => {
		closed = true;
		await thread?.terminate();
	};
	signal?.addEventListener("abort", () => void close(), { once: true });
	return {
		close,
		solver: (model: LinearModel): Promise<LinearAnswer> => {
			const next = last.then(() => ask(model));
			last = next.catch(() => undefined);
			return next;
		},
	};
}

function fromSource(workerData: { readonly seconds: number }): Worker {
	const entry = JSON.stringify(new URL("./highs.thread.ts", import.meta.url).href);
	const start = `import("tsx/esm/api").then(({ register }) => { register(); return import(${entry}); })`;
	return new Worker(start, { workerData, eval: true, execArgv: [] });
}
