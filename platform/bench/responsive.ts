import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { startThread } from "../src/job/thread.server.ts";
import type { Snapshot } from "../src/modules/placement/allocate/contract.ts";
import { hashOf } from "../src/modules/placement/allocate/run.server.ts";
import type { FromRun, RunTask } from "../src/modules/placement/allocate/thread-messages.ts";
import { makeClaim, makeOffer, makePeriod, makeSite, makeSnapshot } from "../test/make-round.ts";

/**
 * How long the main loop stands still while a round is allocated in the product's thread, and how long it takes from a
 * cancel until the thread is gone, told to end at different moments of a run: among facts, in the engine, in HiGHS.
 *   npx tsx platform/bench/responsive.ts [students] [cancels]
 */
const [studentText = "5000", cancelText = "12"] = process.argv.slice(2);
const students = Number(studentText);
const cancels = Number(cancelText);
const goals = { lag: 20, cancel: 250 };
const snapshot = round(students);
const task = { snapshot, snapshotHash: hashOf(snapshot) } satisfies RunTask;
const memory = { maxOldGenerationSizeMb: 2048 };

/** Milliseconds the loop stood still at the most, and in 99 of 100 looks, while something went on; handing the task over is not counted. */
async function watched(what: () => Promise<void>): Promise<{ most: number; ninetyNine: number }> {
	// The interval between two looks is in what it tells.
	const resolution = 2;
	const delay = monitorEventLoopDelay({ resolution });
	delay.enable();
	await what();
	delay.disable();
	const [most, ninetyNine] = [delay.max, delay.percentile(99)].map((each) => Math.max(0, each / 1e6 - resolution));
	return { most: most ?? 0, ninetyNine: ninetyNine ?? 0 };
}

const quiet = await watched(() => pause(5_000).then(() => undefined));
const phases: string[] = [];
const begun = performance.now();
const whole = startThread("allocate", task, memory);
await new Promise((resolve) => whole.once("online", resolve));
const running = await watched(
	() =>
		new Promise<void>((resolve, reject) => {
			whole.on("error", reject);
			whole.on("message", (message: FromRun) => {
				if (message.kind !== "progress") return resolve();
				if (message.progress.phase !== phases.at(-1)) phases.push(message.progress.phase);
			});
		}),
);
const seconds = (performance.now() - begun) / 1000;
await whole.terminate();
const waits: number[] = [];
for (let n = 0; n < cancels; n++) {
	const thread = startThread("allocate", task, memory);
	const gone = new Promise((resolve) => thread.once("exit", resolve));
	await pause(((n + 0.5) / cancels) * seconds * 1000);
	const asked = performance.now();
	void thread.terminate();
	await gone;
	waits.push(performance.now() - asked);
}
const line = (name: string, value: number, goal: number) => `| ${name} | ${value.toFixed(0)} | ≤ ${goal} |`;
process.stdout.write(
	[
		`${students} students, a run of ${seconds.toFixed(1)} s on the clock (${phases.join(", ")}), ${cancels} cancels spread over it; Node ${process.version}.`,
		"",
		"| | ms | goal |",
		"|---|--:|--:|",
		line("main loop stands still while nothing goes on, at most", quiet.most, goals.lag),
		line("while a round is allocated, 99 of 100", running.ninetyNine, goals.lag),
		line("while a round is allocated, at most", running.most, goals.lag),
		line("from cancel to a thread that is gone, at most", Math.max(...waits), goals.cancel),
		"",
		"The product looks every 75 ms for whether a job was cancelled: that comes on top.",
		"",
	].join("\n"),
);

/** A round over the country with places that take none or at least two, so that HiGHS is asked as well. */
function round(many: number): Snapshot {
	let state = 1;
	const random = (below: number) => {
		state = (state * 48_271) % 2_147_483_647;
		return state % below;
	};
	const at = () => ({ latitude: 58 + random(1200) / 100, longitude: 5 + random(1000) / 100 });
	const sites = Array.from({ length: Math.ceil(many / 20) }, (_, n) => makeSite({ id: `site ${n}`, at: at() }));
	const names = sites.map(({ id }) => id);
	return makeSnapshot({
		periods: [makePeriod({ id: "spring" })],
		sites,
		offers: sites.map(({ id }, n) =>
			makeOffer({ id: `offer ${n}`, siteId: id, places: 10 + random(20), leastTogether: n % 3 === 0 ? 2 : null }),
		),
		claims: Array.from({ length: many }, (_, n) =>
			makeClaim({
				id: `student ${n}`,
				periodId: "spring",
				from: at(),
				wishes: [1, 2, 3].map((rank) => ({ rank, kind: "site", target: names[random(names.length)] ?? "" })),
			}),
		),
	});
}
