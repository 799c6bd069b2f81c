import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { deferredAcceptance } from "../src/comparators/deferred.ts";
import { type Core, costOf } from "../src/core.ts";
import { beginningOfChains } from "../src/solvers/chains.ts";
import { fromNothing, fromNothingSuits } from "../src/solvers/choice.ts";
import { simplex } from "../src/solvers/simplex.ts";
import { successive } from "../src/solvers/successive.ts";
import { networkOf } from "../test/cores.ts";
import { randomOf } from "../test/random.ts";
import { families } from "./generator.ts";
import { highsFromNpm, nativeHighs, nativeHighsIsHere, type Peer } from "./highs.ts";
import { placesOfNorway } from "./places.ts";

/**
 * The core solver beside its peers, on the same instances in the same run, the least of interleaved runs. Times are seconds of
 * processor time, all threads of ours counted, so that what else the machine does matters less.
 *   npm run bench -w allocation -- [claims×pairs,…] [family,…] [runs] [--without highs,native,npm,successive] [--highs-up-to claims] [--patience seconds]
 * HiGHS takes minutes where the others take seconds: `--without highs` leaves out both of its rows, `native` or `npm` one; beyond 10,000 claims it is only asked when told so.
 */
const { values: switches, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		without: { type: "string", default: "" },
		"highs-up-to": { type: "string", default: "10000" },
		/** Seconds on the clock that HiGHS may take for one instance; what is not done then is told as more than it took. */
		patience: { type: "string", default: "900" },
	},
});
const [sizeText = "500x30,2000x30,10000x30", familyText = Object.keys(families).join(","), runText = "3"] = positionals;
const without = new Set(switches.without.split(",").filter((peer) => peer !== ""));
for (const peer of without)
	if (!["highs", "native", "npm", "successive"].includes(peer)) throw new Error(`no peer ${peer} to leave out`);
