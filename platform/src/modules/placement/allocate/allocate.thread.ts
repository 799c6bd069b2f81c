import { parentPort, workerData } from "node:worker_threads";
import { solvedByHighs } from "@laeringsarena/allocation/highs";
import { AllocationRefused } from "./facts.ts";
import { allocateSnapshot } from "./run.ts";
import type { FromRun, RunTask } from "./thread-messages.ts";

/** Seconds that one linear model of rules that cross may take; what it has by then is what counts. */
const mostSeconds = 20;
/** Milliseconds between two words about how far the run has come. */
const between = 100;

/** One run in a thread of its own: it computes without pause, and ends when the thread does. */
const task: RunTask = workerData;
const say = (message: FromRun) => parentPort?.postMessage(message);
let told = Number.NEGATIVE_INFINITY;
let phase: string | null = null;
try {
	const { result, certificate } = await allocateSnapshot(task.snapshot, {
		snapshotHash: task.snapshotHash,
		solver: (model) => solvedByHighs(model, mostSeconds),
		tick: (progress) => {
			const now = performance.now();
			if (progress.phase === phase && now - told < between) return;
			told = now;
			phase = progress.phase;
			say({ kind: "progress", progress });
		},
	});
	say({ kind: "done", result, certificate });
} catch (error) {
	if (!(error instanceof AllocationRefused)) throw error;
	say({ kind: "refused", reason: error.message });
}
