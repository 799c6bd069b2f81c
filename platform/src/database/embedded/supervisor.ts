import { setTimeout as pause } from "node:timers/promises";
import { ensureDatabase, type Make } from "./cluster.ts";
import { adoptOrStart, stopServer } from "./server.ts";
import { pruneLogs } from "./server-log.ts";
import { isAlive, isServerOf, type Running, signal } from "./server-process.ts";
import { removeSocketFolder } from "./socket-folder.ts";

export type Supervised = {
	/** Stays the same when the server is started again. */
	readonly socketFolder: string;
	readonly adopted: boolean;
	/** Stops supervising and the server; resolves when the server is gone. May be called again. */
	stop(): Promise<void>;
};

const lookMilliseconds = 500;
const pruneMilliseconds = 60_000;
const longestWaitMilliseconds = 30_000;

/**
 * Has a server running until told otherwise: takes over or starts one, starts it again when it dies, keeps its logs
 * within bounds, and asks it to leave when this process exits without having stopped it. Needs the program lock.
 */
export async function supervise(make: Make): Promise<Supervised> {
	const first = await adoptOrStart(make);
	let running: Running = first;
	try {
		await ensureDatabase(first);
	} catch (error) {
		await stopServer(first, make.place);
		throw error;
	}
	const stopped = new AbortController();
	const bringBack = async () => {
		make.log("the PostgreSQL server is gone without having been told to; starting it again");
		for (let wait = lookMilliseconds; !stopped.signal.aborted; wait = Math.min(2 * wait, longestWaitMilliseconds)) {
			try {
				running = await adoptOrStart(make);
				return;
			} catch (error) {
				make.log(String(error));
				await pause(wait, undefined, { ref: false, signal: stopped.signal }).catch(() => {});
			}
		}
	};
	let bringingBack: Promise<void> | undefined;
	const look = setInterval(() => {
		if (bringingBack !== undefined || isAlive(running.pid)) return;
		bringingBack = bringBack().finally(() => {
			bringingBack = undefined;
		});
	}, lookMilliseconds);
	look.unref();
	const prune = setInterval(() => pruneLogs(make.place), pruneMilliseconds);
	prune.unref();
	pruneLogs(make.place);

	const leave = () => {
		if (isServerOf(running.pid, make.place.cluster)) signal(running.pid, "SIGINT");
	};
	process.once("exit", leave);

	const stop = async () => {
		clearInterval(look);
		clearInterval(prune);
		stopped.abort();
		await bringingBack;
		await stopServer(running, make.place);
		removeSocketFolder(make.place, running.socketFolder);
		process.removeListener("exit", leave);
	};
	let stopping: Promise<void> | undefined;
	return {
		socketFolder: first.socketFolder,
		adopted: first.adopted,
		stop: () => {
			stopping ??= stop();
			return stopping;
		},
	};
}
