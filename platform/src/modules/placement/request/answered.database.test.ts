import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { makePeriodOf, makeSiteOf } from "../../../../test/make-placement.ts";
import { newId, type Work } from "../../../database/work.server.ts";
import { type Actor, system } from "../../../identity/actor.ts";
import type { Outcome } from "../../../outcome.ts";
import { addLoad } from "../capacity/load.server.ts";
import { readOccupancy } from "../round/occupancy.server.ts";
import { addParties, choosePeriods, createRound } from "../round/service.server.ts";
import { readSnapshot } from "../round/snapshot.server.ts";
import { findRound } from "../round/store.server.ts";
import type { RequestAnswer } from "./contract.ts";
import {
	addRequests,
	answerRequest,
	countToTakeIn,
	readRequest,
	sendRequests,
	takeInAll,
	takeInAnswer,
} from "./service.server.ts";

const database = await openTestDatabase();
database.setNow("2026-11-20T09:00:00Z");

function finished<Value>(outcome: Outcome<Value>): Value {
	if (outcome.refused) throw new Error(JSON.stringify(outcome.refused));
	return outcome.done;
}
const as = <Value, Code extends string>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value, Code>>) =>
	database.commanding(actor, verb);

async function institution() {
	const made = await makeOrganisation(database, { kind: "institution", name: `Høgskolen ${newId().slice(-6)}` });
	const actor = await makeActor(database, { organisation: made, roles: ["placement-coordinator"] });
	return { ...made, actor, period: await makePeriodOf(database, made.id, { students: 2 }) };
}
type Institution = Awaited<ReturnType<typeof institution>>;
const municipality = async () => {
	const made = await makeOrganisation(database);
	return { ...made, actor: await makeActor(database, { organisation: made, roles: ["placement-coordinator"] }) };
};

async function ordered({ id: institutionId, actor }: Institution, hostId: string, places: number): Promise<string> {
	const order = {
		...{ periodId: null, institutionId, programme: "Sykepleie", courseName: "Praksis 2", yearOfStudy: 2 },
		...{ profession: "nursing" as const, settings: [], firstDay: "2027-01-11", lastDay: "2027-03-05" },
		...{ answerBy: "2026-12-15", message: null, lines: [{ hostId, places }] },
	};
	const { ids } = finished(await as(actor, (work) => addRequests(work, order)));
	finished(await as(actor, (work) => sendRequests(work, ids, { mails: false, language: "nb" })));
	return ids[0] ?? "";
}

async function answer(
	actor: Actor,
	requestId: string,
	lines: RequestAnswer["lines"],
	rest: RequestAnswer["unmetReason"] = null,
) {
	const page = await database.reading(actor, (work) => readRequest(work, requestId));
	return as(actor, (work) =>
		answerRequest(work, requestId, {
			...{ lines, unmetReason: rest, message: null, answeredBy: null, version: page?.request.version ?? 0 },
		}),
	);
}

async function beginRound(actor: Actor): Promise<string> {
	const days = { firstDay: "2027-01-01", lastDay: "2027-06-30", wishesFrom: null, wishesUntil: null, wishesMost: 5 };
	return finished(
		await as(actor, (work) => createRound(work, { name: "Vår 2027", ...days, confirmBy: null }, "institution")),
	).id;
}

/** Offers of one host and who else is at its sites, as a run of the round would be made from. */
async function seenBy(owner: string, roundId: string, hostId: string) {
	return database.reading(system("test", owner), async (work) => {
		const round = await findRound(work, roundId);
		if (!round) throw new Error("no such round");
		const { sites, offers } = await readSnapshot(work, round);
		const there = sites.filter((site) => site.hostId === hostId);
		return {
			offers: offers.filter(({ siteId }) => there.some(({ id }) => id === siteId)),
			load: there.flatMap(({ load }) => load),
		};
	});
}

it("places an order is answered with are the round's of those who ordered, and nobody else's", async () => {
	const [host, one, other] = [await municipality(), await institution(), await institution()];
	const { offerId } = await makeSiteOf(database, host.id, { places: 4, mostAtOnce: 5 });
	const [ownRound, otherRound] = [await beginRound(one.actor), await beginRound(other.actor)];
	const requestId = await ordered(one, host.id, 3);
	finished(await answer(host.actor, requestId, [{ offerId, siteName: "", places: 3 }]));
	expect(await seenBy(one.id, ownRound, host.id)).toMatchObject({ offers: [{ id: offerId, places: 4 }], load: [] });
	expect(await seenBy(other.id, otherRound, host.id)).toMatchObject({
		offers: [{ id: offerId, places: 1 }],
		load: [{ firstDay: "2027-01-11", lastDay: "2027-03-05", learners: 3 }],
	});
	// Both in one round: the places stay for who was promised them.
	finished(await as(one.actor, (work) => addParties(work, ownRound, "institution", [other.id])));
	finished(await as(other.actor, (work) => choosePeriods(work, otherRound, [])));
	finished(await as(other.actor, (work) => choosePeriods(work, ownRound, [other.period.id])));
	const together = await seenBy(one.id, ownRound, host.id);
	// At publication, too, what has been answered since the run is known.
	const now = await database.reading(system("test", one.id), async (work) => {
		const round = await findRound(work, ownRound);
		return round && readOccupancy(work, round);
	});
	expect(now?.answered).toContainEqual(
		expect.objectContaining({ offerId, institutionId: one.id, places: 3, own: true }),
	);
	expect(together.offers).toMatchObject([
		{ places: 4, promised: [{ institutionId: one.id, firstDay: "2027-01-11", lastDay: "2027-03-05", places: 3 }] },
	]);
});

