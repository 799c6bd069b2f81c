import cluster, { type Worker } from "node:cluster";
import { join } from "node:path";
import { platformFolder } from "../database/folder.server.ts";
import type { House } from "../house.server.ts";
import type { Door } from "../main.ts";
import { openMetrics, type Tally } from "../metrics.server.ts";
import { saidByWeb, type ToldWeb } from "./web-messages.ts";

/** The processes that answer requests, beside the one that owns the house. */
export type Web = {
	/** Lets them answer, once the house is ready: a door when each of them listens. @throws what kept one from it */
	open(): Promise<Door>;
	/** Lets each answer what it has begun on. A process that is not done in time is ended. */
	close(): Promise<void>;
};

/** How long a process has to end, and to tell what it has counted, and before one that died is replaced, milliseconds. */
const patience = { stop: 15_000, count: 1_000, replace: 500 };

/**
 * Room for what is made and soon done with, megabytes; Node's own is 16. Twenty pages at once leave more than that
 * half done, and all of it would be copied, again and again.
 */
const youngMegabytes = 64;

/**
 * Starts the processes that answer requests. They share one port: this process takes what comes in turn to each. One that
 * dies is replaced, and when this one dies they end by themselves.
 */
export function startWeb({ configuration, log, program, ...house }: House): Web {
	const metrics = openMetrics({ ...house, log });
	const asked = new Map<number, (tally: Tally) => void>();
	let number = 0;
	const ready = new Set<Worker>();
	let isOpen = false;
	let hasBegun = false;
	let isStopping = false;
	cluster.schedulingPolicy = cluster.SCHED_RR;
	cluster.setupPrimary({
		...{ exec: join(platformFolder, "build", "server", "cli.js"), args: process.argv.slice(2) },
		execArgv: [...process.execArgv, `--max-semi-space-size=${youngMegabytes}`],
	});

	/** What all but one have counted, this process with them; one that does not answer is left out. */
	async function countOthers(except: Worker): Promise<Tally[]> {
		const others = [...ready].filter((worker) => worker !== except);
		const tallies = others.map(
			(worker) =>
				new Promise<Tally | null>((resolve) => {
					const mine = ++number;
					const timer = setTimeout(() => answer(null), patience.count);
					const answer = (tally: Tally | null) => {
						clearTimeout(timer);
						asked.delete(mine);
						resolve(tally);
					};
					asked.set(mine, answer);
					send(worker, { tell: "count", number: mine });
				}),
		);
		return [metrics.tally(), ...(await Promise.all(tallies)).filter((tally) => tally !== null)];
	}

	function fork(): Promise<number> {
		const worker = cluster.fork();
		return new Promise((resolve, reject) => {
			worker.on("listening", ({ port }) => resolve(port));
			worker.on("message", (message: unknown) => {
				const said = saidByWeb.parse(message);
				if (said.say === "ready") ready.add(worker);
				if (said.say === "ready" && isOpen) send(worker, { tell: "open", program: { ...program } });
				if (said.say === "failed") reject(Object.assign(new Error(said.message), { code: said.code }));
				if (said.say === "counted") asked.get(said.number)?.(said.tally);
				if (said.say === "count")
					void countOthers(worker).then((tallies) => send(worker, { tell: "counted", number: said.number, tallies }));
			});
			worker.on("exit", (code, signal) => {
				ready.delete(worker);
				reject(new Error(`a web process ended with ${signal || code}`));
				if (isStopping || !hasBegun) return;
				log.error({ pid: worker.process.pid, code, signal }, "web process ended; another takes its place");
				setTimeout(() => isStopping || fork().catch(() => {}), patience.replace);
			});
		});
	}
	const starting = Array.from({ length: configuration.processes }, fork);
	for (const one of starting) one.catch(() => {});

	async function close(): Promise<void> {
		isStopping = true;
		await Promise.all(
			Object.values(cluster.workers ?? {}).flatMap((worker) =>
				// One that is still on its way up has nothing under way.
				worker ? [stopped(worker, ready.has(worker) ? patience.stop : 0)] : [],
			),
		);
	}

	return {
		async open() {
			isOpen = true;
			for (const worker of ready) send(worker, { tell: "open", program: { ...program } });
			const [port] = await Promise.all(starting);
			hasBegun = true;
			return { url: configuration.port === 0 ? `http://localhost:${port}` : configuration.url, close };
		},
		close,
	};
}

/** Asks a process to end, and ends it when it has not within so many milliseconds. */
function stopped(worker: Worker, within: number): Promise<void> {
	return new Promise((resolve) => {
		if (worker.isDead()) return resolve();
		const timer = setTimeout(() => worker.process.kill("SIGKILL"), within);
		worker.once("exit", () => {
			clearTimeout(timer);
			resolve();
		});
		send(worker, { tell: "stop" });
	});
}

/** To a process that is on its way out nothing is told. */
function send(worker: Worker, message: ToldWeb): void {
	if (worker.isConnected()) worker.send(message, () => {});
}
