import { createHash } from "node:crypto";
import { startThread } from "../../../job/thread.server.ts";
import type { RunCertificate, RunProgress, RunResult, Snapshot } from "./contract.ts";
import { AllocationRefused } from "./facts.ts";
import type { FromRun, RunTask } from "./thread-messages.ts";

/** Memory of the thread's JavaScript: typed arrays of pairs lie outside it. */
const memory = { maxOldGenerationSizeMb: 2048 };

/**
 * Allocates a snapshot in a thread of its own: the event loop stays free, and aborting ends it at once.
 * @param progress told how far it has come, from 0 to 1, and with what; at most ten times a second.
 * @returns rejects with the signal's reason where it is aborted, and with `AllocationRefused` where no plan is possible.
 */
export function runInThread(
	snapshot: Snapshot,
	options: {
		readonly signal?: AbortSignal;
		readonly progress?: (share: number, progress: RunProgress) => unknown;
	} = {},
): Promise<{ readonly result: RunResult; readonly certificate: RunCertificate }> {
	const { signal, progress } = options;
	return new Promise((resolve, reject) => {
		if (signal?.aborted) {
			reject(signal.reason);
			return;
		}
		const snapshotHash = hashOf(snapshot);
		const thread = startThread("allocate", { snapshot, snapshotHash } satisfies RunTask, memory);
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
			if (message.kind === "done") resolve({ result: message.result, certificate: message.certificate });
			else reject(new AllocationRefused([message.reason]));
		});
		thread.on("error", (error) => {
			end();
			reject(error);
		});
		thread.on("exit", () => {
			end();
			reject(new Error("the thread that allocates ended without an answer"));
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
