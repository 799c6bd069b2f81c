import type { MessagePort } from "node:worker_threads";
import { z } from "zod";
import { loadedHighs } from "./solve.ts";

const numbers = z.instanceof(Float64Array);
const indices = z.instanceof(Int32Array);
const bytes = z.instanceof(Uint8Array);
const modelForm = z.object({
	cost: numbers,
	upper: numbers,
	whole: bytes,
	start: indices,
	column: indices,
	value: numbers,
	low: numbers,
	high: numbers,
	from: numbers,
	basis: bytes,
	gap: z.number(),
});

/**
 * Answers every model that comes in through a port with HiGHS, loaded once, each within so many seconds. Blocks its thread while it works; the
 * memory goes with the thread.
 */
export async function answerModels(port: Pick<MessagePort, "on" | "postMessage">, seconds: number): Promise<void> {
	const highs = await loadedHighs();
	port.on("message", (message: unknown) => {
		port.postMessage(highs(modelForm.parse(message), seconds));
	});
}
