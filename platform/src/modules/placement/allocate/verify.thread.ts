import { parentPort, workerData } from "node:worker_threads";
import { gunzipSync } from "node:zlib";
import type { FromVerify, VerifyTask } from "./thread-messages.ts";
import { verifiedRun } from "./verified.ts";

/** One check of a stored run in a thread of its own: it unpacks and computes without pause. */
const { snapshot, plan, certificate }: VerifyTask = workerData;
const read = (bytes: Uint8Array) => JSON.parse(gunzipSync(bytes).toString());
parentPort?.postMessage(verifiedRun(read(snapshot), read(plan), read(certificate)) satisfies FromVerify);
