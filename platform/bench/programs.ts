import { type ChildProcess, fork, spawn, spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type LoadOrder, type LoadResult, loadResult } from "./load.ts";

export type Program = {
	readonly url: string;
	/** Processor time used so far, all threads, seconds; from the program's own metrics. */
	cpuSeconds(): Promise<number>;
	stop(): Promise<void>;
};

const command = join(import.meta.dirname, "..", "bin", "laeringsarena.js");

/** Builds the product where the sources are newer than the build. */
export function build(): void {
	const { status, stderr } = spawnSync(process.execPath, [command, "help"], { encoding: "utf8" });
	if (status !== 0) throw new Error(`the product cannot be built:\n${stderr.slice(-4000)}`);
}

/** The built product as its users run it: the command line's `serve`. */
export async function startProduct(env: Readonly<Record<string, string>>, logFile: string): Promise<Program> {
	const port = await freePort();
	const log = openSync(logFile, "a");
	const { NODE_ENV: _ours, ...inherited } = process.env;
	const child = spawn(process.execPath, [command, "serve"], {
		env: { ...inherited, LAERINGSARENA_DEMO: "0", ...env, PORT: String(port) },
		stdio: ["ignore", log, log],
	});
	closeSync(log);
	return running(child, `http://127.0.0.1:${port}`, "/ready", logFile);
}

/** The bare Hono server, which answers with what the recorded statements of a page find. */
export async function startBare(env: Readonly<Record<string, string>>, logFile: string): Promise<Program> {
	const port = await freePort();
	const child = fork(join(import.meta.dirname, "bare.ts"), {
		env: { ...process.env, NODE_ENV: "production", ...env, PORT: String(port) },
	});
	return running(child, `http://127.0.0.1:${port}`, "/metrics", logFile);
}

async function running(child: ChildProcess, url: string, ready: string, logFile: string): Promise<Program> {
	for (let waited = 0; ; waited++) {
		if (child.exitCode !== null || waited > 1200)
			throw new Error(`a program did not start:\n${readFileSync(logFile, "utf8").slice(-2000)}`);
		const answer = await fetch(url + ready).catch(() => undefined);
		await answer?.arrayBuffer();
		if (answer?.status === 200) break;
		await pause(100);
	}
	return {
		url,
		async cpuSeconds() {
			const text = await (await fetch(`${url}/metrics`)).text();
			const found = /^process_cpu_seconds_total (\S+)$/m.exec(text);
			if (!found) throw new Error(`${url}/metrics does not say how much processor time was used`);
			return Number(found[1]);
		},
		stop: () => stopped(child),
	};
}

export type Load = {
	send(order: LoadOrder): Promise<LoadResult>;
	stop(): Promise<void>;
};

/** Starts the process that plays the users. */
export function startLoad(): Load {
	const child = fork(join(import.meta.dirname, "load.ts"));
	return {
		send: (order) =>
			new Promise((resolve, reject) => {
				child.once("exit", () => reject(new Error("the load generator ended")));
				child.once("message", (message) => {
					child.removeAllListeners("exit");
					resolve(loadResult.parse(message));
				});
				child.send(order);
			}),
		stop: () => stopped(child),
	};
}

function stopped(child: ChildProcess): Promise<void> {
	return new Promise((resolve) => {
		if (child.exitCode !== null) return resolve();
		child.removeAllListeners("exit");
		child.once("exit", () => resolve());
		child.kill("SIGTERM");
	});
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once("error", reject);
		probe.listen(0, "127.0.0.1", () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
		});
	});
}
