import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadedHighs } from "../adapters/solve.ts";
import { type Level, wideAllocation, wideFlaws } from "../src/index.ts";
import { randomOf } from "../test/random.ts";
import { nativeHighsIsHere, nativeHighsWhole } from "./highs.ts";
import { placesOfNorway } from "./places.ts";
import { regional } from "./regional.ts";
import { wholeModel } from "./whole.ts";

/**
 * Rules that cross, on the family `regional`: processor time in all and in HiGHS (npm, in this thread), what is proved, and the most memory seen.
 * Unless a gap is stated, a thousandth is asked for, and five thousandths beyond 20,000 claims. Memory is the process's, so a row counts those before it.
 *   npx tsx allocation/bench/crossing.ts [claims×pairs,…] [gap, or -] [seconds a model may take] [--native seconds]
 * `--native`: HiGHS native is asked for the whole model of the same instance beside it, to the same gap in burden, for so many seconds at the most.
 */
const { values: switches, positionals } = parseArgs({
	allowPositionals: true,
	options: { native: { type: "string" } },
});
const [sizeText = "300x20,1500x30,5000x30,10000x30,50000x30", gapText = "-", secondText = "60"] = positionals;
const levels: readonly Level[] = [{ kind: "place" }, { kind: "burden", weights: { rank: 60, minutes: 1 } }];
const spent = () => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
};
const say = (line: string) => process.stdout.write(`${line}\n`);
say(
	`Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(0)}; processor seconds.`,
);
say("");
say("| claims × pairs | in all | HiGHS | models | unplaced (≥) | burden (≥) | gap | flaws | MB |");
say("|---|---|---|---|---|---|---|---|---|");
for (const size of sizeText.split(",")) {
	const [claims = 0, pairsEach = 0] = size.split("x").map(Number);
	const { problem, rules } = regional({ claims, pairsEach }, placesOfNorway(), randomOf(claims));
	const begin = spent();
	const highs = await loadedHighs();
	let [solving, models] = [0, 0];
	const gap = gapText === "-" ? (claims > 20_000 ? 0.005 : 0.001) : Number(gapText);
	const run = wideAllocation(problem, levels, rules, { gap });
	let next = run.next();
	while (!next.done) {
		if (next.value.kind !== "model") {
			next = run.next();
			continue;
		}
		const since = spent();
		const answer = highs(next.value.model, Number(secondText));
		models++;
		solving += spent() - since;
		next = run.next(answer);
	}
	const all = spent() - begin;
	const memory = process.resourceUsage().maxRSS * 1024;
	const result = next.value;
	if (result.kind !== "allocated") {
		say(`| ${claims} × ${pairsEach} | ${all.toFixed(1)} | ${result.kind} |`);
		continue;
	}
	const counts = result.values.slice(0, -1);
	const unplaced = counts.reduce((sum, { value }) => sum + value, 0);
	const least = counts.reduce((sum, _, s) => sum + (result.bounds[s] ?? 0), 0);
	const burden = result.values.at(-1)?.value ?? 0;
	const bound = result.bounds.at(-1) ?? 0;
	const flaws = wideFlaws(problem, levels, rules, result).length;
	say(
		`| ${claims} × ${pairsEach} | ${all.toFixed(1)} | ${solving.toFixed(1)} | ${models} | ${unplaced} (${least}) | ${burden} (${bound}) | ${((100 * (burden - bound)) / bound).toFixed(3)} % | ${flaws} | ${Math.round(memory / 1e6)} |`,
	);
	if (switches.native === undefined) continue;
	if (!nativeHighsIsHere()) {
		say("HiGHS native is not here (Python's highspy; BENCH_PYTHON names the Python).");
		continue;
	}
	const folder = mkdtempSync(join(tmpdir(), "allocation-crossing-"));
	const model = wholeModel(problem, levels, rules);
	const native = nativeHighsWhole(model, folder, Number(switches.native), Math.max(0.5, gap * bound));
	rmSync(folder, { recursive: true, force: true });
	say(
		`HiGHS native, ${model.cost.length} columns and ${model.low.length} rows: ${native.isOptimal ? "" : "not "}within the gap after ${native.seconds.toFixed(0)} s of one thread, ${Math.round(native.megabytes)} MB; ours took ${(all / native.seconds).toFixed(3)} of that.`,
	);
}
