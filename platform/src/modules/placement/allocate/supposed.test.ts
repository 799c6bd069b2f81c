import { expect, it } from "vitest";
import { makeClaim, makeOffer, makePeriod, makeSite, makeSnapshot } from "../../../../test/make-round.ts";
import { allocateSnapshot } from "./run.ts";
import { supposing } from "./supposed.ts";

const snapshot = makeSnapshot({
	periods: [makePeriod({ id: "spring" })],
	sites: [makeSite({ id: "A", limits: [{ firstDay: "2027-01-01", lastDay: "2027-06-30", most: 1 }] })],
	offers: [makeOffer({ id: "a", siteId: "A", places: 1 })],
	claims: ["kari", "ola", "liv", "jon", "siri"].map((id) => makeClaim({ id, periodId: "spring" })),
});
const placed = async (facts: typeof snapshot) =>
	(await allocateSnapshot(facts, { snapshotHash: "hash" })).result.measures.placed;

it("gives what three more places at a site would, though the site has said one at once", async () => {
	expect(await placed(snapshot)).toBe(1);
	const more = supposing(snapshot, [{ offer: "a", places: 3 }]);
	expect(await placed(more)).toBe(4);
	expect(more.supposed).toEqual([{ offer: "a", places: 3 }]);
	expect(more.sites[0]?.limits).toMatchObject([{ most: 4 }]);
});

it("never leaves fewer than none, and says what it has changed, not what was asked for", () => {
	const fewer = supposing(snapshot, [{ offer: "a", places: -5 }]);
	expect(fewer.offers[0]?.places).toBe(0);
	expect(fewer.supposed).toEqual([{ offer: "a", places: -1 }]);
	expect(fewer.sites[0]?.limits).toMatchObject([{ most: 1 }]);
});

it("is the facts as they are where nothing changes: the same fingerprint as a run of the places there are", () => {
	for (const asked of [[], [{ offer: "gone", places: 2 }]])
		expect(JSON.stringify(supposing(snapshot, asked))).toBe(JSON.stringify(snapshot));
});
