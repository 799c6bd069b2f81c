import { monitorEventLoopDelay } from "node:perf_hooks";
import type { House } from "./house.server.ts";
import { system } from "./identity/actor.ts";
import { jobMetrics } from "./job/metrics.server.ts";
import { mailMetrics } from "./notice/metrics.server.ts";

/** Upper bounds of the request-time histogram, milliseconds. */
const bounds = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000];

export type Metrics = {
	observe(method: string, status: number, milliseconds: number): void;
	/** All metrics in the Prometheus text format. */
	text(): Promise<string>;
};

/**
 * Counts requests, and reads the state of the process, its pool, the jobs and the outbox. No label carries a path or a
 * person. Jobs and mail are read from the database: the same from every process of an installation.
 */
export function openMetrics(house: Pick<House, "database" | "log">): Metrics {
	const requests = new Map<string, number>();
	const buckets = bounds.map(() => 0);
	let total = 0;
	let sum = 0;
	const delay = monitorEventLoopDelay({ resolution: 10 });
	delay.enable();
	return {
		observe(method, status, milliseconds) {
			const label = `method="${method}",status="${Math.floor(status / 100)}xx"`;
			requests.set(label, (requests.get(label) ?? 0) + 1);
			total++;
			sum += milliseconds;
			for (const [index, bound] of bounds.entries())
				if (milliseconds <= bound) buckets[index] = (buckets[index] ?? 0) + 1;
		},
		async text() {
			const { pool } = house.database;
			const lines = [
				"# TYPE laeringsarena_requests_total counter",
				...[...requests].map(([label, count]) => `laeringsarena_requests_total{${label}} ${count}`),
				"# TYPE laeringsarena_request_milliseconds histogram",
				...bounds.map((bound, index) => `laeringsarena_request_milliseconds_bucket{le="${bound}"} ${buckets[index]}`),
				`laeringsarena_request_milliseconds_bucket{le="+Inf"} ${total}`,
				`laeringsarena_request_milliseconds_sum ${sum.toFixed(1)}`,
				`laeringsarena_request_milliseconds_count ${total}`,
				"# TYPE laeringsarena_event_loop_delay_p99_milliseconds gauge",
				`laeringsarena_event_loop_delay_p99_milliseconds ${(delay.percentile(99) / 1e6).toFixed(2)}`,
				"# TYPE process_cpu_seconds_total counter",
				`process_cpu_seconds_total ${cpuSeconds().toFixed(3)}`,
				"# TYPE laeringsarena_memory_bytes gauge",
				`laeringsarena_memory_bytes ${process.memoryUsage.rss()}`,
				"# TYPE laeringsarena_database_connections gauge",
				`laeringsarena_database_connections{state="open"} ${pool.totalCount}`,
				`laeringsarena_database_connections{state="idle"} ${pool.idleCount}`,
				`laeringsarena_database_connections{state="waiting"} ${pool.waitingCount}`,
				...(await readWork(house)),
			];
			return `${lines.join("\n")}\n`;
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

/** Processor time of the whole process so far, user and system. */
function cpuSeconds(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
}
