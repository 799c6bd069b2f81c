import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { removeOldCopies } from "./binaries.ts";
import { type Make, withClient, writeConfiguration } from "./cluster.ts";
import { EmbeddedPostgresFault, errorCode } from "./fault.ts";
import { makePrivateFolder, withFreshFile } from "./files.ts";
import { type Lock, tryLock } from "./lock.ts";
import { type Place, takeOverFiles } from "./place.ts";
import { commandOf } from "./run.ts";
import { lastWords } from "./server-log.ts";
import { isAlive, isServerOf, processesIn, type Running, readPostmasterFile, signal } from "./server-process.ts";
import { socketPort, unchangeable } from "./settings.ts";
import { makeSocketFolder } from "./socket-folder.ts";

/** How long we wait for what is neither there nor gone: a server that answers nobody, processes that are dying. */
const patienceMilliseconds = 10_000;
/** How long the children of a dead server may take to notice. */
const leftoverMilliseconds = 2_000;
/** How long a server may take to read its log after a crash, while it says that it does. */
const recoveryMilliseconds = 600_000;
/** How long a fast shutdown may take; after that the server is told to leave at once, and then killed. */
const shutdownMilliseconds = 60_000;
const pollMilliseconds = 25;

const versionShape = z.object({ server_version: z.string() });

/**
 * Takes over the server of a program that died, or starts one. To be called with the program lock held: then nobody
 * else starts, adopts or stops a server here.
 *
 * Every process of a server holds the server lock, by a descriptor it inherited from us. The lock is free: none of them
 * lives, whatever postmaster.pid says and whoever has that process id by now. The lock is held: a server is there, or
 * the last of one is on its way out, possibly in a container whose processes we cannot see.
 *
 * Throws the faults `start-failed` and `server-out-of-reach`.
 */
export async function adoptOrStart(make: Make): Promise<Running & { readonly adopted: boolean }> {
	const { place } = make;
	let held = Date.now();
	for (;;) {
		const lock = await tryLock(place.serverLock, place.account);
		const found = readPostmasterFile(place.cluster);
		// Also one that somebody started by hand, without our lock.
		if (found !== undefined && isServerOf(found.pid, place.cluster)) {
			lock?.release();
			const adopted = await adopt(make, found);
			if (adopted !== undefined) return adopted;
			held = Date.now();
		} else if (lock !== undefined) {
			try {
				return { ...(await startServer(make, lock)), adopted: false };
			} finally {
				lock.release();
			}
		} else if (Date.now() - held > leftoverMilliseconds) {
			await endLeftovers(make, Date.now() - held);
		}
		await pause(pollMilliseconds);
	}
}

/**
 * Ends the children of a server whose first process is dead: they serve nobody, and must not write beside a new one.
 * Most notice by themselves at once; one that computes without waiting does not.
 */
async function endLeftovers({ place, log }: Make, heldMilliseconds: number): Promise<void> {
	const leftovers = await processesIn(place);
	if (leftovers.length === 0 && heldMilliseconds > patienceMilliseconds) {
		throw new EmbeddedPostgresFault("server-out-of-reach", { folder: place.root });
	}
	if (leftovers.length > 0) log(`ending ${leftovers.length} processes left by a server that died`);
	for (const pid of leftovers) signal(pid, "SIGKILL");
}

/** Undefined when the server went away instead, or was stopped because it is of an older version than the programs. */
async function adopt(make: Make, found: Running): Promise<(Running & { readonly adopted: true }) | undefined> {
	const { place, binaries, log } = make;
	if (!(await becomesReady(found, place))) return undefined;
	const version = await versionOf(found).catch((error: unknown) => {
		// Told to leave by its dying program a moment ago, and gone by now.
		if (!isAlive(found.pid)) return undefined;
		throw error;
	});
	if (version === undefined) return undefined;
	if (version !== binaries.version) {
		log(`stopping PostgreSQL ${version}, to start ${binaries.version}`);
		await stopServer(found, place);
		return undefined;
	}
	writeConfiguration(make);
	signal(found.pid, "SIGHUP");
	log(`took over the PostgreSQL server ${found.pid} of a program that died`);
	return { ...found, adopted: true };
}

