import { describe, expect, it } from "vitest";
import { makeClaim, makeOffer, makePeriod, makeSite, makeSnapshot } from "../../../../test/make-round.ts";
import { usualRules } from "./contract.ts";
import { allocateSnapshot } from "./run.ts";

const run = (snapshot: Parameters<typeof allocateSnapshot>[0]) => allocateSnapshot(snapshot, { snapshotHash: "hash" });
const [near, far] = [
	{ latitude: 63.43, longitude: 10.39 },
	// Fifty kilometres to the north: 61 minutes.
	{ latitude: 63.88, longitude: 10.39 },
];
const wish = (rank: number, target: string) => ({ rank, kind: "site", target }) as const;

describe("a run worked by hand", () => {
	const snapshot = makeSnapshot({
		periods: [makePeriod({ id: "spring" })],
		sites: [makeSite({ id: "A", at: near }), makeSite({ id: "B", at: far })],
		offers: [makeOffer({ id: "a", siteId: "A" }), makeOffer({ id: "b", siteId: "B" })],
		claims: [
			makeClaim({ id: "kari", periodId: "spring", wishes: [wish(1, "A"), wish(2, "B")] }),
			makeClaim({ id: "ola", periodId: "spring", wishes: [wish(1, "A")] }),
		],
	});

	it("gives Kari her second wish, since Ola has none for B", async () => {
		const { result, certificate } = await run(snapshot);
		expect(result.holds).toBe("optimal");
		expect(result.flaws).toEqual([]);
		// Kari at B: 2 × 15 + 61 and Ola at A: 15 + 11. The other way round: 15 + 11 and 6 × 15 + 61.
		expect(result.plan).toEqual([
			{ claim: "kari", offer: "b", rank: 2, minutes: 61 },
			{ claim: "ola", offer: "a", rank: 1, minutes: 11 },
		]);
		expect(result.steps).toEqual([
			{ name: "priority 1 unplaced", value: 0, bound: 0 },
			{ name: "burden", value: 117, bound: 117 },
			expect.objectContaining({ name: "ties" }),
		]);
		expect(result.pairs).toEqual({ open: 4, considered: 4, provedFor: "open" });
		expect(certificate.result?.assignment).toEqual([
			{ claim: "kari", offer: "b#1" },
			{ claim: "ola", offer: "a#1" },
		]);
	});

	it("places the first class first, tells the shortage, and compares", async () => {
		const { result } = await run({
			...snapshot,
			offers: snapshot.offers.slice(0, 1),
			claims: snapshot.claims.map((claim) => (claim.id === "ola" ? { ...claim, priority: 0 } : claim)),
		});
		expect(result.unplaced).toEqual([{ claim: "kari", open: 1, removed: [], shortage: 0 }]);
		expect(result.shortages).toEqual([{ claims: ["kari", "ola"], offers: ["a"], places: 1 }]);
		expect(result.measures.byPriority).toEqual([
			{ priority: 0, claims: 1, placed: 1 },
			{ priority: 1, claims: 1, placed: 0 },
		]);
		// First come, first served asks nobody's class: Kari was first.
		expect(result.comparisons.find(({ name }) => name === "first-come")?.measures.byPriority[0]?.placed).toBe(0);
		expect(result.comparisons.find(({ name }) => name === "lottery")?.measures.byPriority[0]?.placed).toBe(1);
	});

	it("tells by which rules offers were removed", async () => {
		const { result } = await run({
			...snapshot,
			rules: { ...usualRules, travelCap: 30 },
			offers: [
				makeOffer({ id: "b", siteId: "B" }),
				makeOffer({ id: "c", siteId: "A", profession: "physiotherapist" }),
				makeOffer({ id: "d", siteId: "A", lastDay: "2027-02-01" }),
				makeOffer({ id: "e", siteId: "A", reservedFor: "Nord" }),
				makeOffer({ id: "f", siteId: "A", years: [1, 2] }),
				makeOffer({ id: "g", siteId: "A" }),
			],
			forbidden: [{ claim: "ola", offer: "g" }],
			claims: snapshot.claims.slice(1),
		});
		expect(result.unplaced).toEqual([
			{
				claim: "ola",
				open: 0,
				removed: ["forbidden", "other-profession", "other-weeks", "other-year", "reserved", "travel-cap"].map(
					(rule) => ({
						rule,
						offers: 1,
					}),
				),
				shortage: null,
			},
		]);
	});
});

