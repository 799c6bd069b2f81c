import { expect, test, vi } from "vitest";
import { loadedHighs } from "../adapters/solve.ts";
import { regional } from "../bench/regional.ts";
import type { Level } from "../src/levels/level.ts";
import { wideFlaws } from "../src/wide/flaws.ts";
import type { LinearModel } from "../src/wide/linear.ts";
import { allocateWide, type WideManner } from "../src/wide/wide.ts";
import { randomOf } from "./random.ts";

const highs = await loadedHighs();

vi.setConfig({ testTimeout: 240_000 });

const levels: readonly Level[] = [
	{ kind: "place" },
	{ kind: "bottleneck", part: "minutes" },
	{ kind: "burden", weights: { rank: 60, minutes: 1 } },
];
const towns = Array.from({ length: 12 }, (_, i) => ({
	latitude: 58 + i / 4,
	longitude: 6 + i / 4,
	people: 10_000 * (12 - i),
}));

/** Runs a round, counting the models asked about; those that are not answered come back with nothing. */
async function run(
	size: { claims: number; pairsEach: number },
	manner: WideManner,
	isAnswered = (_: LinearModel) => true,
) {
	const { problem, rules } = regional(size, towns, randomOf(size.claims));
	let models = 0;
	let unanswered = 0;
	const none = { solution: new Float64Array(0), dual: new Float64Array(0), basis: new Uint8Array(0) };
	const result = await allocateWide(
		problem,
		levels,
		rules,
		async (model) => {
			models++;
			if (isAnswered(model)) return highs(model, 60);
			unanswered++;
			return { ...none, status: "nothing" as const };
		},
		manner,
	);
	if (result.kind !== "allocated") throw new Error(result.kind);
	expect(wideFlaws(problem, levels, rules, result)).toEqual([]);
	return { result, models, unanswered, values: result.values.map(({ value }) => value) };
}

test("the smallest largest value of a larger part is the one that a solver finds on the whole of it", async () => {
	for (const claims of [60, 72, 90]) {
		const large = await run({ claims, pairsEach: 6 }, { whole: 0 });
		const whole = await run({ claims, pairsEach: 6 }, { gap: 0 });
		expect({ claims, values: large.values.slice(0, -1) }).toEqual({ claims, values: whole.values.slice(0, -1) });
		const [burden, least] = [large.values.at(-1) ?? 0, whole.values.at(-1) ?? 0];
		expect(burden).toBeGreaterThanOrEqual(least);
		expect(burden).toBeLessThanOrEqual(least * 1.002);
		expect(large.result.bounds.every((bound, s) => bound !== null && bound <= (whole.values[s] ?? 0))).toBe(true);
	}
});

test("a round of some size takes few models, and who is unplaced is proved", async () => {
	const { result, models } = await run({ claims: 200, pairsEach: 12 }, {});
	expect(models).toBeLessThan(40);
	const values = result.values.map(({ value }) => value);
	expect(result.bounds.slice(0, 3)).toEqual(values.slice(0, 3));
	const [largest = 0, burden = 0] = values.slice(3);
	const [least, bound] = result.bounds.slice(3);
	expect(least).toBeGreaterThan(0.9 * largest);
	expect(bound).toBeGreaterThan(0.999 * burden);
});

test("where no answer comes, the search for a smaller largest value ends, and says that there may be one", async () => {
	/** Whether just any plan is asked for. */
	const isAny = (model: LinearModel) => model.gap >= 2 ** 40;
	const { result, unanswered } = await run({ claims: 100, pairsEach: 8 }, {}, (model) => !isAny(model));
	expect(unanswered).toBe(2);
	expect(result).toMatchObject({ holds: "feasible", claimed: false });
	const largest = result.values.findIndex(({ name }) => name.includes("largest"));
	expect(result.values[largest]?.value).toBeGreaterThan(result.bounds[largest] ?? -1);
});
