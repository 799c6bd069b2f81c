import { monitorEventLoopDelay } from "node:perf_hooks";
import { z } from "zod";
import type { House } from "./house.server.ts";
import { system } from "./identity/actor.ts";
import { jobMetrics } from "./job/metrics.server.ts";
import { mailMetrics } from "./notice/metrics.server.ts";

/** Upper bounds of the request-time histogram, milliseconds. */
const bounds = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000];

/** What one process has counted, and how it is doing. */
export const tally = z.object({
	/** Answers by their labels. */
	requests: z.record(z.string(), z.number()),
	/** Of the histogram: answers within each bound. */
	buckets: z.array(z.number()),
	/** All answers, and the milliseconds they took together. */
	...{ total: z.number(), sum: z.number() },
	/** Event-loop delay, the 99th percentile, milliseconds. */
	delay: z.number(),
	/** Processor time so far, user and system, seconds. */
	cpu: z.number(),
	/** Bytes. */
	memory: z.number(),
	connections: z.object({ open: z.number(), idle: z.number(), waiting: z.number() }),
});
export type Tally = z.infer<typeof tally>;

export type Metrics = {
	observe(method: string, status: number, milliseconds: number): void;
	tally(): Tally;
	/** All metrics in the Prometheus text format, together with what the other processes have counted. */
	text(others?: readonly Tally[]): Promise<string>;
};

/**
 * Counts requests, and reads the state of the process, its pool, the jobs and the outbox. No label carries a path or a
 * person. Jobs and mail are read from the database: the same from every process of an installation.
 */
export function openMetrics(house: Pick<House, "database" | "log">): Metrics {
	const requests: Record<string, number> = {};
	const buckets = bounds.map(() => 0);
	let total = 0;
	let sum = 0;
	const delay = monitorEventLoopDelay({ resolution: 10 });
	delay.enable();
	function counted(): Tally {
		const { user, system } = process.cpuUsage();
		const { totalCount: open, idleCount: idle, waitingCount: waiting } = house.database.pool;
		return {
			...{ requests, buckets, total, sum, cpu: (user + system) / 1e6, memory: process.memoryUsage.rss() },
			delay: delay.percentile(99) / 1e6,
			connections: { open, idle, waiting },
		};
	}
	return {
		observe(method, status, milliseconds) {
			const label = `method="${method}",status="${Math.floor(status / 100)}xx"`;
			requests[label] = (requests[label] ?? 0) + 1;
			total++;
			sum += milliseconds;
			for (const [index, bound] of bounds.entries())
				if (milliseconds <= bound) buckets[index] = (buckets[index] ?? 0) + 1;
		},
		tally: counted,
		async text(others = []) {
			const { requests, buckets, total, sum, delay, cpu, memory, connections } = others.reduce(together, counted());
			const lines = [
				"# TYPE laeringsarena_requests_total counter",
				...Object.entries(requests).map(([label, count]) => `laeringsarena_requests_total{${label}} ${count}`),
				"# TYPE laeringsarena_request_milliseconds histogram",
				...bounds.map((bound, index) => `laeringsarena_request_milliseconds_bucket{le="${bound}"} ${buckets[index]}`),
				`laeringsarena_request_milliseconds_bucket{le="+Inf"} ${total}`,
				`laeringsarena_request_milliseconds_sum ${sum.toFixed(1)}`,
				`laeringsarena_request_milliseconds_count ${total}`,
				"# TYPE laeringsarena_event_loop_delay_p99_milliseconds gauge",
				`laeringsarena_event_loop_delay_p99_milliseconds ${delay.toFixed(2)}`,
				"# TYPE process_cpu_seconds_total counter",
				`process_cpu_seconds_total ${cpu.toFixed(3)}`,
				"# TYPE laeringsarena_memory_bytes gauge",
				`laeringsarena_memory_bytes ${memory}`,
				"# TYPE laeringsarena_database_connections gauge",
				...Object.entries(connections).map(
					([state, count]) => `laeringsarena_database_connections{state="${state}"} ${count}`,
				),
				...(await readWork(house)),
			];
			return `${lines.join("\n")}\n`;
		},
	};
}

/** Two processes as one: everything added up, but the delay, of which the longer counts. */
export function together(one: Tally, other: Tally): Tally {
	const labels = new Set([...Object.keys(one.requests), ...Object.keys(other.requests)]);
	return {
		requests: Object.fromEntries(
			[...labels].map((label) => [label, (one.requests[label] ?? 0) + (other.requests[label] ?? 0)]),
		),
		buckets: one.buckets.map((count, index) => count + (other.buckets[index] ?? 0)),
		total: one.total + other.total,
		sum: one.sum + other.sum,
		delay: Math.max(one.delay, other.delay),
		cpu: one.cpu + other.cpu,
		memory: one.memory + other.memory,
		connections: {
			open: one.connections.open + other.connections.open,
			idle: one.connections.idle + other.connections.idle,
			waiting: one.connections.waiting + other.connections.waiting,
		},
	};
}

/** Jobs and mail; without a database the other numbers are told all the same, and that it is away. */
async function readWork({ database, log }: Pick<House, "database" | "log">): Promise<string[]> {
	const up = (value: 0 | 1) => ["# TYPE laeringsarena_database_up gauge", `laeringsarena_database_up ${value}`];
	try {
		return await database.reading(system("metrics"), async (work) => [
			...up(1),
			...(await jobMetrics(work)),
			...(await mailMetrics(work)),
		]);
	} catch (error) {
		log.warn({ error: String(error) }, "metrics without jobs and mail");
		return up(0);
	}
}
