import { loadavg } from "node:os";
import {
	allocate,
	beginningFrom,
	explainerOf,
	flawsOf,
	type Level,
	replanningLevels,
	usualLevels,
} from "../src/index.ts";
import type { Problem } from "../src/problem.ts";
import { randomOf } from "../test/random.ts";
import { placesOfNorway } from "./places.ts";
import { regional } from "./regional.ts";

/**
 * Every level of a round in order, what reasons and events cost, and a plan made again after 2 of 100 withdrew: the family `regional`, its shared caps and
 * priority classes, without the rules that cross. Seconds of processor time.
 *   npx tsx allocation/bench/levels.ts [claims×pairs] [runs]
 */
const [size = "10000x30", runText = "3"] = process.argv.slice(2);
const [claims = 0, pairsEach = 0] = size.split("x").map(Number);
const weights = { rank: 60, minutes: 1 };
const processor = () => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
};
const say = (line: string) => process.stdout.write(`${line}\n`);
const timed = <Value>(work: () => Value): readonly [Value, number] => {
	const begin = processor();
	const value = work();
	return [value, processor() - begin];
};
const told = (seconds: number) => seconds.toPrecision(2);
const middle = (times: readonly number[], share: number) =>
	told([...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN);
const solved = (problem: Problem, levels: readonly Level[], beginning?: Parameters<typeof allocate>[2]) => {
	const result = allocate(problem, levels, beginning);
	if (result.kind === "refused") throw new Error("refused");
	return result;
};

/** The round without some of its claims, and with the plan before. */
function without(problem: Problem, gone: ReadonlySet<number>, plan: Int32Array): Problem {
	const kept = problem.claimIds.flatMap((_, i) => (gone.has(i) ? [] : [i]));
	const pairs = kept.flatMap((i) =>
		Array.from(
			{ length: (problem.start[i + 1] ?? 0) - (problem.start[i] ?? 0) },
			(_, c) => (problem.start[i] ?? 0) + c,
		),
	);
	const start = new Int32Array(kept.length + 1);
	kept.forEach((i, at) => {
		start[at + 1] = (start[at] ?? 0) + (problem.start[i + 1] ?? 0) - (problem.start[i] ?? 0);
	});
	return {
		...problem,
		claims: kept.length,
		claimIds: kept.map((i) => problem.claimIds[i] ?? ""),
		priority: Int32Array.from(kept, (i) => problem.priority[i] ?? 0),
		start,
		offer: Int32Array.from(pairs, (e) => problem.offer[e] ?? 0),
		parts: new Map([...problem.parts].map(([name, part]) => [name, Int32Array.from(pairs, (e) => part[e] ?? 0)])),
		lock: new Int32Array(kept.length).fill(-1),
		previous: Int32Array.from(kept, (i) => ((plan[i] ?? -1) < 0 ? -1 : (problem.offer[plan[i] ?? 0] ?? -1))),
	};
}

say(`Node ${process.version}; ${size}; load ${loadavg()[0]?.toFixed(0)}; seconds of processor time.\n`);
say("| work | first | least | |\n|---|---|---|---|");
const { problem } = regional({ claims, pairsEach }, placesOfNorway(), randomOf(claims));
const levels = usualLevels(weights, "round");
const runs = Array.from({ length: Number(runText) }, () => timed(() => solved(problem, levels)));
const allocated = runs[0]?.[0] ?? solved(problem, levels);
const least = (of: readonly (readonly [unknown, number])[]) => told(Math.min(...of.map(([, seconds]) => seconds)));
const flaws = flawsOf(problem, levels, allocated.plan, allocated.certificate, allocated.bounds).length;
say(
	`| all levels | ${told(runs[0]?.[1] ?? 0)} | ${least(runs)} | ${allocated.values.length} steps, ${allocated.certificate.stages.length} stages, ${allocated.holds}, ${flaws} flaws, ${allocated.plan.filter((e) => e < 0).length} unplaced |`,
);

const random = randomOf(3);
const [explainer, ready] = timed(() => explainerOf(problem, levels, allocated));
say(`| reasons made ready | ${told(ready)} | | |`);
const nameOf = (i: number) => problem.claimIds[i] ?? "";
const asked = Array.from({ length: 1000 }, () => {
	const i = random(problem.claims);
	const [first = 0, end = 0] = [problem.start[i], problem.start[i + 1]];
	return timed(() =>
		explainer.whyNot(nameOf(i), problem.limitIds[problem.offer[first + random(end - first)] ?? 0] ?? ""),
	)[1];
});
say(`| why not, of 1,000: in the middle; 95 of 100 | ${middle(asked, 0.5)} | ${middle(asked, 0.95)} | |`);
const events = Array.from(
	{ length: 200 },
	(_, n) =>
		timed(() =>
			n % 2 === 0
				? explainer.withdrawal(nameOf(random(problem.claims)))
				: explainer.lossOfOne(problem.limitIds[random(problem.offers)] ?? ""),
		)[1],
);
say(`| one event, of 200: in the middle; 95 of 100 | ${middle(events, 0.5)} | ${middle(events, 0.95)} | |`);

const again = replanningLevels(weights, "round");
const nobody = new Set<number>();
const gone = new Set(problem.claimIds.flatMap((_, i) => (random(50) === 0 ? [i] : [])));
const published = without(problem, nobody, allocated.plan);
const standing = solved(published, again);
const fewer = without(problem, gone, allocated.plan);
const cold: (readonly [ReturnType<typeof solved>, number])[] = [];
const warm: (readonly [ReturnType<typeof solved>, number])[] = [];
for (let run = 0; run < Number(runText); run++) {
	cold.push(timed(() => solved(fewer, again)));
	warm.push(timed(() => solved(fewer, again, beginningFrom(fewer, published, standing))));
	if (JSON.stringify(cold.at(-1)?.[0].values) !== JSON.stringify(warm.at(-1)?.[0].values))
		throw new Error("beginning elsewhere changed the values");
}
say(`| 2 of 100 withdraw, from nothing | ${told(cold[0]?.[1] ?? 0)} | ${least(cold)} | |`);
const ratios = warm.map(([, seconds], run) => told(seconds / (cold[run]?.[1] ?? 1)));
say(
	`| the same, from the plan before | ${told(warm[0]?.[1] ?? 0)} | ${least(warm)} | ${ratios.join(", ")} of it, run by run |`,
);
