import { parentPort, workerData } from "node:worker_threads";
import type { FromVerify, VerifyTask } from "./thread-messages.ts";
import { verifiedRun } from "./verified.ts";

/** One check of a stored run in a thread of its own: it computes without pause. */
const { snapshot, result, certificate }: VerifyTask = workerData;
parentPort?.postMessage(verifiedRun(snapshot, result, certificate) satisfies FromVerify);
