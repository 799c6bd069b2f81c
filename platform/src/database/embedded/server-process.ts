import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import path from "node:path";
import { errorCode } from "./fault.ts";
import { readText } from "./files.ts";
import type { Place } from "./place.ts";
import { run } from "./run.ts";

/** A server's first process, which all others are children of, and where it listens. */
export type Running = { readonly pid: number; readonly socketFolder: string };

/** Reads postmaster.pid; undefined when there is none or it is not (yet) whole. Says nothing of who has the id now. */
export function readPostmasterFile(cluster: string): Running | undefined {
	let lines: string[];
	try {
		lines = readFileSync(path.join(cluster, "postmaster.pid"), "utf8").split("\n");
	} catch {
		return undefined;
	}
	// Lines: process id, data folder, start time, port, socket folder, listen address, shared memory, status.
	const pid = Number(lines[0]);
	const socketFolder = lines[4];
	if (!Number.isSafeInteger(pid) || pid <= 0 || socketFolder === undefined || socketFolder === "") return undefined;
	return { pid, socketFolder };
}

/** Whether a process with this id exists and is not merely waiting to be reaped. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
	} catch (error) {
		if (errorCode(error) !== "EPERM") return false;
	}
	// Where the first process of a container reaps nobody, a dead server keeps its id for ever.
	if (process.platform !== "linux") return true;
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
		return !/^[ZX]/.test(stat.slice(stat.lastIndexOf(")") + 2));
	} catch {
		return false;
	}
}

/** Whether process `pid` is a server's first process on this cluster, and not another that got the number. */
export function isServerOf(pid: number, cluster: string): boolean {
	if (!isAlive(pid)) return false;
	return (process.platform === "linux" ? standsIn(pid, cluster) : undefined) ?? namesCluster(pid, cluster);
}

/**
 * Linux: a server's processes stand in its data folder. Undefined where the system does not tell us, as it does not
 * tell root in a container about another user's process.
 */
function standsIn(pid: number, cluster: string): boolean | undefined {
	try {
		const stands = statSync(`/proc/${pid}/cwd`);
		const folder = statSync(cluster);
		// The program file may have been replaced since: "postgres (deleted)".
		const program = path.basename(readlinkSync(`/proc/${pid}/exe`));
		return stands.ino === folder.ino && stands.dev === folder.dev && program.startsWith("postgres");
	} catch (error) {
		return errorCode(error) === "EACCES" || errorCode(error) === "EPERM" ? undefined : false;
	}
}

/** We start the first process with `-D cluster`, and its command line stays. */
function namesCluster(pid: number, cluster: string): boolean {
	if (process.platform !== "linux") {
		const question = ["-ww", "-o", "command=", "-p", String(pid)];
		const { stdout } = spawnSync("ps", question, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
		return stdout.includes("postgres") && stdout.includes(`-D ${cluster} `);
	}
	try {
		const [program, ...rest] = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
		return path.basename(program ?? "") === "postgres" && rest[0] === "-D" && rest[1] === cluster;
	} catch {
		return false;
	}
}

/**
 * The processes of a server whose first process is dead, on Linux; elsewhere none are found. Asked as the account where
 * that is another: it may look at its own processes when we may not.
 */
export async function processesIn({ cluster, account }: Place): Promise<number[]> {
	if (process.platform !== "linux") return [];
	if (account.kind !== "other") {
		return readdirSync("/proc")
			.filter((name) => /^\d+$/.test(name))
			.map(Number)
			.filter((pid) => pid !== process.pid && standsIn(pid, cluster) === true && isAlive(pid));
	}
	const script = 'for p in /proc/[0-9]*; do [ "$p/cwd" -ef "$1" ] && [ "$p" != "/proc/$$" ] && echo "$p"; done; exit 0';
	const { output } = await run(account, "/bin/sh", ["-c", script, "sh", cluster]);
	return output
		.split("\n")
		.flatMap((line) => /^\/proc\/(\d+)$/.exec(line)?.[1] ?? [])
		.map(Number)
		.filter((pid) => isAlive(pid) && readText(`/proc/${pid}/comm`)?.startsWith("postgres"));
}

/** Sends a signal to a process that may be gone already. */
export function signal(pid: number, name: NodeJS.Signals): void {
	try {
		process.kill(pid, name);
	} catch (error) {
		if (errorCode(error) !== "ESRCH") throw error;
	}
}
