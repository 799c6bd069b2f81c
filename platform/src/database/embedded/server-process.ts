import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import path from "node:path";

/** What the server wrote into postmaster.pid about itself. */
export type PostmasterFile = { readonly pid: number; readonly socketFolder: string };

/** Reads postmaster.pid; undefined when there is none or it is not (yet) whole. */
export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
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
	} catch {
		return false;
	}
	// Where the first process of a container reaps nobody, a dead server keeps its id for ever.
	if (process.platform === "linux") {
		try {
			const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
			return !/^[ZX]/.test(stat.slice(stat.lastIndexOf(")") + 2));
		} catch {
			return false;
		}
	}
	return !ask("ps", ["-o", "stat=", "-p", String(pid)]).startsWith("Z");
}

/** Whether process `pid` is a server on this cluster, and not another process that got the number. */
export function isServerOf(pid: number, cluster: string): boolean {
	if (!isAlive(pid)) return false;
	if (process.platform === "linux") {
		try {
			// A server stands in its data folder. The program file may have been replaced since: "postgres (deleted)".
			const stands = statSync(`/proc/${pid}/cwd`);
			const folder = statSync(cluster);
			const program = path.basename(readlinkSync(`/proc/${pid}/exe`));
			return stands.ino === folder.ino && stands.dev === folder.dev && program.startsWith("postgres");
		} catch {
			return false;
		}
	}
	const command = ask("ps", ["-ww", "-o", "command=", "-p", String(pid)]);
	return command.includes("postgres") && command.includes(`-D ${cluster}`);
}

/** Processes of a server whose first process is dead: they stand in the data folder too. Linux only, else empty. */
export function processesIn(cluster: string): number[] {
	if (process.platform !== "linux") return [];
	return readdirSync("/proc")
		.filter((name) => /^\d+$/.test(name))
		.map(Number)
		.filter((pid) => pid !== process.pid && isServerOf(pid, cluster));
}

function ask(program: string, programArguments: string[]): string {
	try {
		return execFileSync(program, programArguments, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
	} catch {
		return "";
	}
}
