import { gzipSync } from "node:zlib";
import type { LinearModel } from "@laeringsarena/allocation";
import { solvedByHighs } from "@laeringsarena/allocation/highs";
import { describe, expect, it } from "vitest";
import { makeClaim, makeOffer, makePeriod, makeSite, makeSnapshot } from "../../../../test/make-round.ts";
import { askable } from "../round/opened/ask.server.ts";
import { usualRules } from "./contract.ts";
import { explanationOf } from "./explain.ts";
import { allocateSnapshot } from "./run.ts";

const [near, far] = [
	{ latitude: 63.43, longitude: 10.39 },
	{ latitude: 63.88, longitude: 10.39 },
];
const wish = (rank: number, target: string) => ({ rank, kind: "site", target }) as const;
const snapshot = makeSnapshot({
	periods: [makePeriod({ id: "spring" })],
	sites: [makeSite({ id: "A", at: near }), makeSite({ id: "B", at: far }), makeSite({ id: "C", at: near })],
	offers: [
		makeOffer({ id: "a", siteId: "A" }),
		makeOffer({ id: "b", siteId: "B" }),
		makeOffer({ id: "c", siteId: "C", profession: "physio" }),
	],
	claims: [
		makeClaim({ id: "kari", periodId: "spring", wishes: [wish(1, "A"), wish(2, "B"), wish(3, "C")] }),
		makeClaim({ id: "ola", periodId: "spring", wishes: [wish(1, "A")] }),
	],
});

describe("reasons", async () => {
	const { result, certificate } = await allocateSnapshot(snapshot, { snapshotHash: "hash" });
	const explanation = explanationOf(snapshot, result, certificate);

	it("says of each wish what it would have cost, and who would have moved, without a name", async () => {
		const { given, wishes, removed } = await explanation.why("kari");
		expect(given.offer).toBe("b");
		expect(wishes.map(({ rank, site, minutes, answer }) => [rank, site, minutes, answer.kind])).toEqual([
			[1, "A", 11, "cost"],
			[2, "B", 61, "given"],
			[3, "C", 11, "rules"],
		]);
		expect(wishes[0]?.answer).toEqual({
			kind: "cost",
			cost: {
				...{ places: 0, byPriority: [], minutes: 0, ranks: 4, others: 1 },
				// Kari one rank up, Ola five down, fifteen minutes each; the minutes are the other way round.
				steps: [{ name: "burden", change: 60 }],
			},
			sure: { kind: "exact" },
			moves: [
				{ who: "claim", from: "B", to: "A", minutes: -50, ranks: -1 },
				{ who: "another", from: "A", to: "B", minutes: 50, ranks: 5 },
			],
		});
		expect(removed).toEqual([{ rule: "other-profession", offers: 1 }]);
		expect(explanation.exact).toBe(true);
	});

	it("says what one more place is worth, and what moves by hand cost", async () => {
		expect((await explanation.worthOfOneMore("a"))?.cost).toMatchObject({ places: 0, minutes: -50, ranks: -1 });
		expect((await explanation.worthOfOneMore("c"))?.cost.steps).toEqual([]);
		expect(explanation.editedCost([{ claim: "kari", offer: "a" }])).toMatchObject({
			kind: "edited",
			exceeded: [{ id: "a", count: 2, places: 1 }],
			best: {
				cost: { steps: [{ name: "burden", change: 60 }], others: 1 },
				along: [{ claim: "ola", from: "a", to: "b" }],
			},
		});
		expect(explanation.editedCost([{ claim: "kari", offer: null }])).toMatchObject({
			exceeded: [],
			cost: { places: 1, others: 0 },
		});
		expect(explanation.editedCost([{ claim: "kari", offer: "c" }])).toEqual({
			...{ kind: "refused", claim: "kari", because: "other-profession" },
		});
	});

	it("says what one more move adds to those made before", () => {
		const since = [{ claim: "kari", offer: null }];
		// Kari's place is free by now: Ola takes it, and nobody else is touched.
		expect(explanation.editedCost([{ claim: "ola", offer: "b" }], since)).toMatchObject({
			exceeded: [],
			cost: { places: 0, minutes: 50, others: 0 },
			best: { along: [] },
		});
		expect(explanation.editedCost([{ claim: "kari", offer: "b" }], since, false)).toMatchObject({
			exceeded: [],
			cost: { places: -1 },
			best: null,
		});
	});
});

