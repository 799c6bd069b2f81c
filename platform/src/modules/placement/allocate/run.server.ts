import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Worker } from "node:worker_threads";
import { startThread } from "../../../job/thread.server.ts";
import type { RoundCheck } from "../round/checks.ts";
import type { RunCertificate, RunProgress, RunResult, Snapshot } from "./contract.ts";
import { AllocationRefused } from "./facts.ts";
import type { SnapshotRows } from "./frozen.ts";
import type { FromRun, KeptRun, RunTask, ToRun } from "./thread-messages.ts";

/** Memory of the thread's JavaScript: typed arrays of pairs lie outside it. */
const memory = { maxOldGenerationSizeMb: 2048 };

type Options = {
	readonly signal?: AbortSignal;
	readonly progress?: (share: number, progress: RunProgress) => unknown;
};

/**
 * Allocates a snapshot in a thread of its own: the event loop stays free, and aborting ends it at once.
 * @param progress told how far it has come, from 0 to 1, and with what; at most ten times a second.
 * @returns rejects with the signal's reason where it is aborted, and with `AllocationRefused` where no plan is possible.
 */
export async function runInThread(
	snapshot: Snapshot,
	options: Options = {},
): Promise<{ readonly result: RunResult; readonly certificate: RunCertificate }> {
	const task = { snapshot, snapshotHash: hashOf(snapshot) };
	const message = await ran(task, options, async () => {});
	if (message.kind !== "done") throw new Error("a run of a snapshot gives its plan");
	return { result: message.result, certificate: message.certificate };
}

/** So many rows are sent to the thread at a time: copying them takes some milliseconds. */
const rowsAtOnce = 2000;

/**
 * As `runInThread`, from the rows of a snapshot to a run as it is kept: putting together, hashing and packing are done in
 * the thread too, so that a national round does not hold up the event loop at either end.
 */
export async function keptRunInThread(rows: SnapshotRows, options: Options = {}): Promise<KeptRun> {
	const message = await ran(null, options, (thread) => send(thread, rows, "begin"));
	if (message.kind !== "kept") throw new Error("a run of rows gives what is kept");
	return message.run;
}

/** Judges the rows of a snapshot as a run would, without allocating, in a thread. */
export async function checkInThread(rows: SnapshotRows): Promise<RoundCheck> {
	const message = await ran(null, {}, (thread) => send(thread, rows, "check"));
	if (message.kind !== "checked") throw new Error("rows that are checked give what was found");
	return message.check;
}

async function send(thread: Worker, rows: SnapshotRows, then: "begin" | "check"): Promise<void> {
	for (const of of Object.keys(rows).filter((name): name is keyof SnapshotRows => name in rows))
		for (let first = 0; first < rows[of].length; first += rowsAtOnce) {
			thread.postMessage({ kind: "rows", of, rows: rows[of].slice(first, first + rowsAtOnce) } satisfies ToRun);
			await setImmediate();
		}
	thread.postMessage({ kind: then } satisfies ToRun);
}

type Ended = Extract<FromRun, { readonly kind: "done" | "kept" | "checked" }>;

function ran(task: RunTask, { signal, progress }: Options, feed: (thread: Worker) => Promise<void>): Promise<Ended> {
	return new Promise((resolve, reject) => {
		if (signal?.aborted) {
			reject(signal.reason);
			return;
		}
		const thread = startThread("allocate", task, memory);
		const end = () => {
			signal?.removeEventListener("abort", abort);
			void thread.terminate();
		};
		const abort = () => {
			end();
			reject(signal?.reason);
		};
		signal?.addEventListener("abort", abort, { once: true });
		thread.on("message", (message: FromRun) => {
			if (message.kind === "progress") {
				progress?.(shareOf(message.progress), message.progress);
				return;
			}
			end();
			if (message.kind === "refused") reject(new AllocationRefused([message.reason]));
			else resolve(message);
		});
		thread.on("error", (error) => {
			end();
			reject(error);
		});
		thread.on("exit", () => {
			end();
			reject(new Error("the thread that allocates ended without an answer"));
		});
		feed(thread).catch((error: unknown) => {
			end();
			reject(error);
		});
	});
}

/** How much of a run is done, by its phase: nobody knows how long a phase will last. */
function shareOf({ phase, level, levels }: RunProgress): number {
	const part = levels > 0 ? Math.min(1, level / levels) : 0;
	switch (phase) {
		case "facts":
			return 0.02;
		case "solving":
			return 0.1 + 0.5 * part;
		case "widening":
			return 0.6 + 0.2 * part;
		case "checking":
			return 0.85;
		case "comparing":
			return 0.9;
	}
}

/** The fingerprint of a snapshot: what two runs share when they were made from the same facts under the same rules. */
export function hashOf(snapshot: Snapshot): string {
	return createHash("sha256").update(JSON.stringify(snapshot)).digest("hex");
}
