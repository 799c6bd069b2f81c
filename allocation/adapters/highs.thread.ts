import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { answerModels } from "./serve.ts";

/** A thread that answers models with HiGHS until it is ended. A program that bundles its threads makes one of its own of these lines. */
const { seconds } = z.object({ seconds: z.number() }).parse(workerData);
if (parentPort !== null) await answerModels(parentPort, seconds);
