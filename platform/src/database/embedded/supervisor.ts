import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import type { Binaries } from "./binaries.ts";
import { EmbeddedPostgresFault, errorCode } from "./fault.ts";
import { type Lock, tryLock } from "./lock.ts";
import { giveTo, makeFolder, type Place, socketFolderFor } from "./place.ts";
import { commandOf, run } from "./run.ts";
import { isAlive, isServerOf, processesIn, readPostmasterFile } from "./server-process.ts";
import { configuration, hostBasedAuthentication, socketPort, unchangeable } from "./settings.ts";

export const superuser = "postgres";
export const programDatabase = "laeringsarena";

export type Running = { readonly pid: number; readonly socketFolder: string };

export type Start = {
	readonly place: Place;
	readonly binaries: Binaries;
	readonly settings: Readonly<Record<string, string>>;
	readonly log: (line: string) => void;
};

/** How long we wait for something that is neither there nor gone: a server that answers nobody, a lock of dying processes. */
const patienceMilliseconds = 10_000;
/** How long a server may take to read its log after a crash, while it says that it does. */
const recoveryMilliseconds = 600_000;
/** How long a fast shutdown may take before the server is told to leave at once, and then before it is killed. */
const shutdownMilliseconds = 60_000;
const pollMilliseconds = 25;

/** Makes the cluster if there is none. Beside its final name first: a cluster is there whole or not at all. */
export async function ensureCluster({ place, binaries, settings, log }: Start): Promise<void> {
	const versionFile = path.join(place.cluster, "PG_VERSION");
	const found = readOr(versionFile, "").trim();
	if (found !== "") {
		if (found === binaries.version.split(".")[0]) return;
		throw new EmbeddedPostgresFault("data-of-another-version", { folder: place.cluster, version: found });
	}
	const fresh = `${place.cluster}.new`;
	rmSync(fresh, { recursive: true, force: true });
	log(`making a database cluster in ${place.cluster}`);
	const made = await run(place.account, binaries.initdb, [
		`--pgdata=${fresh}`,
		`--username=${superuser}`,
		"--encoding=UTF8",
		// Orders by code point, the same on every machine and in every version; Norwegian order is asked for by name
		// (COLLATE "nb-NO-x-icu") where people read the list.
		"--locale-provider=builtin",
		"--builtin-locale=C.UTF-8",
		"--locale=C",
		"--data-checksums",
		"--auth=trust",
		...(settings.fsync === "off" ? ["--no-sync"] : []),
	]);
	if (made.status !== 0) throw new EmbeddedPostgresFault("start-failed", { folder: place.root, said: made.output });
	renameSync(fresh, place.cluster);
}

/**
 * Takes over the server of a program that died, or starts one. To be called with the program lock held, so that
 * nobody else starts, adopts or stops a server here.
 */
export async function adoptOrStart(start: Start): Promise<Running & { readonly adopted: boolean }> {
	const { place } = start;
	const until = Date.now() + patienceMilliseconds;
	for (;;) {
		// Every process of a server holds this lock by a descriptor it inherited. Free: none is alive, whatever
		// postmaster.pid says and whoever has its process id now.
		const lock = await tryLock(place.serverLock);
		if (lock !== undefined) {
			try {
				return { ...(await startServer(start, lock)), adopted: false };
			} finally {
				lock.release();
			}
		}
		const found = readPostmasterFile(place.cluster);
		if (found !== undefined && isServerOf(found.pid, place.cluster)) {
			writeConfiguration(start, found.socketFolder);
			if (await answers(found, place)) return { ...found, adopted: true };
		}
		if (Date.now() > until) {
			// Leftovers of a server whose first process is dead: they serve nobody and may be ended.
			const leftovers = processesIn(place.cluster);
			if (leftovers.length === 0 || (found !== undefined && leftovers.includes(found.pid))) {
				throw new EmbeddedPostgresFault("server-out-of-reach", { folder: place.root });
			}
			for (const pid of leftovers) signal(pid, "SIGKILL");
		}
		await pause(pollMilliseconds);
	}
}