it("places answered with by name are taken into the capacity, and then a round can use them", async () => {
	const [host, one] = [await municipality(), await institution()];
	const requestId = await ordered(one, host.id, 3);
	const named = (places: number) => [{ offerId: null, siteName: "Fosslia bofellesskap", places }];
	const version = async () =>
		(await database.reading(one.actor, (work) => readRequest(work, requestId)))?.request.version ?? 0;
	const takeIn = async (actor = one.actor) => {
		const seen = await version();
		return as(actor, (work) => takeInAnswer(work, requestId, seen));
	};
	expect((await takeIn()).refused).toMatchObject([{ code: "nothing-to-take-in" }]);
	finished(await answer(host.actor, requestId, named(2), "no-supervisor"));
	const page = await database.reading(one.actor, (work) => readRequest(work, requestId));
	expect(page?.can).toMatchObject({ takeIn: true });
	expect((await takeIn(host.actor)).refused).toMatchObject([{ code: "not-allowed" }]);
	// All that wait are counted, for who ordered alone, and taken in at once.
	expect(await database.reading(one.actor, countToTakeIn)).toEqual({ requests: 1, places: 2 });
	expect(await database.reading(host.actor, countToTakeIn)).toEqual({ requests: 0, places: 0 });
	expect(finished(await as(one.actor, takeInAll))).toEqual({ requests: 1, places: 2 });
	expect((await as(one.actor, takeInAll)).refused).toMatchObject([{ code: "nothing-to-take-in" }]);
	const roundId = await beginRound(one.actor);
	const [offer] = (await seenBy(one.id, roundId, host.id)).offers;
	expect(offer).toMatchObject({ profession: "nursing", years: [2], places: 2, reservedFor: one.id });
	expect((await takeIn()).refused).toMatchObject([{ code: "nothing-to-take-in" }]);
	// The host finds one more: the same place is made larger, not made twice.
	finished(await answer(host.actor, requestId, named(3)));
	expect(finished(await takeIn())).toEqual({ places: 3 });
	expect((await seenBy(one.id, roundId, host.id)).offers).toMatchObject([{ id: offer?.id, places: 3 }]);
});

it("offers that overlap at one site give no more together than the site takes at once, pupils counted", async () => {
	const [host, one] = [await municipality(), await institution()];
	const first = await makeSiteOf(database, host.id, { places: 4, mostAtOnce: 5 });
	const second = newId();
	await database.commanding(system("test", host.id), async (work) => {
		await work.db
			.insertInto("placement.offer")
			.values({
				...{ organisation_id: host.id, host_id: host.id, id: second, site_id: first.id, capacity_id: first.capacityId },
				...{ first_day: "2027-01-01", last_day: "2027-06-30", published: true, profession: null, places: 4 },
			})
			.execute();
		return { done: undefined };
	});
	const requestId = await ordered(one, host.id, 8);
	const lines = (places: number) => [first.offerId, second].map((offerId) => ({ offerId, siteName: "", places }));
	expect((await answer(host.actor, requestId, lines(4))).refused).toMatchObject([
		{ code: "site-full", detail: { free: 5 } },
	]);
	const pupils = { kind: "pupil" as const, name: null, learners: 2, published: false };
	finished(
		await as(host.actor, (work) =>
			addLoad(work, { ...pupils, siteId: first.id, firstDay: "2027-02-01", lastDay: "2027-02-05" }),
		),
	);
	expect((await answer(host.actor, requestId, lines(2), "no-capacity")).refused).toMatchObject([
		{ code: "site-full", detail: { free: 3 } },
	]);
	finished(
		await answer(host.actor, requestId, [...lines(1), { offerId: null, siteName: "Heimly", places: 2 }], "other"),
	);
	// The order's own places are free to it when it is answered anew.
	finished(await answer(host.actor, requestId, lines(1), "no-capacity"));
});
