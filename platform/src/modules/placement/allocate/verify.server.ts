import { startThread } from "../../../job/thread.server.ts";
import type { FromVerify, VerifyTask } from "./thread-messages.ts";

/** Memory of the thread's JavaScript: the facts are written out pair by pair. */
const memory = { maxOldGenerationSizeMb: 4096 };

/** Checks a stored run in a thread of its own; aborting ends it at once, and rejects with the signal's reason. */
export function verifyInThread(task: VerifyTask, signal: AbortSignal): Promise<FromVerify> {
	return new Promise((resolve, reject) => {
		if (signal.aborted) return reject(signal.reason);
		const thread = startThread("verify", task, memory);
		const end = () => {
			signal.removeEventListener("abort", abort);
			void thread.terminate();
		};
		const abort = () => {
			end();
			reject(signal.reason);
		};
		signal.addEventListener("abort", abort, { once: true });
		thread.on("message", (message: FromVerify) => {
			end();
			resolve(message);
		});
		thread.on("error", (error) => {
			end();
			reject(error);
		});
		thread.on("exit", () => {
			end();
			reject(new Error("the thread that checks ended without an answer"));
		});
	});
}