async function startServer(start: Start, lock: Lock): Promise<Running> {
	const { place, binaries, log } = start;
	const socketFolder = socketFolderFor(place);
	// No server is alive. Files left by a dead one carry a process id that may be somebody else's by now, and
	// PostgreSQL would believe them.
	for (const stale of ["postmaster.pid"]) rmSync(path.join(place.cluster, stale), { force: true });
	for (const stale of [`.s.PGSQL.${socketPort}`, `.s.PGSQL.${socketPort}.lock`]) {
		rmSync(path.join(socketFolder, stale), { force: true });
	}
	makeFolder(place.logs, place.account);
	writeConfiguration(start, socketFolder);
	const output = openSync(place.startLog, "w", 0o600);
	giveTo(place.account, place.startLog);
	const command = commandOf(place.account, binaries.postgres, [
		"-D",
		place.cluster,
		...unchangeable({ socketFolder, logFolder: place.logs }),
	]);
	let child: ChildProcess;
	try {
		child = spawn(command.program, command.arguments, {
			...command.options,
			// A session of its own: Ctrl-C in the terminal is for us, and we tell the server when we are done.
			detached: true,
			stdio: ["ignore", output, output, lock.descriptor],
		});
	} finally {
		closeSync(output);
	}
	const ended = new Promise<string>((resolve) => {
		child.once("error", (error) => resolve(error.message));
		child.once("exit", () => resolve(""));
	});
	child.unref();
	const { pid } = child;
	if (pid === undefined) throw new EmbeddedPostgresFault("start-failed", { folder: place.root, said: await ended });
	log(`PostgreSQL ${binaries.version} started`);
	const running = { pid, socketFolder };
	if (await answers(running, place)) return running;
	throw new EmbeddedPostgresFault("start-failed", { folder: place.root, said: lastWords(place) });
}

/**
 * Waits until the server answers. False when its process ends before that. Throws the fault `start-failed` when it
 * lives and does not answer in ten seconds, or ten minutes where it says that it is recovering.
 */
async function answers(running: Running, place: Place): Promise<boolean> {
	const begun = Date.now();
	for (;;) {
		const state = await askServer(running.socketFolder);
		if (state === "ready") return true;
		if (!isAlive(running.pid)) return false;
		const patience = state === "starting" ? recoveryMilliseconds : patienceMilliseconds;
		if (Date.now() - begun > patience) {
			throw new EmbeddedPostgresFault("start-failed", { folder: place.root, said: lastWords(place) });
		}
		await pause(pollMilliseconds);
	}
}

async function askServer(socketFolder: string): Promise<"ready" | "starting" | "silent"> {
	const client = new Client(connectionTo(socketFolder, "postgres"));
	client.on("error", () => {});
	try {
		await client.connect();
		await client.end();
		return "ready";
	} catch (error) {
		// cannot_connect_now: starting up, recovering or shutting down; 53300: all connections taken, so it works.
		const code = errorCode(error);
		if (code === "53300") return "ready";
		return code === "57P03" ? "starting" : "silent";
	}
}

export function connectionTo(socketFolder: string, database: string) {
	return { host: socketFolder, port: socketPort, user: superuser, database };
}

/** Makes the program's own database if it is not there. */
export async function ensureDatabase(running: Running): Promise<void> {
	const client = new Client(connectionTo(running.socketFolder, "postgres"));
	await client.connect();
	try {
		const found = await client.query("select 1 from pg_database where datname = $1", [programDatabase]);
		if (found.rowCount === 0) await client.query(`create database ${programDatabase}`);
	} finally {
		await client.end();
	}
}

/** Fast shutdown: open transactions are rolled back, what was acknowledged is kept. Resolves when the server is gone. */
export async function stopServer(running: Running, place: Place): Promise<void> {
	for (const [name, patience] of [
		["SIGINT", shutdownMilliseconds],
		["SIGQUIT", patienceMilliseconds],
		["SIGKILL", patienceMilliseconds],
	] as const) {
		if (!isServerOf(running.pid, place.cluster)) return;
		signal(running.pid, name);
		const until = Date.now() + patience;
		while (Date.now() < until) {
			if (!isAlive(running.pid)) return;
			await pause(pollMilliseconds);
		}
	}
}

export function signal(pid: number, name: NodeJS.Signals): void {
	try {
		process.kill(pid, name);
	} catch (error) {
		if (errorCode(error) !== "ESRCH") throw error;
	}
}

function writeConfiguration({ place, settings }: Start, socketFolder: string): void {
	const text = configuration({ socketFolder, logFolder: place.logs }, settings);
	for (const [name, content] of [
		["postgresql.conf", text],
		["pg_hba.conf", hostBasedAuthentication],
	] as const) {
		const file = path.join(place.cluster, name);
		writeFileSync(`${file}.new`, content, { mode: 0o600 });
		giveTo(place.account, `${file}.new`);
		renameSync(`${file}.new`, file);
	}
}

/** The end of what the server said before it gave up. */
function lastWords(place: Place): string {
	const newest = newestLog(place.logs);
	return [place.startLog, ...(newest === undefined ? [] : [newest])]
		.flatMap((file) => readOr(file, "").trim().split("\n").slice(-5))
		.join("\n");
}

function newestLog(folder: string): string | undefined {
	try {
		return readdirSync(folder)
			.map((name) => path.join(folder, name))
			.sort((one, other) => statSync(one).mtimeMs - statSync(other).mtimeMs)
			.at(-1);
	} catch {
		return undefined;
	}
}

function readOr(file: string, otherwise: string): string {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return otherwise;
	}
}
