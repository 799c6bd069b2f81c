import { createHash } from "node:crypto";
import { expect, test, vi } from "vitest";
import { loadedHighs } from "../adapters/solve.ts";
import { regional } from "../bench/regional.ts";
import { allocate } from "../src/allocate.ts";
import { flawsOf } from "../src/certificate.ts";
import { explainerOf } from "../src/explain/explain.ts";
import { type Level, replanningLevels, usualLevels } from "../src/levels/level.ts";
import { beginningFrom } from "../src/replan.ts";
import { allocateWide } from "../src/wide/wide.ts";
import { type FactShape, problemFrom, randomFacts } from "./facts.ts";
import { randomOf } from "./random.ts";

vi.setConfig({ testTimeout: 120_000 });

const weights = { rank: 10, minutes: 1 };
const round: FactShape = {
	claims: 240,
	offers: 60,
	caps: 6,
	classes: 3,
	ranks: 5,
	minutes: 60,
	sparse: 2,
	most: 6,
};

/**
 * The same facts, levels and seed give the same bytes on every machine and every Node. The sums below were written down once; the
 * suite runs on more than one Node, and each must find them again. The first of the two, of the plans and their values, changes only
 * when the levels mean something else; the second, of proofs and reasons, also when a solver finds other prices that prove the same.
 */
const kinds: Readonly<Record<string, { shape: FactShape; levels: readonly Level[]; sums: readonly [string, string] }>> =
	{
		"a first plan": {
			shape: round,
			levels: usualLevels(weights, "published"),
			sums: ["d35e17e94199a0fe", "ccc095c0eb69b97b"],
		},
		"a plan made again": {
			shape: round,
			levels: replanningLevels(weights, "published"),
			sums: ["15777623e359e449", "1117ad1e7e4d6697"],
		},
		"no shared caps": {
			shape: { ...round, caps: 0 },
			levels: usualLevels(weights, "published"),
			sums: ["30aa97ef7b4cb4f8", "afca9dbbfa95df25"],
		},
		"large enough for the auction": {
			shape: { ...round, claims: 4_400, offers: 40, classes: 1, most: 190, caps: 0 },
			levels: usualLevels(weights, "published"),
			sums: ["ac36ec3320dadb1b", "4deabe5567301e1f"],
		},
		"places to spare, by chains alone": {
			shape: { ...round, claims: 400, classes: 1, most: 18, caps: 0 },
			levels: usualLevels(weights, "published"),
			sums: ["7206cf0867c6ba25", "285adc2d31a229a0"],
		},
		"floors first": {
			shape: round,
			levels: [{ kind: "place" }, { kind: "floors" }, ...usualLevels(weights, "published").slice(1)],
			sums: ["69d5e08a8cfe737e", "c2a92c8781dbeb88"],
		},
		"floors at a price": {
			shape: round,
			levels: [{ kind: "place" }, { kind: "burden", weights, shortfall: 25 }, { kind: "ties", seed: "published" }],
			sums: ["8bcc2e4784820ee3", "6236218c1c73b630"],
		},
		"a sum that gives way": {
			shape: round,
			levels: [
				{ kind: "place" },
				{ kind: "burden", weights, tolerance: 120 },
				{ kind: "change" },
				{ kind: "ties", seed: "published" },
			],
			sums: ["2035bf1fdeb99129", "0c7f99998ff6c04c"],
		},
		generous: {
			shape: round,
			levels: [{ kind: "place" }, { kind: "generous", part: "rank" }, { kind: "ties", seed: "published" }],
			sums: ["6d1e9ac2a6df81b6", "11ad25c689ad4dee"],
		},
		bottleneck: {
			shape: round,
			levels: [
				{ kind: "place" },
				{ kind: "bottleneck", part: "minutes", tolerance: 2 },
				{ kind: "burden", weights },
				{ kind: "ties", seed: "published" },
			],
			sums: ["f8f8b4fcfc7c7565", "0451b497040a8153"],
		},
		"costs of many stages": {
			shape: round,
			levels: [
				{ kind: "place" },
				{ kind: "burden", weights: { rank: 100_000_000, minutes: 1_000_000 } },
				{ kind: "ties", seed: "published" },
			],
			sums: ["45d0d289423b1983", "1d92a5f396398801"],
		},
		"ties alone": {
			shape: round,
			levels: [{ kind: "place" }, { kind: "ties", seed: "published" }],
			sums: ["8166398ff196b607", "8d26a01525e801e8"],
		},
	};

test.each(Object.entries(kinds))("%s: the same bytes on every Node", (_, { shape, levels, sums }) => {
	const plans = createHash("sha256");
	const proofs = createHash("sha256");
	for (let seed = 0; seed < 3; seed++) {
		const facts = randomFacts(shape, randomOf(4_000 + seed));
		const problem = problemFrom(facts);
		const first = allocate(problem, levels);
		if (first.kind === "refused") throw new Error("refused");
		expect(flawsOf(problem, levels, first.plan, first.certificate, first.bounds)).toEqual([]);
		const { plan, values, bounds, holds, certificate } = first;
		plans.update(JSON.stringify({ plan: [...plan], values, bounds, holds }));
		proofs.update(JSON.stringify(certificate));
		if (certificate.stages.every(({ kind }) => kind === "sum")) {
			const explainer = explainerOf(problem, levels, first);
			proofs.update(JSON.stringify(problem.claimIds.slice(0, 20).map((id) => explainer.why(id))));
		}
		const gone = new Set(problem.claimIds.filter((_, i) => i % 40 === 7));
		const stays = ({ claim }: { readonly claim: string }) => !gone.has(claim);
		const fewer = problemFrom({
			...facts,
			claims: facts.claims.filter(({ id }) => !gone.has(id)),
			pairs: facts.pairs.filter(stays),
			prohibitions: (facts.prohibitions ?? []).filter(stays),
			locks: (facts.locks ?? []).filter(stays),
		});
		const again = allocate(fewer, levels, beginningFrom(fewer, problem, first));
		if (again.kind === "refused") throw new Error("refused");
		plans.update(JSON.stringify({ plan: [...again.plan], values: again.values }));
		proofs.update(JSON.stringify(again.certificate));
	}
	expect([plans, proofs].map((sum) => sum.digest("hex").slice(0, 16))).toEqual(sums);
});

test("rules that cross, as in large rounds: the same bytes on every Node", async () => {
	const highs = await loadedHighs();
	const places = Array.from({ length: 12 }, (_, i) => ({
		latitude: 58 + i,
		longitude: 6 + i,
		people: 10_000 * (12 - i),
	}));
	const { problem, rules } = regional({ claims: 300, pairsEach: 15 }, places, randomOf(7));
	const levels: readonly Level[] = [{ kind: "place" }, { kind: "burden", weights: { rank: 60, minutes: 1 } }];
	const manner = { gap: 0.001, whole: 0 };
	const result = await allocateWide(problem, levels, rules, async (model) => highs(model, 60), manner);
	if (result.kind !== "allocated") throw new Error(result.kind);
	const { plan, values, bounds, holds, proofs } = result;
	const written = JSON.stringify({ plan: [...plan], values, bounds, holds, proofs });
	expect(createHash("sha256").update(written).digest("hex").slice(0, 16)).toBe("5a29d923919bc960");
});
