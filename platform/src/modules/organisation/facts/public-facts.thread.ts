import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { readPublicFile } from "./read.server.ts";

/** Reads one public file away from the event loop: the largest take close to a second. */
const task = z
	.object({
		bytes: z.instanceof(Uint8Array),
		fileName: z.string(),
		known: z.map(z.string(), z.object({ latitude: z.number(), longitude: z.number() })),
	})
	.parse(workerData);

parentPort?.postMessage(readPublicFile(task.bytes, task.fileName, task.known));
