import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";
import type { TestDatabase } from "./database.ts";
import type { Death } from "./mortal-job.ts";

/** Starts a worker process that will kill itself at a place; resolves with how it ended: the signal that did it. */
export function startMortalWorker(
	database: TestDatabase,
	death: Death | null,
	env: Record<string, string> = {},
): { readonly child: ChildProcess; readonly ended: Promise<NodeJS.Signals | null> } {
	const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
	const child = spawn(
		process.execPath,
		[
			"--import",
			tsx,
			join(import.meta.dirname, "mortal-worker.ts"),
			JSON.stringify({ owner: database.owner, death, env }),
		],
		{ stdio: ["ignore", "ignore", "inherit"] },
	);
	onTestFinished(() => {
		child.kill("SIGKILL");
	});
	return { child, ended: new Promise((resolve) => child.once("exit", (_code, signal) => resolve(signal))) };
}