const mostForHighs = Number(switches["highs-up-to"]);
const folder = mkdtempSync(join(tmpdir(), "allocation-bench-"));
const lemon = compiledLemon();
const lines: string[] = [];
const say = (line: string) => {
	lines.push(line);
	process.stdout.write(`${line}\n`);
};
say(
	`Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(0)}; least of ${runText} interleaved runs; seconds of processor time.`,
);
say(
	lemon === undefined
		? "LEMON is not here (Debian: liblemon-dev, g++): its columns are empty."
		: "LEMON: only run() is timed, and repeated while quick; ours includes exact prices. Memory: most during a run, the instance included.",
);
const asksHighs = (which: "native" | "npm") => !without.has("highs") && !without.has(which);
const native = asksHighs("native") && nativeHighsIsHere();
if (without.size > 0) say(`Left out: ${[...without].join(", ")}.`);
say(
	!asksHighs("native") && !asksHighs("npm")
		? "HiGHS was not asked."
		: native
			? "HiGHS: the linear programme, only run() is timed, once; native by highspy, and npm's."
			: "HiGHS native is not here (Python's highspy; BENCH_PYTHON names the Python): its column is empty.",
);
say("");
say(
	"| family | claims × pairs | ours | first | least | network simplex | cost scaling | successive | HiGHS native | HiGHS npm | ours ÷ simplex | HiGHS ÷ ours | unplaced | lottery leaves | deferred acceptance, first | least | MB |",
);
say("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
const places = placesOfNorway();
/** Per family: pairs and seconds of each size. */
const growth = new Map<string, [pairs: number, seconds: number][]>();
for (const size of sizeText.split(",")) for (const name of familyText.split(",")) await row(name, size);
for (const [name, points] of growth) {
	const [small, large] = [points.at(0), points.at(-1)];
	if (small === undefined || large === undefined || small[0] === large[0]) continue;
	const exponent = Math.log(large[1] / small[1]) / Math.log(large[0] / small[0]);
	say(`${name}: from ${small[0]} to ${large[0]} pairs, time grows as pairs to the power ${exponent.toFixed(2)}.`);
}
rmSync(folder, { recursive: true, force: true });

async function row(name: string, size: string): Promise<void> {
	const [claims = 0, pairsEach = 0] = size.split("x").map(Number);
	const family = families[name];
	if (family === undefined) throw new Error(`no family ${name}; there are ${Object.keys(families).join(", ")}`);
	const core = family({ claims, pairsEach }, places, randomOf(claims * 1000 + pairsEach));
	const file = join(folder, "instance");
	if (lemon !== undefined) write(core, file);
	let first = 0;
	let least = Number.POSITIVE_INFINITY;
	let unplaced = 0;
	let cost = 0;
	const peers = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
	for (let run = 0; run < Number(runText); run++) {
		const { solved, seconds } = timed(core, run === 0 ? 1 : Math.ceil(20_000 / claims));
		if (run === 0) first = seconds;
		least = Math.min(least, seconds);
		unplaced = solved.taken.filter((pair) => pair < 0).length;
		cost = costOf(core, solved.taken);
		if (lemon === undefined) continue;
		const ran = spawnSync(lemon, [file, "nc"], { encoding: "utf8", timeout: 600_000 });
		ran.stdout
			.trim()
			.split("\n")
			.forEach((line, peer) => {
				const [theirs, took] = line.split(" ").map(Number);
				if (theirs !== cost) throw new Error(`${name} ${size}: ours costs ${cost}, LEMON's ${theirs}`);
				peers[peer] = Math.min(peers[peer] ?? 0, took ?? 0);
			});
	}
	growth.set(name, [...(growth.get(name) ?? []), [core.offer.length, least]]);
	let reference = Number.NaN;
	if (claims <= 500 && !without.has("successive")) {
		const begin = performance.now();
		if (costOf(core, successive(core).taken) !== cost) throw new Error(`${name} ${size}: the reference disagrees`);
		reference = (performance.now() - begin) / 1000;
	}
	const byHighs: (Peer | undefined)[] = [undefined, undefined];
	if (claims <= mostForHighs) {
		if (native) byHighs[0] = nativeHighs(core, folder, Number(switches.patience));
		if (asksHighs("npm")) byHighs[1] = await highsFromNpm(core, Number(switches.patience));
		for (const peer of byHighs)
			if (peer !== undefined && peer.cost !== null && peer.cost !== cost)
				throw new Error(`${name} ${size}: ours costs ${cost}, HiGHS's ${peer.cost}`);
	}
	const told = (seconds: number) => (Number.isFinite(seconds) ? seconds.toPrecision(2) : "");
	const toldOf = (one: Peer | undefined, times = 1) =>
		one === undefined ? "" : `${one.cost === null ? "> " : ""}${told(one.seconds / times)}`;
	say(
		`| ${name} | ${claims} × ${pairsEach} | ${!fromNothingSuits(core) ? "simplex" : beginningOfChains(core) !== undefined ? "chains" : "auction"} | ${told(first)} | ${told(least)} | ${told(peers[0] ?? 0)} | ${told(peers[1] ?? 0)} | ${told(reference)} | ${toldOf(byHighs[0])} | ${toldOf(byHighs[1])} | ${told(least / (peers[0] ?? 0))} | ${toldOf(native ? byHighs[0] : byHighs[1], least)} | ${unplaced} | ${lotteryLeaves(core)} | ${byDeferral(core).map(told).join(" | ")} | ${megabytes(core)} |`,
	);
}

/** Seconds of processor time per solution, over `times` of them: the clock of the processor is coarse. */
function timed(core: Core, times: number) {
	const begin = process.cpuUsage();
	let solved = finished(core);
	for (let time = 1; time < times; time++) solved = finished(core);
	const { user, system } = process.cpuUsage(begin);
	return { solved, seconds: (user + system) / 1e6 / times };
}

function finished(core: Core, each?: () => void) {
	const run = fromNothingSuits(core)
		? fromNothing(core)
		: simplex(networkOf(core), new Int32Array(core.claims).fill(-1));
	let next = run.next();
	for (; !next.done; next = run.next()) each?.();
	each?.();
	return next.value;
}

/** How many are left when everybody takes the cheapest that has room, in an order drawn at random. */
function lotteryLeaves(core: Core): number {
	const random = randomOf(7);
	const order = Array.from({ length: core.claims }, (_, i) => ({ i, drawn: random(1_000_000_000) }));
	order.sort((a, b) => a.drawn - b.drawn || a.i - b.i);
	const left = core.limit.slice();
	let leaves = 0;
	for (const { i } of order) {
		let taken = -1;
		for (let e = core.start[i] ?? 0; e < (core.start[i + 1] ?? 0) && taken < 0; e++) {
			let room = true;
			for (let k = core.offer[e] ?? -1; k >= 0; k = core.parent[k] ?? -1) room &&= (left[k] ?? 0) > 0;
			if (room) taken = e;
		}
		if (taken < 0) leaves++;
		else for (let k = core.offer[taken] ?? -1; k >= 0; k = core.parent[k] ?? -1) left[k] = (left[k] ?? 0) - 1;
	}
	return leaves;
}

/** Seconds of processor time that deferred acceptance takes with the turns of a lottery, the first time and the least of eight. */
function byDeferral(core: Core): [first: number, least: number] {
	const random = randomOf(7);
	const turn = Float64Array.from({ length: core.claims }, () => random(1_000_000_000));
	const claimOf = new Int32Array(core.offer.length);
	for (let i = 0; i < core.claims; i++) claimOf.fill(i, core.start[i], core.start[i + 1]);
	const problem = { ...core, lock: new Int32Array(core.claims).fill(-1) };
	const burden = (pair: number) => core.cost[pair] ?? 0;
	const standing = (pair: number) => turn[claimOf[pair] ?? 0] ?? 0;
	const times = Array.from({ length: 8 }, () => {
		const begin = process.cpuUsage();
		deferredAcceptance(problem, burden, standing);
		const { user, system } = process.cpuUsage(begin);
		return (user + system) / 1e6;
	});
	return [times[0] ?? Number.NaN, Math.min(...times)];
}

/** The most memory held between two states of a run and at its end, before anything is swept away, with the instance itself. */
function megabytes(core: Core): number {
	const held = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
	setFlagsFromString("--expose-gc");
	const sweep: unknown = runInNewContext("gc");
	if (typeof sweep === "function") sweep();
	const before = held();
	let most = before;
	finished(core, () => {
		most = Math.max(most, held());
	});
	const arrays = [core.parent, core.limit, core.start, core.offer, core.cost, core.unplaced];
	return Math.round((most - before + arrays.reduce((sum, array) => sum + array.byteLength, 0)) / 1e6);
}

function compiledLemon(): string | undefined {
	if (!existsSync("/usr/include/lemon/network_simplex.h")) return undefined;
	const program = join(folder, "lemon");
	try {
		execFileSync("g++", ["-O2", "-std=c++17", "-w", "-o", program, join(import.meta.dirname, "lemon.cpp")]);
		return program;
	} catch {
		return undefined;
	}
}

function write(core: Core, file: string): void {
	const head = Int32Array.of(core.claims, core.offers, core.limits, core.offer.length);
	const parts = [head, core.parent, core.limit, core.start, core.offer, core.cost, core.unplaced];
	writeFileSync(file, Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))));
}
