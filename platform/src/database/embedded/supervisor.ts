import { setTimeout as pause } from "node:timers/promises";
import { ensureDatabase, type Make } from "./cluster.ts";
import { adoptOrStart, stopServer } from "./server.ts";
import { pruneLogs } from "./server-log.ts";
import { isServerOf, type Running, signal } from "./server-process.ts";

export type Supervised = Running & {
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
	let stopping: Promise<void> | undefined;
	let busy = Promise.resolve();

	const bringBack = async () => {
		make.log("the PostgreSQL server is gone without having been told to; starting it again");
		for (let wait = lookMilliseconds; stopping === undefined; wait = Math.min(2 * wait, longestWaitMilliseconds)) {
			try {
				running = await adoptOrStart(make);
				return;
			} catch (error) {
				make.log(String(error));
				await pause(wait, undefined, { ref: false });
			}
		}
	};
	const look = setInterval(() => {
		if (isServerOf(running.pid, make.place.cluster)) return;
		look.unref();
		busy = busy.then(() => (isServerOf(running.pid, make.place.cluster) ? undefined : bringBack()));
	}, lookMilliseconds);
	look.unref();
	const prune = setInterval(() => pruneLogs(make.place), pruneMilliseconds);
	prune.unref();
	pruneLogs(make.place);

	const leave = () => {
		if (isServerOf(running.pid, make.place.cluster)) signal(running.pid, "SIGINT");
	};
	process.once("exit", leave);

	return {
		...first,
		stop: () => {
			stopping ??= (async () => {
				clearInterval(look);
				clearInterval(prune);
				await busy;
				await stopServer(running, make.place);
				process.removeListener("exit", leave);
			})();
			return stopping;
		},
	};
}
