import fc from "fast-check";
import { expect, it } from "vitest";
import { makeClaim, makeOffer, makePeriod, makeSite, makeSnapshot } from "../../../../test/make-round.ts";
import { usualRules } from "./contract.ts";
import { groundOf } from "./ground.ts";
import { keptPairs, neighboursInTurn } from "./pairs.ts";
import { reachOf } from "./reach.ts";

const point = fc.record({
	latitude: fc.double({ min: 58, max: 71, noNaN: true }),
	longitude: fc.double({ min: 5, max: 31, noNaN: true }),
});
/** Points so near a middle that many are about as far away as the cap allows. */
const near = fc.record({
	latitude: fc.double({ min: 63, max: 64.6, noNaN: true }),
	longitude: fc.double({ min: 9, max: 12.2, noNaN: true }),
});
const place = fc.option(fc.oneof(near, point), { freq: 9 });

it("finds by the grid just the pairs that judging each site by itself leaves open, whatever turn claims are taken in", () => {
	const arbitrary = fc.record({
		sites: fc.array(place, { minLength: 1, maxLength: 30 }),
		claims: fc.array(fc.record({ from: place, wish: fc.nat(29), most: fc.option(fc.integer({ min: 20, max: 120 })) }), {
			minLength: 1,
			maxLength: 8,
		}),
		travelCap: fc.option(fc.integer({ min: 11, max: 150 }), { freq: 5 }),
		wishBeyondCap: fc.boolean(),
	});
	fc.assert(
		fc.property(arbitrary, ({ sites, claims, travelCap, wishBeyondCap }) => {
			const snapshot = makeSnapshot({
				periods: [makePeriod({ id: "early" }), makePeriod({ id: "late", profession: "teaching" })],
				sites: sites.map((at, n) => makeSite({ id: `site ${n}`, at, municipality: "5001" })),
				offers: sites.map((_, n) =>
					makeOffer({ id: `offer ${n}`, siteId: `site ${n}`, profession: n % 3 === 0 ? "teaching" : null }),
				),
				claims: claims.map(({ from, wish, most }, n) =>
					makeClaim({
						...{ id: `claim ${n}`, periodId: n % 2 === 0 ? "early" : "late", from },
						wishes: [{ rank: 1, kind: "site", target: `site ${wish}` }],
						rules: most === null ? [] : [{ kind: "most-minutes", amount: most, target: null }],
					}),
				),
				rules: { ...usualRules, travelCap, wishBeyondCap },
			});
			const ground = groundOf(snapshot);
			const reach = reachOf(ground);
			const { open, pairs } = keptPairs(neighboursInTurn(ground), reach, () => {});
			const kept = claims.flatMap((_, claim) =>
				Array.from(pairs?.slot.slice(pairs.first[claim], pairs.end[claim]) ?? [], (slot) => [
					claim,
					ground.slots[slot]?.offer,
				]),
			);
			const judged = claims.flatMap((_, claim) =>
				sites.flatMap((_, offer) => (reach.ruleOf(claim, offer) === null ? [[claim, offer]] : [])),
			);
			const inOrder = (a: readonly unknown[], b: readonly unknown[]) =>
				Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1]);
			expect(kept.sort(inOrder)).toEqual(judged);
			expect(open).toBe(judged.length);
		}),
	);
});
