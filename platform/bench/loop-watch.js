// Loaded into a running product with `node --import`: writes the longest time its event loop stood still, milliseconds,
// ten times a second to the file BENCH_LOOP names. Plain JavaScript, because it is loaded before anything else is.
import { appendFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";

const file = process.env.BENCH_LOOP;
if (file && isMainThread) {
	const delay = monitorEventLoopDelay({ resolution: 5 });
	delay.enable();
	setInterval(() => {
		appendFileSync(file, `${Date.now()} ${(delay.max / 1e6).toFixed(1)}\n`);
		delay.reset();
	}, 100).unref();
}
