import { monitorEventLoopDelay } from "node:perf_hooks";
import type { House } from "./house.server.ts";

/** Upper bounds of the request-time histogram, milliseconds. */
const bounds = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000];

export type Metrics = {
	observe(method: string, status: number, milliseconds: number): void;
	/** All metrics in the Prometheus text format. */
	text(): Promise<string>;
};

/** Counts requests and reads the state of the process and its pool. No label carries a path or a person. */
export function openMetrics(house: House): Metrics {
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
			];
			return `${lines.join("\n")}\n`;
		},
	};
}

/** Processor time of the whole process so far, user and system. */
function cpuSeconds(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
}
