import { expect, it } from "vitest";
import { makeClaim, makeOffer, makePeriod, makeSite, makeSnapshot } from "../../../../../test/make-round.ts";
import { usualRules } from "../../allocate/contract.ts";
import { allocateSnapshot } from "../../allocate/run.ts";
import { opened } from "./opened.ts";
import { remediesOf } from "./remedies.ts";

const at = (longitude: number) => ({ latitude: 63.4, longitude });

it("tells where one more place would help, what is too far, and which agreement opens places", async () => {
	const snapshot = makeSnapshot({
		periods: [
			makePeriod({ id: "third" }),
			makePeriod({ id: "second", yearOfStudy: 2 }),
			makePeriod({ id: "guest", institutionId: "guest", yearOfStudy: 4 }),
		],
		sites: [
			makeSite({ id: "near", hostId: "town", at: at(10.4) }),
			// As many as it takes in all are there already: a place more of its offer helps nobody.
			makeSite({
				...{ id: "full", hostId: "town", at: at(10.4) },
				limits: [{ firstDay: "2027-01-01", lastDay: "2027-12-31", most: 0 }],
			}),
			makeSite({ id: "far", hostId: "away", at: at(16) }),
		],
		offers: [
			makeOffer({ id: "a", siteId: "near", years: [3] }),
			makeOffer({ id: "b", siteId: "full", years: [3] }),
			makeOffer({ id: "c", siteId: "far", years: [2] }),
			makeOffer({ id: "d", siteId: "near", years: [4] }),
		],
		claims: [
			...["1", "2"].map((id) => makeClaim({ id, periodId: "third", from: at(10.4) })),
			makeClaim({ id: "remote", periodId: "second", from: at(10.4) }),
			makeClaim({ id: "barred", periodId: "guest", from: at(10.4) }),
		],
		rules: { ...usualRules, travelCap: 60, agreement: "block" },
		agreements: [
			{ institutionId: makePeriod({ id: "x" }).institutionId, hostId: "town" },
			{ institutionId: makePeriod({ id: "x" }).institutionId, hostId: "away" },
		],
	});
	const { result, certificate } = await allocateSnapshot(snapshot, { snapshotHash: "hash" });
	const run = opened({ snapshot, result, certificate });
	const short = result.plan.find(({ claim, offer }) => offer === null && "12".includes(claim))?.claim ?? "";
	const ask = (claim: string, most = 10) => remediesOf(run, { claims: [claim], most });
	expect(await ask(short, 0)).toMatchObject([{ lookedAt: 0, more: [] }]);
	expect(await ask(short)).toEqual([
		{ claim: short, lookedAt: 2, more: [expect.objectContaining({ id: "near" })], beyond: null, agreements: [] },
	]);
	// What has been tried before costs nothing.
	expect(await ask(short, 0)).toMatchObject([{ lookedAt: 2 }]);
	expect(await ask("remote")).toMatchObject([
		{ more: [], beyond: { site: { id: "far" }, own: false }, agreements: [] },
	]);
	expect(await ask("barred")).toMatchObject([{ more: [], beyond: null, agreements: ["town"] }]);
	expect(await ask("gone")).toEqual([]);
});