describe("weeks", () => {
	const early = makePeriod({ id: "early", firstDay: "2027-01-11", lastDay: "2027-02-05" });
	const late = makePeriod({ id: "late", firstDay: "2027-02-08", lastDay: "2027-03-05" });
	const long = makePeriod({ id: "long", firstDay: "2027-01-25", lastDay: "2027-02-19" });
	const twoEach = (periods: readonly string[]) =>
		periods.flatMap((periodId) => [0, 1].map((n) => makeClaim({ id: `${periodId} ${n}`, periodId })));

	it("hold a place twice where periods follow each other, and once where they overlap", async () => {
		const sites = [makeSite({ id: "A" })];
		const offers = [makeOffer({ id: "a", siteId: "A", places: 2 })];
		const apart = await run(
			makeSnapshot({ periods: [early, late], sites, offers, claims: twoEach(["early", "late"]) }),
		);
		expect(apart.result.measures.placed).toBe(4);
		const together = await run(
			makeSnapshot({ periods: [early, long], sites, offers, claims: twoEach(["early", "long"]) }),
		);
		expect(together.result.measures.placed).toBe(2);
	});

	it("count load in its worst week against the site, and only where it is", async () => {
		const sites = [
			makeSite({
				id: "A",
				limits: [{ firstDay: "2027-01-01", lastDay: "2027-06-30", most: 2 }],
				load: [{ firstDay: "2027-02-01", lastDay: "2027-02-03", learners: 1 }],
			}),
		];
		const offers = [makeOffer({ id: "a", siteId: "A", places: 5 })];
		const { result } = await run(
			makeSnapshot({ periods: [early, late], sites, offers, claims: twoEach(["early", "late"]) }),
		);
		expect(result.plan.filter(({ claim, offer }) => claim.startsWith("early") && offer !== null)).toHaveLength(1);
		expect(result.plan.filter(({ claim, offer }) => claim.startsWith("late") && offer !== null)).toHaveLength(2);
		expect(result.flaws).toEqual([]);
	});
});

describe("promised places", () => {
	it("stay for whom they are promised, in the days they are promised; the rest is for anybody", async () => {
		const [spring, other] = [
			makePeriod({ id: "spring" }),
			makePeriod({ id: "other", institutionId: "Nord", courseName: "Andre" }),
		];
		const promised = (firstDay: string, lastDay: string) => [{ institutionId: "NTNU", firstDay, lastDay, places: 2 }];
		const offers = (given: ReturnType<typeof promised>) => [
			makeOffer({ id: "a", siteId: "A", places: 3, promised: given }),
		];
		const nord = ["a", "b", "c"].map((id) => makeClaim({ id: `nord ${id}`, periodId: "other" }));
		const facts = { periods: [spring, other], sites: [makeSite({ id: "A" })] };
		const placedOf = async (snapshot: Parameters<typeof run>[0]) =>
			(await run(snapshot)).result.plan.flatMap(({ claim, offer }) => (offer === null ? [] : [claim]));
		const held = offers(promised("2027-01-11", "2027-03-05"));
		expect(await placedOf(makeSnapshot({ ...facts, offers: held, claims: nord }))).toHaveLength(1);
		const kari = ["kari", "ola", "eva"].map((id) => makeClaim({ id, periodId: "spring" }));
		const placed = await placedOf(makeSnapshot({ ...facts, offers: held, claims: [...nord, ...kari] }));
		expect(placed).toHaveLength(3);
		expect(placed.filter((claim) => claim.startsWith("nord")).length).toBeLessThanOrEqual(1);
		const later = offers(promised("2027-04-01", "2027-06-01"));
		expect(await placedOf(makeSnapshot({ ...facts, offers: later, claims: nord }))).toHaveLength(3);
	});
});
