import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { solvedByHighs } from "./solve.ts";

/** One model, solved by HiGHS in its own thread: it blocks until it is done, and its memory goes with the thread. */
const numbers = z.instanceof(Float64Array);
const indices = z.instanceof(Int32Array);
const { model, seconds } = z
	.object({
		model: z.object({
			cost: numbers,
			upper: numbers,
			whole: z.instanceof(Uint8Array),
			start: indices,
			column: indices,
			value: numbers,
			low: numbers,
			high: numbers,
		}),
		seconds: z.number(),
	})
	.parse(workerData);

parentPort?.postMessage(await solvedByHighs(model, seconds));
