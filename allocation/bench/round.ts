import { highsSolver } from "../adapters/highs.ts";
import {
	allocate,
	allocateWide,
	beginningFrom,
	explainerOf,
	type Facts,
	flawsOf,
	type Level,
	type Problem,
	problemOf,
	type Rules,
	replanningLevels,
	usualLevels,
	wideFlaws,
} from "../src/index.ts";
import { randomOf } from "../test/random.ts";

/**
 * A whole round: all levels with proof, reasons for every wish, one event at a time, a batch of changes, a tolerance, and rules that cross.
 *   npx tsx allocation/bench/round.ts [claims] [pairs each]; each model under the rules may take ten seconds
 */
const [claimText = "3000", eachText = "100"] = process.argv.slice(2);
const [claims, each] = [Number(claimText), Number(eachText)];
const weights = { rank: 60, minutes: 1 };

const processor = () => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
};
const say = (what: string, seconds: number, busy?: number, more = "") =>
	process.stdout.write(`| ${what} | ${seconds.toPrecision(2)} | ${busy?.toPrecision(2) ?? ""} | ${more} |\n`);
function timed<T>(what: string, work: () => T, more: (value: T) => string = () => ""): T {
	const [begin, idle] = [performance.now(), processor()];
	const value = work();
	say(what, (performance.now() - begin) / 1000, processor() - idle, more(value));
	return value;
}
const known = (facts: Facts): Problem => {
	const built = problemOf(facts);
	if (built.kind === "refused") throw new Error("refused");
	return built.problem;
};
const solved = (problem: Problem, levels: readonly Level[], beginning?: Parameters<typeof allocate>[2]) => {
	const result = allocate(problem, levels, beginning);
	if (result.kind === "refused") throw new Error("refused");
	return result;
};

/** Units in municipalities, under a shared cap each; students of two institutions and three classes near them. */
function factsOf(): Facts {
	const random = randomOf(claims * 1000 + each);
	const units = Math.max(each + 1, Math.round(claims / 6));
	const municipalities = Math.max(1, Math.round(units / 12));
	const offers = Array.from({ length: units }, (_, j) => ({
		id: `unit ${j}`,
		capacity: 2 + random(9),
		within: `municipality ${j % municipalities}`,
	}));
	const caps = Array.from({ length: municipalities }, (_, m) => ({
		id: `municipality ${m}`,
		limit: Math.round(offers.reduce((sum, offer, j) => sum + (j % municipalities === m ? offer.capacity : 0), 0) * 0.9),
	}));
	const students = Array.from({ length: claims }, (_, i) => ({ id: `student ${i}`, priority: random(3) }));
	const pairs = students.flatMap((student) => {
		const home = random(units);
		const reach = new Set<number>();
		while (reach.size < each) reach.add((home + random(random(2) === 0 ? 3 * each : units)) % units);
		return [...reach].map((j) => ({
			claim: student.id,
			offer: `unit ${j}`,
			parts: {
				rank: random(6) === 0 ? 1 + random(5) : 6,
				minutes: Math.min(180, 10 + (Math.abs(j - home) % units) + random(20)),
			},
		}));
	});
	const floors = caps.map(({ id, limit }) => ({ at: id, least: Math.round(limit * 0.6) }));
	return { claims: students, offers, caps, pairs, floors };
}

process.stdout.write(
	`Node ${process.version}; ${claims} × ${each}; seconds on the clock and of processor time.\n\n| work | s | processor s | |\n|---|---|---|---|\n`,
);
const facts = factsOf();
const problem = timed(
	"facts checked and built",
	() => known(facts),
	(p) => `${p.offer.length} pairs`,
);
const levels = usualLevels(weights, "round");
const first = timed(
	"all levels",
	() => solved(problem, levels),
	(a) => `${a.holds}; ${a.plan.filter((e) => e < 0).length} unplaced; ${a.certificate.stages.length} stages`,
);
timed(
	"the proof checked",
	() => flawsOf(problem, levels, first.plan, first.certificate, first.bounds),
	(f) => `${f.length} flaws`,
);
timed(
	"with floors before the burden",
	() => solved(problem, [{ kind: "place" }, { kind: "floors" }, ...levels.slice(1)]),
	(a) => a.holds,
);
const explainer = timed("reasons made ready", () => explainerOf(problem, levels, first));
timed(
	"reasons for every wish of every claim",
	() => problem.claimIds.map((id) => explainer.why(id)),
	(all) => `${all.reduce((sum, why) => sum + why.better.length, 0)} reasons`,
);

