import { cpus, loadavg } from "node:os";
import type { Level } from "../src/index.ts";
import { randomOf } from "../test/random.ts";
import { placesOfNorway } from "./places.ts";
import { regional } from "./regional.ts";
import { brokenInFew, repairing } from "./repair.ts";

/**
 * The best plan of `regional` without its rules that cross, repaired where it breaks one, under rules of which it breaks some ten. Processor
 * time of the repair alone, in a process that has done it once before; what it costs beyond the plan without rules, which is a bound.
 *   npx tsx allocation/bench/mend.ts [claims×pairs,…]
 */
const [sizeText = "1500x30,10000x30"] = process.argv.slice(2);
const levels: readonly Level[] = [{ kind: "place" }, { kind: "burden", weights: { rank: 60, minutes: 1 } }];
const few = 10;
const say = (line: string) => process.stdout.write(`${line}\n`);
say(`Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}, load ${loadavg()[0]?.toFixed(0)}; seconds.`);
say("");
say("| claims × pairs | broken | after | moved | unplaced before | after | sum beyond the bound | seconds |");
say("|---|---|---|---|---|---|---|---|");
for (const size of sizeText.split(",")) {
	const [claims = 0, pairsEach = 0] = size.split("x").map(Number);
	const { problem, rules } = regional({ claims, pairsEach }, placesOfNorway(), randomOf(claims));
	const round = repairing(problem, levels, brokenInFew(problem, levels, rules, few));
	round.repair();
	const begin = process.cpuUsage();
	const plan = round.repair();
	const { user, system } = process.cpuUsage(begin);
	const [before, after] = [round.costOf(round.pure), round.costOf(plan)];
	const unplaced = (of: Int32Array) => of.reduce((sum, pair) => sum + (pair < 0 ? 1 : 0), 0);
	say(
		`| ${claims} × ${pairsEach} | ${round.breaches(round.pure).length} | ${round.breaches(plan).length} | ${plan.filter((pair, i) => pair !== round.pure[i]).length} | ${unplaced(round.pure)} | ${unplaced(plan)} | ${((100 * (after - before)) / before).toPrecision(2)} % | ${((user + system) / 1e6).toPrecision(2)} |`,
	);
}
