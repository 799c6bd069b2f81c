import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { makeSiteOf } from "../../../../test/make-placement.ts";
import type { Work } from "../../../database/work.server.ts";
import type { Actor } from "../../../identity/actor.ts";
import type { Outcome } from "../../../outcome.ts";
import { addRequests, answerRequest, readRequest, sendRequests } from "../request/service.server.ts";
import { answerCapacity, closeSite, listCapacity, readAnswerPage, readSite, stepCapacity } from "./service.server.ts";

const database = await openTestDatabase();
database.setNow("2026-11-20T09:00:00Z");
const as = <Value, Code extends string>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value, Code>>) =>
	database.commanding(actor, verb);
function finished<Value>(outcome: Outcome<Value>): Value {
	if (outcome.refused) throw new Error(JSON.stringify(outcome.refused));
	return outcome.done;
}

it("stays: nobody says fewer places, other days or no site under what an institution has been promised", async () => {
	const host = await makeOrganisation(database);
	const hosting = await makeActor(database, { organisation: host, roles: ["placement-coordinator"] });
	const school = await makeOrganisation(database, { kind: "institution" });
	const asking = await makeActor(database, { organisation: school, roles: ["placement-coordinator"] });
	const { id: siteId, offerId } = await makeSiteOf(database, host.id, { places: 4, mostAtOnce: 5 });
	const order = {
		...{ periodId: null, institutionId: school.id, programme: "", courseName: "Praksis 2", yearOfStudy: 2 },
		...{ profession: "nursing" as const, settings: [], firstDay: "2027-01-11", lastDay: "2027-03-05" },
		...{ answerBy: null, message: null, lines: [{ hostId: host.id, places: 3 }] },
	};
	const { ids } = finished(await as(asking, (work) => addRequests(work, order)));
	finished(await as(asking, (work) => sendRequests(work, ids, { mails: false, language: "nb" })));
	const asked = await database.reading(hosting, (work) => readRequest(work, ids[0] ?? ""));
	const given = { lines: [{ offerId, siteName: "", places: 3 }], unmetReason: null, message: null, answeredBy: null };
	finished(
		await as(hosting, (work) => answerRequest(work, ids[0] ?? "", { ...given, version: asked?.request.version ?? 0 })),
	);

	const { rows } = await database.reading(hosting, (work) => listCapacity(work, { siteId }));
	const capacityId = rows[0]?.id ?? "";
	const standing = async () => (await database.reading(hosting, (work) => readAnswerPage(work, capacityId))) ?? null;
	const before = await standing();
	if (!before) throw new Error("no capacity");
	const say = async (change: { readonly places?: number; readonly lastDay?: string } | null, most = 5) => {
		const { version } = (await standing())?.capacity ?? before.capacity;
		const offers = change === null ? [] : before.shown.offers.map((offer) => ({ ...offer, ...change }));
		const answer = { takes: change !== null, mostAtOnce: most, supervisors: null, note: null, offers, version };
		return as(hosting, (work) => answerCapacity(work, capacityId, answer));
	};
	expect((await say({ places: 2 })).refused).toMatchObject([
		{ code: "promised", field: "offers.0.places", detail: { places: 3, holder: "Praksis 2" } },
	]);
	expect((await say({ lastDay: "2027-02-01" })).refused).toMatchObject([{ code: "promised-gone" }]);
	expect((await say(null)).refused).toMatchObject([{ code: "promised-gone" }]);
	expect((await say({ places: 2 }, 2)).refused?.map(({ code }) => code)).toContain("promised");
	expect((await as(hosting, (work) => stepCapacity(work, "takeBack", [capacityId]))).refused).toMatchObject([
		{ code: "promised-gone" },
	]);
	const site = await database.reading(hosting, (work) => readSite(work, siteId));
	const close = { version: site?.version ?? 0, lastDay: "2026-12-31" };
	expect((await as(hosting, (work) => closeSite(work, siteId, close))).refused).toMatchObject([
		{ code: "site-promised" },
	]);
	// Nothing of it was written, and what keeps the promise can be said.
	expect(await standing()).toEqual(before);
	finished(await say({ places: 3 }));
	expect((await standing())?.capacity.offers).toMatchObject([{ id: offerId, places: 3 }]);
});
