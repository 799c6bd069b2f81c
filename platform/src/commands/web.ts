import cluster, { type Worker } from "node:cluster";
import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import { platformFolder } from "../database/folder.server.ts";
import type { House } from "../house.server.ts";
import type { Door } from "../main.ts";
import { openMetrics, type Tally } from "../metrics.server.ts";
import { saidByWeb, type ToldWeb } from "./web-messages.ts";

/** The processes that answer requests, beside the one that owns the house. */
export type Web = {
	/** Lets them answer, once the house is ready: a door when each of them does. @throws what kept one from it */
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
 * Starts the processes that answer requests. This process accepts connections and hands each to the one that has fewest: left to
 * node:cluster, who is quickest to take one gets the next too, and of two processes one ends up with half as many again as
 * the other, whose users wait as much longer. One that dies is replaced, and when this one dies they end by themselves.
 */
export function startWeb({ configuration, log, program, ...house }: House): Web {
	const metrics = openMetrics({ ...house, log });
	const asked = new Map<number, (tally: Tally) => void>();
	let number = 0;
	const ready = new Set<Worker>();
	/** Connections each that answers has; who was given one last stands last. */
	const held = new Map<Worker, number>();
	/** Connections that came while nobody answers. */
	const early: Socket[] = [];
	// They are not read here, and what is sent is not held back, as with a server that answers itself.
	const server = createServer({ pauseOnConnect: true, noDelay: true }, hand);
	let isOpen = false;
	let hasBegun = false;
	let isStopping = false;
	cluster.setupPrimary({
		...{ exec: join(platformFolder, "build", "server", "cli.js"), args: process.argv.slice(2) },
		execArgv: [...process.execArgv, `--max-semi-space-size=${youngMegabytes}`],
	});

	function hand(socket: Socket): void {
		// Whoever goes away before they are answered leaves an error nobody is to hear of.
		socket.on("error", () => {});
		const [first, ...others] = held.keys();
		if (!first) {
			early.push(socket);
			return;
		}
		const of = (worker: Worker) => held.get(worker) ?? 0;
		const fewest = others.reduce((found, one) => (of(one) < of(found) ? one : found), first);
		const count = of(fewest) + 1;
		held.delete(fewest);
		held.set(fewest, count);
		const told: ToldWeb = { tell: "take" };
		fewest.send(told, socket, (error) => error && socket.destroy());
	}

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

	function fork(): Promise<void> {
		const worker = cluster.fork();
		return new Promise((resolve, reject) => {
			worker.on("message", (message: unknown) => {
				const said = saidByWeb.parse(message);
				if (said.say === "ready") ready.add(worker);
				if (said.say === "ready" && isOpen) send(worker, { tell: "open", program: { ...program } });
				if (said.say === "opened") {
					held.set(worker, 0);
					for (const socket of early.splice(0)) hand(socket);
					resolve();
				}
				if (said.say === "released" && held.has(worker)) held.set(worker, (held.get(worker) ?? 1) - 1);
				if (said.say === "failed") reject(Object.assign(new Error(said.message), { code: said.code }));
				if (said.say === "counted") asked.get(said.number)?.(said.tally);
				if (said.say === "count")
					void countOthers(worker).then((tallies) => send(worker, { tell: "counted", number: said.number, tallies }));
			});
			worker.on("exit", (code, signal) => {
				ready.delete(worker);
				held.delete(worker);
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
		server.close();
		for (const socket of early) socket.destroy();
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
			await Promise.all(starting);
			hasBegun = true;
			await new Promise<void>((resolve, reject) => {
				server.on("error", reject);
				server.listen(configuration.port, configuration.host, resolve);
			});
			const address = server.address();
			const port = typeof address === "object" && address ? address.port : configuration.port;
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