const previous = problem.claimIds.flatMap((claim, i) => {
	const pair = first.plan[i] ?? -1;
	return pair < 0 ? [] : [{ claim, offer: problem.limitIds[problem.offer[pair] ?? 0] ?? "" }];
});
const again = replanningLevels(weights, "round");
const published = known({ ...facts, previous });
const standing = solved(published, again);
const events = explainerOf(published, again, standing);
const random = randomOf(3);
const times = Array.from({ length: 200 }, (_, n) => {
	const [begin, idle] = [performance.now(), processor()];
	if (n % 2 === 0) events.withdrawal(published.claimIds[random(published.claims)] ?? "");
	else events.lossOfOne(published.limitIds[random(published.offers)] ?? "");
	return [(performance.now() - begin) / 1000, processor() - idle] as const;
});
const [clock, busy] = [0, 1].map((which) => times.map((each) => each[which] ?? 0).sort((a, b) => a - b));
say("one withdrawal or lost place, median", clock?.[100] ?? 0, busy?.[100]);
say("the same, 95 of 100", clock?.[190] ?? 0, busy?.[190]);
const gone = new Set(published.claimIds.filter(() => random(50) === 0));
const fewer = known({
	...facts,
	previous,
	claims: facts.claims.filter(({ id }) => !gone.has(id)),
	pairs: facts.pairs.filter(({ claim }) => !gone.has(claim)),
});
const cold = timed("2 of 100 withdraw, from nothing", () => solved(fewer, again));
const warm = timed("2 of 100 withdraw, from the plan before", () =>
	solved(fewer, again, beginningFrom(fewer, published, standing)),
);
if (JSON.stringify(cold.values) !== JSON.stringify(warm.values))
	throw new Error("beginning elsewhere changed the values");
const least = first.values.find(({ name }) => name === "burden")?.value ?? 0;
timed(
	"2 of 100 withdraw, burden first but 0.5 % given away for fewer moves",
	() =>
		solved(fewer, [
			{ kind: "place" },
			{ kind: "burden", weights, tolerance: Math.round(least / 200) },
			{ kind: "change" },
		]),
	(a) => `${a.holds}; moved ${a.values.at(-1)?.value}, at least ${a.bounds.at(-1)}`,
);

const kinds = [0, 1].map((kind) => facts.claims.filter((_, i) => i % 2 === kind).map(({ id }) => id));
const rules: Rules = {
	crossings: (facts.caps ?? []).map(({ id, limit }) => ({
		id: `first institution in ${id}`,
		claims: kinds[0] ?? [],
		at: [id],
		limit: Math.round(limit * 0.45),
	})),
	together: Array.from({ length: Math.round(claims / 100) }, (_, n) => ({
		id: `pair ${n}`,
		claims: [`student ${2 * n}`, `student ${2 * n + 1}`],
	})),
	minimums: facts.offers.slice(0, 20).map(({ id }) => ({ id: `none or two at ${id}`, at: id, least: 2 })),
};
const wideLevels: Level[] = [{ kind: "place" }, { kind: "burden", weights }];
const begin = performance.now();
const wide = await allocateWide(problem, wideLevels, rules, highsSolver(10).solver);
say(
	"quotas for one institution in each municipality, pairs, none or two",
	(performance.now() - begin) / 1000,
	undefined,
	wide.kind === "allocated"
		? `${wide.holds}; ${wide.values.map(({ name, value }, s) => `${name} ${value} (≥ ${wide.bounds[s] ?? "?"})`).join(", ")}; ${wideFlaws(problem, wideLevels, rules, wide).length} flaws`
		: wide.kind,
);