function versionOf({ socketFolder }: Running): Promise<string> {
	return withClient(socketFolder, async (client) => {
		return versionShape.parse((await client.query("show server_version")).rows[0]).server_version;
	});
}

async function startServer(make: Make, lock: Lock): Promise<Running> {
	const { place, binaries, log } = make;
	takeOverFiles(place);
	const socketFolder = makeSocketFolder(place);
	// What a dead server left names a process id that may be somebody else's by now, and PostgreSQL would believe it.
	const socket = path.join(socketFolder, `.s.PGSQL.${socketPort}`);
	for (const stale of [path.join(place.cluster, "postmaster.pid"), socket, `${socket}.lock`])
		rmSync(stale, { force: true });
	makePrivateFolder(place.logs, place.account);
	writeConfiguration(make);
	const programArguments = ["-D", place.cluster, ...unchangeable(socketFolder)];
	const { program, arguments: all, options } = commandOf(place.account, binaries.postgres, programArguments);
	const child = withFreshFile(place.account, place.startLog, (output) =>
		spawn(program, all, {
			...options,
			// A session of its own: Ctrl-C in the terminal is for us, and we tell the server when we are done with it.
			detached: true,
			stdio: ["ignore", output, output, lock.descriptor],
		}),
	);
	const pid = await processId(child, place);
	const running = { pid, socketFolder };
	if (!(await becomesReady(running, place))) {
		throw new EmbeddedPostgresFault("start-failed", { folder: place.root, said: lastWords(place) });
	}
	log(`PostgreSQL ${binaries.version} started`);
	removeOldCopies(place, binaries);
	return running;
}

function processId(child: ChildProcess, place: Place): Promise<number> {
	return new Promise((resolve, reject) => {
		child.once("error", (error) => {
			reject(new EmbeddedPostgresFault("start-failed", { folder: place.root, said: error.message }, { cause: error }));
		});
		// The server outlives us if it must, and does not keep us alive.
		child.unref();
		if (child.pid !== undefined) resolve(child.pid);
	});
}

/**
 * Waits until the server answers. False when its process ends before that. Throws the fault `start-failed` when it
 * lives and has not answered in ten seconds, or ten minutes where it says that it is recovering.
 */
async function becomesReady(running: Running, place: Place): Promise<boolean> {
	const begun = Date.now();
	for (;;) {
		const state = await stateOf(running);
		if (state === "ready") return true;
		if (!isAlive(running.pid)) return false;
		if (Date.now() - begun > (state === "busy" ? recoveryMilliseconds : patienceMilliseconds)) {
			throw new EmbeddedPostgresFault("start-failed", { folder: place.root, said: lastWords(place) });
		}
		await pause(pollMilliseconds);
	}
}

async function stateOf({ socketFolder }: Running): Promise<"ready" | "busy" | "silent"> {
	try {
		await withClient(socketFolder, async (client) => client.query(""));
		return "ready";
	} catch (error) {
		// cannot_connect_now: starting up, recovering or shutting down. too_many_connections: soon fewer.
		return ["57P03", "53300"].includes(errorCode(error) ?? "") ? "busy" : "silent";
	}
}

/** Fast shutdown: open transactions are rolled back, what was acknowledged is kept. Resolves when the server is gone. */
export async function stopServer({ pid }: Running, { cluster }: Place): Promise<void> {
	for (const [name, patience] of [
		["SIGINT", shutdownMilliseconds],
		["SIGQUIT", patienceMilliseconds],
		["SIGKILL", patienceMilliseconds],
	] as const) {
		if (!isServerOf(pid, cluster)) return;
		signal(pid, name);
		for (const until = Date.now() + patience; Date.now() < until; await pause(pollMilliseconds)) {
			if (!isAlive(pid)) return;
		}
	}
}
