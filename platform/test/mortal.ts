import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";
import type { TestDatabase } from "./database.ts";
import type { Death } from "./mortal-job.ts";

type Mortal = { readonly child: ChildProcess; readonly ended: Promise<NodeJS.Signals | null> };

/** Starts a worker process that will kill itself at a place; resolves with how it ended: the signal that did it. */
export function startMortalWorker(
	database: TestDatabase,
	death: Death | null,
	env: Record<string, string> = {},
): Mortal {
	return started("mortal-worker.ts", { owner: database.owner, death, env });
}

/** Starts a worker process that runs and publishes rounds, and kills itself at a step of whichever it is at. */
export function startMortalPlacement(database: TestDatabase, step: "allocate" | "tell"): Mortal {
	return started("mortal-placement.ts", { owner: database.owner, step });
}

function started(script: string, given: unknown): Mortal {
	const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
	const child = spawn(process.execPath, ["--import", tsx, join(import.meta.dirname, script), JSON.stringify(given)], {
		stdio: ["ignore", "ignore", "inherit"],
	});
	onTestFinished(() => {
		child.kill("SIGKILL");
	});
	return { child, ended: new Promise((resolve) => child.once("exit", (_code, signal) => resolve(signal))) };
}