describe("reasons under rules that cross", async () => {
	const crossed = makeSnapshot({
		periods: [makePeriod({ id: "spring" })],
		sites: [
			makeSite({ id: "A", at: near }),
			makeSite({ id: "B", at: far, hostId: "Levanger" }),
			makeSite({ id: "D", at: far, hostId: "Verdal" }),
		],
		offers: [
			makeOffer({ id: "a", siteId: "A", places: 1 }),
			makeOffer({ id: "b", siteId: "B", places: 2 }),
			makeOffer({ id: "d", siteId: "D", places: 2, leastTogether: 2 }),
		],
		claims: [
			makeClaim({ id: "kari", periodId: "spring", wishes: [wish(1, "A"), wish(2, "B")], together: "x" }),
			makeClaim({ id: "ola", periodId: "spring", wishes: [wish(1, "A"), wish(2, "B")], together: "x" }),
			makeClaim({ id: "liv", periodId: "spring", wishes: [wish(1, "B"), wish(2, "D"), wish(3, "A")] }),
		],
		rules: { ...usualRules, travelCap: null },
	});
	const solver = (model: LinearModel) => solvedByHighs(model, 10);
	const run = await allocateSnapshot(crossed, { snapshotHash: "hash", solver });
	const explanation = explanationOf(crossed, run.result, run.certificate, solver);

	it("says what a wish costs by a new solution, and names the rule that stops one", async () => {
		expect(run.result.plan.map(({ offer }) => offer)).toEqual(["b", "b", "a"]);
		const [first, second] = (await explanation.why("kari")).wishes;
		// The two go together, and A has room for one.
		expect(first?.answer).toEqual({ kind: "crossing", rule: "together" });
		expect(second?.answer).toEqual({ kind: "given" });
		const [b, d] = (await explanation.why("liv")).wishes;
		// With Liv at B the two have D, which takes none or two.
		expect(b?.answer).toMatchObject({ kind: "cost", cost: { places: 0, others: 2 } });
		// Nobody can be there with Liv without parting the two.
		expect(d?.answer).toEqual({ kind: "crossing", rule: "least-together" });
		expect(explanation.exact).toBe(true);
	});

	it("says what moves by hand break", async () => {
		const parted = explanation.editedCost([{ claim: "kari", offer: null }]);
		expect(parted).toMatchObject({ kind: "edited", breaks: ["together"], exceeded: [], cost: { places: 1 } });
		const moved = explanation.editedCost([{ claim: "liv", offer: "b" }]);
		expect(moved).toMatchObject({ breaks: [], exceeded: [{ id: "b", count: 3, places: 2 }] });
		expect((await explanation.worthOfOneMore("a"))?.cost).toMatchObject({ places: 0, others: 3 });
	});

	const given = (claim: string) => run.result.plan.find((row) => row.claim === claim)?.offer ?? null;
	it("answers the same from a thread, and says there is no answer to what it cannot know", async () => {
		const here = explanationOf(crossed, run.result, run.certificate);
		expect((await here.why("liv")).wishes[0]?.answer).toEqual({ kind: "rules-cross" });
		const packed = (value: unknown) => gzipSync(JSON.stringify(value));
		const content = { snapshot: packed(crossed), plan: packed(run.result), certificate: packed(run.certificate) };
		const ask = askable({ id: "crossed", claims: 3 }, async () => content);
		const { wishes } = await ask("why", { claim: "liv", offer: given("liv") });
		expect(wishes.map(({ answer }) => answer)).toEqual(
			(await explanation.why("liv")).wishes.map(({ answer }) => answer.kind),
		);
		expect(await ask("judge", { claim: "kari", offer: null, edits: [], locked: [] })).toEqual(
			explanation.editedCost([{ claim: "kari", offer: null }], [], false),
		);
		await expect(ask("why", { claim: "nobody", offer: null })).rejects.toThrow("nobody");
	});
});

describe("floors that overlap", async () => {
	const site = (id: string) => makeSite({ id, at: near });
	const rules = {
		...usualRules,
		travelCap: null,
		floors: [
			{ municipality: "5001", profession: "nurse", yearOfStudy: null, least: 2 },
			{ municipality: "5001", profession: null, yearOfStudy: 3, least: 2 },
		],
	};
	const overlapping = makeSnapshot({
		periods: [
			makePeriod({ id: "nurses 2", yearOfStudy: 2 }),
			makePeriod({ id: "nurses 3" }),
			makePeriod({ id: "physios 3", profession: "physio" }),
		],
		sites: [site("A"), makeSite({ id: "B", at: near, municipality: "5037", hostId: "Levanger" })],
		offers: [
			makeOffer({ id: "a", siteId: "A", profession: null, places: 3 }),
			makeOffer({ id: "b", siteId: "B", profession: null, places: 3 }),
		],
		claims: [
			makeClaim({ id: "n2", periodId: "nurses 2", wishes: [wish(1, "B")] }),
			makeClaim({ id: "n3", periodId: "nurses 3", wishes: [wish(1, "B")] }),
			makeClaim({ id: "p3", periodId: "physios 3", wishes: [wish(1, "B")] }),
		],
		rules,
	});
	const solver = (model: LinearModel) => solvedByHighs(model, 10);

	it("both count, without a word that one is left out", async () => {
		const { result } = await allocateSnapshot(overlapping, { snapshotHash: "hash", solver });
		expect(result.findings.map(({ code }) => code)).not.toContain("floor-crosses-floor");
		expect(result.steps.find(({ name }) => name === "missing to floors")).toMatchObject({ value: 0, bound: 0 });
		expect(result.plan.map(({ offer }) => offer)).toEqual(["a", "a", "a"]);
		expect(result.measures.belowFloors).toBe(0);
		const price = { ...overlapping, rules: { ...rules, floorPrice: 5 } };
		const priced = await allocateSnapshot(price, { snapshotHash: "hash", solver });
		// A step down the list weighs 15: only who counts to both floors could be worth moving, and is not.
		expect(priced.result.plan.map(({ offer }) => offer)).toEqual(["b", "b", "b"]);
		expect(priced.result.flaws).toEqual([]);
	});
});
