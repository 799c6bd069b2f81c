import { beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { type MadeOrganisation, makeActor, makeOrganisation } from "../../../../test/make.ts";
import { newId, type Work } from "../../../database/work.server.ts";
import { system } from "../../../identity/actor.ts";
import { openLink } from "../../../identity/link-token.server.ts";
import type { Outcome } from "../../../outcome.ts";
import { createUnit } from "../../organisation/service.server.ts";
import type { CapacityAnswer, OfferInAnswer } from "./contract.ts";
import {
	addLoad,
	addSite,
	addSitesFromUnits,
	answerCapacity,
	askMoreSites,
	closeSite,
	enterCapacity,
	listCapacity,
	listPublishedOffers,
	listSites,
	listUnitsToTake,
	listWithOffers,
	makeCapacityLink,
	makeCapacityLinks,
	readAnswerPage,
	readCalendar,
	readCollection,
	readSite,
	remindSites,
	setCollectionState,
	startCollection,
	stepCapacity,
} from "./service.server.ts";

const database = await openTestDatabase();
const telling = { mails: true, language: "nb" as const };
const days = { firstDay: "2027-01-01", lastDay: "2027-06-30" };

let municipality: MadeOrganisation;
let coordinator: Awaited<ReturnType<typeof makeActor>>;
let university: Awaited<ReturnType<typeof makeActor>>;
let unitId: string;
let leader: Awaited<ReturnType<typeof makeActor>>;
let siteId: string;

function finished<Value>(outcome: Outcome<Value>): Value {
	if (outcome.refused) throw new Error(JSON.stringify(outcome.refused));
	return outcome.done;
}
function codes(outcome: Outcome<unknown>): readonly string[] {
	return (outcome.refused ?? []).map(({ code }) => code);
}
const as = <Value>(actor: Parameters<typeof database.commanding>[0], verb: (work: Work) => Promise<Outcome<Value>>) =>
	database.commanding(actor, verb);

const nurses: OfferInAnswer = {
	...{ id: null, profession: "nursing", years: [2], firstDay: "2027-01-04", lastDay: "2027-03-12" },
	...{ places: 3, leastTogether: null, reservedFor: null },
};
const yes = (version: number, offers: readonly OfferInAnswer[] = [nurses]): CapacityAnswer => ({
	...{ takes: true, mostAtOnce: 4, supervisors: 2, note: null, offers: [...offers], version },
});

async function makeUnit(actor: typeof coordinator, name: string): Promise<string> {
	return finished(
		await as({ ...actor }, (work) =>
			createUnit(work, {
				...{ name, code: null, setting: "home-care", sector: null, address: null, postcode: null, place: null },
				...{ municipalityNumber: null, latitude: 63, longitude: 10, email: "enheten@example.no", phone: null },
				...{ published: true, parentId: null, validFrom: "2020-01-01" },
			}),
		),
	).id;
}

async function start(): Promise<{ collectionId: string; capacityId: string }> {
	const { id } = finished(
		await as(coordinator, (work) =>
			startCollection(
				work,
				{ name: "Våren 2027", ...days, dueOn: "2026-12-13", message: null, siteIds: [siteId] },
				telling,
			),
		),
	);
	const { rows } = await database.reading(coordinator, (work) => listCapacity(work, { collectionId: id }));
	return { collectionId: id, capacityId: rows[0]?.id ?? "" };
}

beforeEach(async () => {
	database.setNow("2026-11-22T10:00:00Z");
	municipality = await makeOrganisation(database);
	coordinator = await makeActor(database, {
		organisation: municipality,
		roles: ["placement-coordinator", "administrator"],
	});
	university = await makeActor(database, {
		organisation: await makeOrganisation(database, { kind: "institution", name: `Høgskolen ${newId().slice(-6)}` }),
		roles: ["placement-coordinator"],
	});
	unitId = await makeUnit(coordinator, "Hjemmetjenesten");
	leader = await makeActor(database, { organisation: municipality, roles: ["unit-leader"], unitId });
	finished(await as(coordinator, (work) => addSitesFromUnits(work, [unitId])));
	const { rows } = await database.reading(coordinator, (work) => listSites(work, {}));
	siteId = rows[0]?.id ?? "";
});

describe("sites", () => {
	it("are made of units in one step, with their leader's address and place, and once", async () => {
		const site = await database.reading(coordinator, (work) => readSite(work, siteId));
		expect(site).toMatchObject({ name: "Hjemmetjenesten", unitId, latitude: 63, contactEmail: "enheten@example.no" });
		expect(codes(await as(coordinator, (work) => addSitesFromUnits(work, [unitId])))).toEqual(["no-units"]);
		const units = await database.reading(coordinator, (work) => listUnitsToTake(work));
		expect(units.map((unit) => unit.siteId)).toEqual([siteId]);
	});
	it("are kept on behalf of a host by an institution alone", async () => {
		const host = await makeOrganisation(database);
		const values = {
			...{ hostId: host.id, name: "Vertens sykehjem", setting: null, municipalityNumber: null, postcode: null },
			...{ housingNote: "Hybel", contactName: null, contactEmail: null, published: false },
		};
		const { id } = finished(await as(university, (work) => addSite(work, values)));
		expect(await database.reading(university, (work) => readSite(work, id))).toMatchObject({ hostId: host.id });
		expect(await database.reading(coordinator, (work) => readSite(work, id))).toBeUndefined();
		// One of that name is enough, however it is written; another's is none of ours.
		expect(codes(await as(university, (work) => addSite(work, { ...values, name: "VERTENS sykehjem" })))).toEqual([
			"site-exists",
		]);
		finished(await as(coordinator, (work) => addSite(work, values)));
		expect(codes(await as(university, (work) => addSite(work, { ...values, hostId: newId() })))).toEqual([
			"host-unknown",
		]);
	});
	it("are kept by coordinators alone", async () => {
		for (const actor of [leader, await makeActor(database, { organisation: municipality, roles: ["teacher"] })])
			expect(codes(await as(actor, (work) => addSitesFromUnits(work, [unitId])))).toEqual(["not-allowed"]);
		const outcome = await as(university, (work) => closeSite(work, siteId, { version: 1, lastDay: "2026-12-31" }));
		expect(codes(outcome)).toEqual(["missing"]);
	});
});

describe("a collection", () => {
	it("asks every site, by mail with a link and by notice, and knows who has not answered", async () => {
		const { collectionId, capacityId } = await start();
		const mails = await database.reading(system("test"), (work) =>
			work.db
				.selectFrom("notice.mail")
				.select(["recipient", "body"])
				.where("organisation_id", "=", municipality.id)
				.execute(),
		);
		expect(mails.map(({ recipient }) => recipient)).toEqual(["enheten@example.no"]);
		expect(mails[0]?.body).toMatch(/\[Svar her\]\(\/link\/[\w-]{20,}\)/);
		const notices = await database.reading(leader, (work) =>
			work.db.selectFrom("notice.notice").select("link").where("person_id", "=", leader.personId).execute(),
		);
		expect(notices).toEqual([{ link: `/placement/capacity/${capacityId}/answer` }]);
		expect(await database.reading(coordinator, (work) => readCollection(work, collectionId))).toMatchObject({
			asked: 1,
			answered: 0,
		});
		expect(await database.reading(university, (work) => readCollection(work, collectionId))).toBeUndefined();
		expect(await database.reading(leader, (work) => readCollection(work, collectionId))).toBeUndefined();
	});
	it("reminds a site once a day, and only those that have not answered", async () => {
		const { collectionId, capacityId } = await start();
		const remind = (ids: readonly string[] | null = null) =>
			as(coordinator, (work) => remindSites(work, collectionId, ids, telling));
		expect(finished(await remind())).toEqual({ reminded: 0, mailed: 0, left: 1, unreached: 0 });
		database.setNow("2026-11-23T10:00:00Z");
		expect(finished(await remind([capacityId]))).toEqual({ reminded: 1, mailed: 1, left: 0, unreached: 0 });
		expect(finished(await remind())).toEqual({ reminded: 0, mailed: 0, left: 1, unreached: 0 });
		database.setNow("2026-11-24T10:00:00Z");
		finished(await as(leader, (work) => answerCapacity(work, capacityId, yes(2))));
		expect(codes(await remind())).toEqual(["nobody-to-remind"]);
		expect(codes(await as(leader, (work) => remindSites(work, collectionId, null, telling)))).toEqual(["missing"]);
	});
	it("counts nobody as reminded who cannot be, and gives out links to all who have not answered", async () => {
		const host = await makeOrganisation(database);
		const { id } = finished(
			await as(coordinator, (work) =>
				addSite(work, {
					...{ hostId: host.id, name: "Kontoret", setting: null, municipalityNumber: null, postcode: null },
					...{ housingNote: null, contactName: "Kari", contactEmail: null, published: false },
				}),
			),
		);
		const { collectionId, capacityId } = await start();
		finished(await as(coordinator, (work) => askMoreSites(work, collectionId, [id], telling)));
		database.setNow("2026-11-24T10:00:00Z");
		const outcome = await as(coordinator, (work) => remindSites(work, collectionId, null, telling));
		expect(finished(outcome)).toEqual({ reminded: 1, mailed: 1, left: 0, unreached: 1 });
		const { rows } = await database.reading(coordinator, (work) => listCapacity(work, { collectionId }));
		expect(rows.find((row) => row.siteName === "Kontoret")?.remindedAt).toBeNull();
		expect(codes(await as(leader, (work) => makeCapacityLinks(work, collectionId, "nb")))).toEqual(["missing"]);
		expect(codes(await as(university, (work) => makeCapacityLinks(work, collectionId, "nb")))).toEqual(["missing"]);
		const links = finished(await as(coordinator, (work) => makeCapacityLinks(work, collectionId, "nb")));
		expect(links.map(({ name, contactEmail }) => [name, contactEmail]).sort()).toEqual([
			["Hjemmetjenesten", "enheten@example.no"],
			["Kontoret", null],
		]);
		expect(links.find(({ name }) => name === "Kontoret")?.contactName).toBe("Kari");
		const token = links.find(({ name }) => name === "Hjemmetjenesten")?.path.replace("/link/", "") ?? "";
		expect((await openLink(database, token)).done?.actor).toMatchObject({ objectId: capacityId });
		// Whoever has answered needs none.
		finished(await as(coordinator, (work) => answerCapacity(work, capacityId, yes(2))));
		expect(finished(await as(coordinator, (work) => makeCapacityLinks(work, collectionId, "nb")))).toHaveLength(1);
	});
	it("takes no answers after it is closed", async () => {
		const { collectionId, capacityId } = await start();
		finished(await as(coordinator, (work) => setCollectionState(work, collectionId, { version: 1, state: "closed" })));
		expect(codes(await as(leader, (work) => answerCapacity(work, capacityId, yes(1))))).toEqual(["collection-closed"]);
		expect(finished(await as(coordinator, (work) => answerCapacity(work, capacityId, yes(1))))).toMatchObject({
			state: "answered",
		});
	});
});

describe("an answer", () => {
	it("is given by link without an account, changed until approved, and by that link alone", async () => {
		const { capacityId } = await start();
		const { path } = finished(await as(coordinator, (work) => makeCapacityLink(work, capacityId, "nb")));
		const open = () => openLink(database, path.replace("/link/", ""));
		const { actor } = finished(await open());
		const page = await database.reading(actor, (work) => readAnswerPage(work, capacityId));
		expect(page).toMatchObject({ as: "site", open: true, capacity: { siteName: "Hjemmetjenesten" } });
		finished(await as(actor, (work) => answerCapacity(work, capacityId, yes(1), { name: "Leder" })));
		const twice = await Promise.all([1, 2].map(() => as(actor, (work) => answerCapacity(work, capacityId, yes(2)))));
		expect(twice.map(codes).sort()).toEqual([[], ["changed-by-another"]]);
		const other = await start()
			.then(({ capacityId }) => capacityId)
			.catch(() => newId());
		expect(codes(await as(actor, (work) => answerCapacity(work, other, yes(1))))).toEqual(["missing"]);
		finished(await as(coordinator, (work) => stepCapacity(work, "approve", [capacityId])));
		expect(codes(await as(actor, (work) => answerCapacity(work, capacityId, yes(4))))).toEqual(["already-approved"]);
		// What was said is still there to be seen by the link, and no longer to be changed.
		expect(await open()).toHaveProperty("done");
		const said = await database.reading(actor, (work) => readAnswerPage(work, capacityId));
		expect(said).toMatchObject({ as: "site", open: false, capacity: { state: "approved" } });
		expect(said?.shown.offers.length).toBeGreaterThan(0);
	});
	it("is given by the unit's own leader, not by another's, nor by another organisation", async () => {
		const { capacityId } = await start();
		const elsewhere = await makeActor(database, {
			...{ organisation: municipality, roles: ["unit-leader"], unitId: await makeUnit(coordinator, "Sykehjemmet") },
		});
		for (const actor of [elsewhere, university])
			expect(codes(await as(actor, (work) => answerCapacity(work, capacityId, yes(1))))).toEqual(["missing"]);
		expect((await database.reading(elsewhere, (work) => listCapacity(work, {}))).total).toBe(0);
		expect((await database.reading(leader, (work) => listCapacity(work, {}))).total).toBe(1);
		expect(
			finished(await as(leader, (work) => answerCapacity(work, capacityId, { ...yes(1), takes: false }))),
		).toMatchObject({ state: "none" });
	});
	it("is suggested from what was said the year before", async () => {
		const before = await as(coordinator, (work) =>
			enterCapacity(work, {
				...{
					siteId,
					firstDay: "2026-01-01",
					lastDay: "2026-06-30",
					takes: true,
					mostAtOnce: 5,
					supervisors: null,
					note: null,
				},
				offers: [{ ...nurses, firstDay: "2026-01-05", lastDay: "2026-03-13" }],
			}),
		);
		finished(before);
		const { capacityId } = await start();
		const page = await database.reading(leader, (work) => readAnswerPage(work, capacityId));
		expect(page?.shown).toMatchObject({
			...{ mostAtOnce: 5, suggestedFrom: { firstDay: "2026-01-01", lastDay: "2026-06-30" } },
			offers: [{ id: null, profession: "nursing", firstDay: "2027-01-05", lastDay: "2027-03-13", places: 3 }],
		});
	});
});

describe("capacity the keeper has written before the site is asked", () => {
	const enter = async () =>
		finished(
			await as(coordinator, (work) =>
				enterCapacity(work, {
					...{ siteId, ...days, takes: true, mostAtOnce: 4, supervisors: null, note: null },
					offers: [nurses],
				}),
			),
		).id;
	const states = async () =>
		new Map((await database.reading(coordinator, (work) => listWithOffers(work, {}))).rows.map((row) => [row.id, row]));

	it("is asked about as it is, and the site's own answer takes its place", async () => {
		const entered = await enter();
		const { capacityId } = await start();
		const page = await database.reading(leader, (work) => readAnswerPage(work, capacityId));
		expect(page?.shown).toMatchObject({ written: true, mostAtOnce: 4, offers: [{ id: null, places: 3 }] });
		finished(await as(leader, (work) => answerCapacity(work, capacityId, yes(1, [{ ...nurses, places: 2 }]))));
		const after = await states();
		expect(after.get(entered)).toMatchObject({ state: "none", offers: [] });
		expect(after.get(capacityId)).toMatchObject({ state: "answered", offers: [{ places: 2 }] });
	});

	it("is not published after the site has said no", async () => {
		const entered = await enter();
		const { capacityId } = await start();
		finished(await as(leader, (work) => answerCapacity(work, capacityId, { ...yes(1), takes: false })));
		const left = await as(coordinator, (work) => stepCapacity(work, "publish", [entered, capacityId]));
		expect(codes(left)).toEqual(["not-answered"]);
		const { capacityId: other } = await start();
		finished(await as(leader, (work) => answerCapacity(work, other, yes(1))));
		expect(finished(await as(coordinator, (work) => stepCapacity(work, "publish", [entered, other])))).toEqual({
			done: 1,
			left: [{ siteName: "Hjemmetjenesten", state: "none" }],
		});
	});

	it("stays where it is published, is shown, and is not counted twice", async () => {
		const entered = await enter();
		finished(await as(coordinator, (work) => stepCapacity(work, "publish", [entered])));
		const { capacityId } = await start();
		const page = await database.reading(leader, (work) => readAnswerPage(work, capacityId));
		expect(page).toMatchObject({ shown: { written: false }, published: [{ places: 3 }] });
		expect(codes(await as(leader, (work) => answerCapacity(work, capacityId, yes(1))))).toEqual(["overlaps-other"]);
		finished(await as(leader, (work) => answerCapacity(work, capacityId, { ...yes(1), takes: false })));
		expect((await states()).get(entered)).toMatchObject({ state: "published", offers: [{ places: 3 }] });
	});
});

describe("published capacity", () => {
	async function publish(offers: readonly OfferInAnswer[] = [nurses]) {
		const { capacityId } = await start();
		finished(await as(leader, (work) => answerCapacity(work, capacityId, yes(1, offers))));
		finished(await as(coordinator, (work) => stepCapacity(work, "publish", [capacityId])));
		return capacityId;
	}
	const seenBy = async (actor: typeof university) =>
		(await database.reading(actor, (work) => listPublishedOffers(work, { hostId: municipality.id }))).rows;

	it("is seen by institutions, but for what is kept for others", async () => {
		const other = await makeActor(database, {
			organisation: await makeOrganisation(database, { kind: "institution", name: `Annet ${newId().slice(-6)}` }),
			roles: ["placement-coordinator"],
		});
		const reserved: OfferInAnswer = { ...nurses, profession: "medicine", reservedFor: other.organisationId };
		const capacityId = await publish([nurses, reserved]);
		expect((await seenBy(university)).map(({ profession }) => profession)).toEqual(["nursing"]);
		expect((await seenBy(other)).map(({ profession }) => profession).sort()).toEqual(["medicine", "nursing"]);
		finished(await as(coordinator, (work) => stepCapacity(work, "takeBack", [capacityId])));
		expect(await seenBy(university)).toEqual([]);
	});
	it("is approved and published by coordinators alone", async () => {
		const { capacityId } = await start();
		finished(await as(leader, (work) => answerCapacity(work, capacityId, yes(1))));
		for (const actor of [leader, await makeActor(database, { organisation: municipality, roles: ["manager"] })])
			expect(codes(await as(actor, (work) => stepCapacity(work, "publish", [capacityId])))).toEqual(["not-allowed"]);
		expect(codes(await as(university, (work) => stepCapacity(work, "publish", [capacityId])))).toEqual([
			"not-answered",
		]);
	});
	it("is counted week by week against what holds it", async () => {
		await publish();
		const load = {
			siteId,
			kind: "pupil" as const,
			name: "Skolen",
			firstDay: "2027-01-06",
			lastDay: "2027-01-07",
			learners: 2,
		};
		finished(await as(coordinator, (work) => addLoad(work, { ...load, published: false })));
		expect(codes(await as(university, (work) => addLoad(work, { ...load, published: false })))).toEqual([
			"site-unknown",
		]);
		const calendar = await database.reading(coordinator, (work) =>
			readCalendar(work, { firstDay: "2027-01-04", lastDay: "2027-01-17" }),
		);
		expect(calendar.weeks.map(({ week }) => week)).toEqual([1, 2]);
		expect(calendar.rows[0]?.cells).toEqual([
			{ cap: 3, load: 2, held: 0 },
			{ cap: 3, load: 0, held: 0 },
		]);
	});
});
