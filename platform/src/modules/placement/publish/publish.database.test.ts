import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { makePeriodOf, makeSiteOf } from "../../../../test/make-placement.ts";
import { eventually, testContext, workOn } from "../../../../test/worker.ts";
import { newId, type Work } from "../../../database/work.server.ts";
import { type Actor, system } from "../../../identity/actor.ts";
import { issueLink, openLink } from "../../../identity/link-token.server.ts";
import { isOver } from "../../../job/rules.ts";
import { findJobRow } from "../../../job/store.server.ts";
import { done, type Outcome } from "../../../outcome.ts";
import { recordEffort, type Spent } from "../effort.server.ts";
import { withdrawClaim } from "../roster/service.server.ts";
import { runJob } from "../round/jobs.server.ts";
import { chooseRun, deleteRun, requestRun } from "../round/run.server.ts";
import { addParties, choosePeriods, createRound, readRound, removeHost } from "../round/service.server.ts";
import { publishJob } from "./jobs.server.ts";
import { previewPublication, readPublications, requestPublication } from "./publication.server.ts";
import { remindPlacementsTask } from "./remind.server.ts";
import {
	answerAsHost,
	answerAsStudent,
	cancelPlacement,
	listPlacements,
	listPlacementsOfLink,
	listToShare,
	readPlacement,
} from "./service.server.ts";
import { listSitesToAsk } from "./store.server.ts";
import { askSites } from "./tell.server.ts";
import { tellPlacementTask } from "./told.server.ts";
import { findWaitingPlacements } from "./waiting.server.ts";
import "../../../registrations.server.ts";

const database = await openTestDatabase();
beforeEach(() => database.setNow("2026-11-20T09:00:00Z"));

function finished<Value>(outcome: Outcome<Value>): Value {
	if (outcome.refused) throw new Error(JSON.stringify(outcome.refused));
	return outcome.done;
}
const codes = (outcome: Outcome<unknown>) => (outcome.refused ?? []).map(({ code }) => code);
const as = <Value, Code extends string>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value, Code>>) =>
	database.commanding(actor, verb);
const read = <Value>(actor: Actor, verb: (work: Work) => Promise<Value>) => database.reading(actor, verb);
type Made = Awaited<ReturnType<typeof makeOrganisation>>;
const coordinator = (organisation: Made) => makeActor(database, { organisation, roles: ["placement-coordinator"] });
const institution = () => makeOrganisation(database, { kind: "institution", name: `Høgskolen ${newId().slice(-6)}` });

async function over(jobId: string) {
	return eventually(async () => {
		const job = await read(system("test"), (work) => findJobRow(work, jobId));
		return job && isOver(job.state) ? job : null;
	});
}

/** Runs and chooses. */
async function ran(owner: Actor, roundId: string): Promise<string> {
	const { runId, jobId } = finished(await as(owner, (work) => requestRun(work, roundId, null)));
	expect(await over(jobId)).toMatchObject({ state: "done" });
	finished(await as(owner, (work) => chooseRun(work, runId)));
	return runId;
}

async function published(owner: Actor, roundId: string) {
	const { jobId } = finished(await as(owner, (work) => requestPublication(work, roundId)));
	return over(jobId);
}

/**
 * Two institutions with students and one municipality with two sites, in one round of the first: run and chosen. One of
 * the students has an account, one an address.
 */
async function region() {
	const [school, guest, host] = [await institution(), await institution(), await makeOrganisation(database)];
	const [owner, guesting, hosting] = [await coordinator(school), await coordinator(guest), await coordinator(host)];
	const person = await makeActor(database, { organisation: school, roles: ["student"] });
	const sites = [
		await makeSiteOf(database, host.id, { places: 2, name: "Solbakken" }),
		await makeSiteOf(database, host.id, { places: 2, name: "Fjellheim", email: null }),
	] as const;
	const period = await makePeriodOf(database, school.id, {
		students: 2,
		personIds: [person.personId],
		email: (at) => (at === 0 ? null : "student@example.no"),
	});
	const brought = await makePeriodOf(database, guest.id, { students: 1 });
	const values = {
		...{ name: "Vår 2027", firstDay: "2027-01-01", lastDay: "2027-06-30" },
		...{ wishesFrom: null, wishesUntil: null, wishesMost: 5, confirmBy: "2026-12-20" },
	};
	const { id: roundId } = finished(await as(owner, (work) => createRound(work, values, "institution")));
	for (const { hostId } of (await read(owner, (work) => readRound(work, roundId)))?.hosts ?? [])
		if (hostId !== host.id) finished(await as(owner, (work) => removeHost(work, roundId, hostId)));
	finished(await as(owner, (work) => addParties(work, roundId, "institution", [guest.id])));
	finished(await as(guesting, (work) => choosePeriods(work, roundId, [brought.id])));
	await workOn(database, { jobs: [runJob, publishJob] });
	const runId = await ran(owner, roundId);
	const all = async () => (await read(owner, (work) => listPlacements(work, {}))).rows;
	const standing = async () => (await all()).filter(({ state }) => state !== "cancelled" && state !== "declined");
	return {
		school,
		guest,
		host,
		owner,
		guesting,
		hosting,
		person,
		sites,
		period,
		brought,
		roundId,
		runId,
		all,
		standing,
	};
}

const yes = (version = 1) => ({ version, answer: "confirmed" as const, reason: null, supervisor: "Kari" });
const no = (version = 1) => ({ version, answer: "declined" as const, reason: "Ingen veileder", supervisor: null });
const reconsider = { version: 1, answer: "reconsider" as const, reason: "Passer pasienten min der" };

async function linkTo(owner: Actor, purpose: string, kind: string, objectId: string, days = 10) {
	const { path } = finished(
		await as(owner, async (work) =>
			done(await issueLink(work, { purpose, objectKind: kind, objectId, days, reason: "Svar" })),
		),
	);
	return path.split("/").at(-1) ?? "";
}
async function through(token: string): Promise<Actor> {
	return finished(await openLink(database, token)).actor;
}

const mails = (organisationId: string) =>
	read(system("test"), (work) =>
		work.db
			.selectFrom("notice.mail")
			.select(["recipient", "subject", "body"])
			.where("organisation_id", "=", organisationId)
			.orderBy("id")
			.execute(),
	);

/** What somebody has found in the inbox. */
const told = ({ personId }: { personId: string }) =>
	read(system("test"), (work) =>
		work.db
			.selectFrom("notice.notice")
			.select(["kind", "detail"])
			.where("person_id", "=", personId)
			.orderBy("id")
			.execute(),
	);
const kindsTold = async (actor: { personId: string }) => (await told(actor)).map(({ kind }) => kind);
/** Does what was asked for in the background for the placements given, the latest last. */
async function tellOf(placementId: string, telling: string, by: string): Promise<void> {
	await tellPlacementTask.run(testContext(database), { placementId, telling, by });
}

describe("publishing", () => {
	it("makes all placements in one, and tells students and sites", async () => {
		const { owner, person, hosting, guesting, host, roundId, runId, all } = await region();
		const before = (await mails(owner.organisationId)).length;
		const preview = await read(owner, (work) => previewPublication((verb) => verb(work), database, roundId));
		expect(preview).toMatchObject({
			run: { id: runId },
			changes: { added: 3, changed: 0, removed: 0, kept: 0 },
			...{ withdrawn: 0, ended: 0, overbooked: [], unplaced: 0 },
		});
		expect(await published(owner, roundId)).toMatchObject({ state: "done" });
		const placements = await all();
		expect(placements).toHaveLength(3);
		expect(placements.every(({ state, hostId }) => state === "published" && hostId === host.id)).toBe(true);
		// One student by mail with a link, one site by mail, and the one with an account in the inbox.
		const sent = (await mails(owner.organisationId)).slice(before);
		const sites = new Set(placements.map(({ siteName }) => siteName));
		expect(sent.map(({ recipient }) => recipient).sort()).toEqual(
			sites.has("Solbakken") ? ["leder@example.no", "student@example.no"] : ["student@example.no"],
		);
		const notices = await read(person, (work) =>
			work.db.selectFrom("notice.notice").select(["kind", "link"]).where("person_id", "=", person.personId).execute(),
		);
		expect(notices).toContainEqual({ kind: "placement.published", link: "/placement/own" });
		// The host's coordinators are told in their inbox, in numbers.
		expect(await told(hosting)).toMatchObject([
			{ kind: "placement.at-host", detail: { round: "Vår 2027", fresh: 3, ended: 0 } },
		]);
		const round = await read(owner, (work) => readRound(work, roundId));
		expect(round?.round).toMatchObject({ state: "published", publication: 1, chosenRunId: runId });
		expect(codes(await as(owner, (work) => deleteRun(work, runId)))).toEqual(["run-kept"]);
		// The host sees all three; each institution its own.
		expect((await read(hosting, (work) => listPlacements(work, {}))).total).toBe(3);
		expect((await read(guesting, (work) => listPlacements(work, {}))).total).toBe(1);
	});

	it("gives the lists to share: how own students are reached, who has no place, and whom nobody could write to", async () => {
		const { owner, hosting, guesting, roundId, all } = await region();
		expect(await published(owner, roundId)).toMatchObject({ state: "done" });
		const [first] = (await all()).filter(({ organisationId }) => organisationId === owner.organisationId);
		const cancelling = { version: 1, reason: "Stedet stenger" };
		finished(await as(owner, (work) => cancelPlacement(work, first?.id ?? "", cancelling, "Kari")));
		const share = (actor: Actor, query = {}) =>
			read(actor, (work) => listToShare(work, { roundId, standing: true, ...query }));
		const own = await share(owner);
		expect(own.rows).toHaveLength(2);
		// What another institution keeps of its student is not told; nor who of theirs has no place.
		expect(own.reached.size).toBe(1);
		expect(own.unplaced).toMatchObject([{ studentName: first?.studentName, courseName: "Praksis i hjemmetjeneste" }]);
		expect((await share(guesting)).unplaced).toEqual([]);
		expect(await share(hosting)).toMatchObject({ unplaced: [], rows: [{}, {}] });
		expect((await share(hosting)).reached.size).toBe(0);
		// A list that is narrowed is about those in it.
		expect((await share(owner, { search: "Ingen heter dette" })).unplaced).toEqual([]);
		const { unreached } = await read(owner, (work) =>
			readPublications(work, { organisationId: owner.organisationId, id: roundId }),
		);
		const silent = own.rows.some(({ siteName }) => siteName === "Fjellheim");
		expect(unreached.sites.map(({ name, own: kept }) => [name, kept])).toEqual(silent ? [["Fjellheim", false]] : []);
	});

	it("asked twice: only the first", async () => {
		const { owner, roundId, all } = await region();
		const asked = [
			finished(await as(owner, (work) => requestPublication(work, roundId))).jobId,
			finished(await as(owner, (work) => requestPublication(work, roundId))).jobId,
		];
		const states = (await Promise.all(asked.map(over))).map((job) => job.state);
		expect(states.sort()).toEqual(["done", "failed"]);
		expect(await all()).toHaveLength(3);
		const { publications } = await read(owner, (work) =>
			readPublications(work, { organisationId: owner.organisationId, id: roundId }),
		);
		expect(publications).toMatchObject([{ number: 1, publishedBy: owner.name, changes: { added: 3 } }]);
		// The same plan once more changes nothing.
		expect(await published(owner, roundId)).toMatchObject({ state: "failed" });
	});

	it("is refused by name where a site has less room than when it was run", async () => {
		const { owner, roundId, sites, all } = await region();
		const lower = (places: number, published: boolean) =>
			database.commanding(system("make"), async (work) => {
				for (const { offerId } of sites)
					await work.db.updateTable("placement.offer").set({ places, published }).where("id", "=", offerId).execute();
				return { done: undefined };
			});
		for (const [places, isPublished] of [
			[0, true],
			[2, false],
		] as const) {
			await lower(places, isPublished);
			const preview = await read(owner, (work) => previewPublication((verb) => verb(work), database, roundId));
			expect(preview?.overbooked.length).toBeGreaterThan(0);
			for (const site of preview?.overbooked ?? [])
				expect(site).toMatchObject({ name: /Solbakken|Fjellheim/, most: 0 });
			const job = await published(owner, roundId);
			expect(job).toMatchObject({ state: "failed" });
			expect(JSON.stringify(job)).toMatch(/run-outdated.*(Solbakken|Fjellheim)/);
			expect(await all()).toEqual([]);
		}
		await lower(2, true);
		expect(await published(owner, roundId)).toMatchObject({ state: "done" });
	});

	it("leaves out a student who has withdrawn since, and says so", async () => {
		const { owner, roundId, period, all } = await region();
		const gone = period.claims[1]?.id ?? "";
		finished(await as(owner, (work) => withdrawClaim(work, gone, 1)));
		const preview = await read(owner, (work) => previewPublication((verb) => verb(work), database, roundId));
		expect(preview).toMatchObject({ withdrawn: 1, unplaced: 0, changes: { added: 2 } });
		expect(await published(owner, roundId)).toMatchObject({ state: "done" });
		expect((await all()).map(({ claimId }) => claimId)).not.toContain(gone);
	});

	it("again changes only what has changed: those who keep their place keep their answers", async () => {
		const { owner, hosting, roundId, sites, all, standing } = await region();
		await published(owner, roundId);
		const first = await all();
		// A site nobody new comes to is not asked once more.
		const round = { organisationId: owner.organisationId, id: roundId };
		const askedOf = (publication: number) => read(owner, (work) => listSitesToAsk(work, round, { publication }));
		expect((await askedOf(1)).map(({ siteId }) => siteId).sort()).toEqual(
			[...new Set(first.map((row) => row.siteId))].sort(),
		);
		expect(await askedOf(2)).toEqual([]);
		for (const { id } of first) finished(await as(hosting, (work) => answerAsHost(work, id, yes(), "Kari")));
		// One site is closed to the round: whoever was there goes to another, and the others stay.
		const away = first[0]?.siteId ?? "";
		const [stays, goes] = [first.filter((row) => row.siteId !== away), first.filter((row) => row.siteId === away)];
		const closed = sites.find(({ id }) => id === away);
		await makeSiteOf(database, hosting.organisationId, { places: 3, name: "Nytt sted" });
		await database.commanding(system("make"), async (work) => {
			await work.db
				.updateTable("placement.offer")
				.set({ published: false })
				.where("id", "=", closed?.offerId ?? "")
				.execute();
			await sql`update placement.round set rules = rules || '{"keepPublished": true}' where id = ${roundId}`.execute(
				work.db,
			);
			return { done: undefined };
		});
		await ran(owner, roundId);
		const preview = await read(owner, (work) => previewPublication((verb) => verb(work), database, roundId));
		expect(preview?.changes).toEqual({ added: 0, changed: goes.length, removed: 0, kept: stays.length });
		expect(await published(owner, roundId)).toMatchObject({ state: "done" });
		const after = await standing();
		expect(after).toHaveLength(3);
		for (const { id } of stays)
			expect(after.find((row) => row.id === id)).toMatchObject({ state: "confirmed", supervisorName: "Kari" });
		expect(after.filter(({ state }) => state === "published")).toHaveLength(goes.length);
		const before = await read(hosting, (work) => readPlacement(work, goes[0]?.id ?? ""));
		expect(before?.placement.state).toBe("cancelled");
		expect(before?.events.map(({ verb }) => verb)).toEqual(["supersede", "confirm", "publish"]);
	});
});

describe("what a round takes", () => {
	it("counts what all have spent on it: the round, the collection its places came from, and the requests for them", async () => {
		const { owner, guesting, hosting, host, sites, period, roundId } = await region();
		const round = { organisationId: owner.organisationId, id: roundId };
		const before = await read(owner, (work) => readPublications(work, round));
		expect(before.effort.spent.capacity).toEqual({ messages: 0, touches: 0, organisations: 0 });
		const [collection, other, request] = [newId(), newId(), newId()];
		const spend = (actor: Actor, spent: Spent) =>
			as(actor, async (work) => {
				await recordEffort(work, spent);
				return done(undefined);
			});
		await database.commanding(system("make"), async (work) => {
			for (const id of [collection, other])
				await sql`insert into placement.collection (organisation_id, id, name, first_day, last_day, due_on, state, created_at)
					values (${host.id}, ${id}, 'Vår 2027', '2027-01-01', '2027-06-30', '2026-11-01', 'closed', ${work.now})`.execute(
					work.db,
				);
			for (const { capacityId } of sites)
				await sql`update placement.capacity set collection_id = ${collection} where id = ${capacityId}`.execute(
					work.db,
				);
			await sql`insert into placement.request (organisation_id, id, institution_id, host_id, period_id, programme, course_name,
					profession, year_of_study, first_day, last_day, places, state)
				values (${owner.organisationId}, ${request}, ${owner.organisationId}, ${host.id}, ${period.id}, 'Sykepleie', 'Praksis',
					'nursing', 2, '2027-01-11', '2027-03-05', 2, 'sent')`.execute(work.db);
			return { done: undefined };
		});
		await spend(hosting, { kind: "message", what: "capacity-asked", times: 2, collectionId: collection });
		await spend(hosting, { kind: "message", what: "capacity-asked", times: 50, collectionId: other });
		await spend(owner, { kind: "touch", what: "request-sent", requestId: request });
		await spend(hosting, { kind: "touch", what: "request-answered", requestId: request });
		await spend(owner, { kind: "touch", what: "request-sent", requestId: newId() });
		// Nothing has come of collection and request before somebody has a place by them.
		expect((await read(owner, (work) => readPublications(work, round))).effort.here.organisations).toBe(1);
		await published(owner, roundId);
		const { effort } = await read(owner, (work) => readPublications(work, round));
		expect(effort.placed).toBe(3);
		expect(effort.spent).toMatchObject({
			capacity: { messages: 2, touches: 0, organisations: 1 },
			request: { messages: 0, touches: 2, organisations: 2 },
		});
		const { round: own, capacity, request: ordered } = effort.spent;
		expect(effort.here).toEqual({
			messages: own.messages + capacity.messages + ordered.messages,
			touches: own.touches + capacity.touches + ordered.touches,
			organisations: 2,
		});
		// One's own part is what was written down in the same transaction as one's own entries in the log.
		expect(effort.own.touches).toBeGreaterThan(0);
		expect(effort.own.touches).toBeLessThan(effort.here.touches);
		// Sums are for whoever keeps the round.
		const theirs = await read(guesting, (work) => readPublications(work, round));
		expect(theirs.effort.here).toEqual({ messages: 0, touches: 0, organisations: 0 });
		expect(theirs.effort.own).toEqual({ messages: 0, touches: 0 });
	});
});

describe("the site's answer", () => {
	it("is given signed in and by link, a no with its reason; a no frees the place, and is not planned once more", async () => {
		const { owner, hosting, roundId, all, standing } = await region();
		await published(owner, roundId);
		const [one, two] = await all();
		if (!one || !two) throw new Error("no placements");
		finished(await as(hosting, (work) => answerAsHost(work, one.id, yes(), "Kari")));
		expect(codes(await as(hosting, (work) => answerAsHost(work, one.id, yes(), "Kari")))).toEqual([
			"changed-by-another",
		]);
		const link = await through(await linkTo(owner, "placement-confirm", "site", two.siteId));
		const seen = await read(link, listPlacementsOfLink);
		expect(seen.map(({ id }) => id)).toContain(two.id);
		expect(codes(await as(link, (work) => answerAsHost(work, two.id, { ...no(), reason: null }, "Kari")))).toEqual([
			"reason-missing",
		]);
		finished(await as(link, (work) => answerAsHost(work, two.id, no(), "Kari")));
		expect(codes(await as(link, (work) => answerAsHost(work, two.id, yes(2), "Kari")))).toEqual(["already-over"]);
		const page = await read(owner, (work) => readPlacement(work, two.id));
		expect(page?.placement).toMatchObject({ state: "declined", hostReason: "Ingen veileder", hostAnsweredBy: "Kari" });
		expect((await standing()).map(({ id }) => id)).not.toContain(two.id);
		// Publishing the same run again does not send the student back there …
		const preview = await read(owner, (work) => previewPublication((verb) => verb(work), database, roundId));
		expect(preview).toMatchObject({ ended: 1, unplaced: 1, changes: { added: 0, kept: 2 } });
		// … and neither does the next run.
		await ran(owner, roundId);
		expect(await published(owner, roundId)).toMatchObject({ state: "done" });
		const again = (await standing()).find(({ claimId }) => claimId === two.claimId);
		expect(again?.siteId).not.toBe(two.siteId);
	});

	it("is given by the leader of the unit, whom it waits for; a supervisor sees own students, and others nothing", async () => {
		const { owner, hosting, host, sites, roundId, all } = await region();
		const [led, other] = [newId(), newId()];
		await database.commanding(system("make"), async (work) => {
			for (const [at, id] of [led, other].entries()) {
				await sql`insert into organisation.unit (organisation_id, id, name, search_name, sector, valid_from)
					values (${host.id}, ${id}, ${`Enhet ${at}`}, ${`enhet ${at}`}, 'health-and-care', '2020-01-01')`.execute(
					work.db,
				);
				await sql`update placement.site set unit_organisation_id = ${host.id}, unit_id = ${id}
					where id = ${sites[at]?.id ?? ""}`.execute(work.db);
			}
			return { done: undefined };
		});
		await published(owner, roundId);
		const placements = await all();
		const mine = placements.filter(({ siteId }) => siteId === sites[0].id);
		const [one] = mine;
		const theirs = placements.find(({ siteId }) => siteId === sites[1].id);
		if (!one || !theirs) throw new Error("each site has a placement");
		const leader = await makeActor(database, { organisation: host, roles: ["unit-leader"], unitId: led });
		const seen = await read(leader, (work) => listPlacements(work, {}));
		expect(seen.rows.map(({ id }) => id).sort()).toEqual(mine.map(({ id }) => id).sort());
		expect(await read(leader, findWaitingPlacements)).toMatchObject([{ key: "placement.host" }]);
		expect((await read(leader, (work) => readPlacement(work, one.id)))?.can).toMatchObject({
			...{ confirm: true, answer: false, cancel: false, link: { site: false, student: false } },
		});
		expect(await read(leader, (work) => readPlacement(work, theirs.id))).toBeUndefined();
		expect(codes(await as(leader, (work) => answerAsHost(work, theirs.id, yes(), "Leder")))).toEqual(["missing"]);
		const supervisor = await makeActor(database, { organisation: host, roles: ["supervisor"], name: "Kari" });
		expect((await read(supervisor, (work) => listPlacements(work, {}))).total).toBe(0);
		for (const { id } of mine) finished(await as(leader, (work) => answerAsHost(work, id, yes(), "Leder")));
		expect(await read(leader, findWaitingPlacements)).toEqual([]);
		// The supervisor was named in the answer: sees who comes, answers for nothing, and is not told why of anything.
		expect((await read(supervisor, (work) => listPlacements(work, {}))).total).toBe(mine.length);
		expect(await read(supervisor, (work) => readPlacement(work, one.id))).toMatchObject({
			side: "supervisor",
			placement: { studentReason: null },
			can: { confirm: false, answer: false, cancel: false },
		});
		expect(codes(await as(supervisor, (work) => answerAsHost(work, one.id, no(2), "Kari")))).toEqual(["not-allowed"]);
		expect(await read(supervisor, (work) => readPlacement(work, theirs.id))).toBeUndefined();
		// With another supervisor of that name nobody knows who is meant.
		await makeActor(database, { organisation: host, roles: ["supervisor"], name: "kari" });
		expect((await read(supervisor, (work) => listPlacements(work, {}))).total).toBe(0);
		const elsewhere = await makeActor(database, { roles: ["unit-leader", "supervisor"], name: "Kari" });
		expect((await read(elsewhere, (work) => listPlacements(work, {}))).total).toBe(0);
		expect((await read(hosting, (work) => listPlacements(work, {}))).total).toBe(3);
	});

	it("is not given by others, nor by a link for something else", async () => {
		const { owner, guesting, hosting, host, person, roundId, all } = await region();
		await published(owner, roundId);
		const placement = (await all())[0];
		if (!placement) throw new Error("no placements");
		const answer = (actor: Actor) => as(actor, (work) => answerAsHost(work, placement.id, yes(), "Noen"));
		expect(codes(await answer(owner))).toEqual(["not-allowed"]);
		expect(codes(await answer(await coordinator(await institution())))).toEqual(["missing"]);
		const lesser = await makeActor(database, { organisation: host, roles: ["teacher"] });
		expect(codes(await answer(lesser))).toEqual(["not-allowed"]);
		if (placement.personId !== person.personId) expect(codes(await answer(person))).toEqual(["missing"]);
		const others = [
			await linkTo(owner, "placement-answer", "site", placement.siteId),
			await linkTo(owner, "placement-confirm", "site", newId()),
			await linkTo(guesting, "placement-confirm", "site", placement.siteId),
			await linkTo(hosting, "placement-confirm", "site", placement.siteId),
			await linkTo(owner, "wishes", "site", placement.siteId),
		];
		for (const token of others) expect(codes(await answer(await through(token)))).toEqual(["missing"]);
		const old = await linkTo(owner, "placement-confirm", "site", placement.siteId, 2);
		database.setNow("2026-11-23T09:00:00Z");
		expect(codes(await openLink(database, old))).toEqual(["expired"]);
	});

	it("is asked for again by a new link; links that others have sent keep working", async () => {
		const { owner, school, roundId, sites, all } = await region();
		await published(owner, roundId);
		const placement = (await all()).find(({ siteId }) => siteId === sites[0].id);
		const other = await coordinator(await institution());
		const theirs = await linkTo(other, "placement-confirm", "site", sites[0].id);
		const asked = finished(
			await as(system("test", school.id), async (work) => {
				const round = await readRound(work, roundId);
				return done(round && (await askSites(work, round.round)));
			}),
		);
		expect((asked?.asked ?? 0) + (asked?.withoutAddress ?? 0)).toBeGreaterThan(0);
		if (placement) {
			const tokens = (await mails(school.id)).flatMap(({ body }) => body.match(/link\/([\w-]+)/)?.[1] ?? []);
			expect(await through(tokens.at(-1) ?? "")).toMatchObject({ purpose: "placement-confirm", objectId: sites[0].id });
		}
		expect(await through(theirs)).toMatchObject({ organisationId: other.organisationId });
	});
});

describe("the student's answer", () => {
	it("accepts, or asks for another with a reason that only the institution reads", async () => {
		const { owner, hosting, guesting, person, brought, roundId, all, standing } = await region();
		await published(owner, roundId);
		const own = await read(person, (work) => listPlacements(work, {}));
		expect(own.total).toBe(1);
		const mine = own.rows[0];
		if (!mine) throw new Error("no placement");
		const accept = { version: 1, answer: "accepted" as const, reason: null };
		expect(codes(await as(hosting, (work) => answerAsStudent(work, mine.id, accept)))).toEqual(["not-allowed"]);
		expect(codes(await as(person, (work) => answerAsStudent(work, mine.id, { ...reconsider, reason: null })))).toEqual([
			"reason-missing",
		]);
		finished(await as(person, (work) => answerAsStudent(work, mine.id, reconsider)));
		const seen = async (actor: Actor, id: string) =>
			JSON.stringify(await read(actor, (work) => readPlacement(work, id)));
		expect(await seen(owner, mine.id)).toContain(reconsider.reason);
		expect(await seen(hosting, mine.id)).not.toContain(reconsider.reason);
		const listed = JSON.stringify(await read(hosting, (work) => listPlacements(work, {})));
		expect(listed).not.toContain(reconsider.reason);
		// Coordinators of the institution are told that it is asked, and not why; the host is not told.
		await tellOf(mine.id, "reconsider", "student");
		expect(await kindsTold(owner)).toContain("placement.reconsider");
		expect(JSON.stringify(await told(owner))).not.toContain(reconsider.reason);
		expect(await kindsTold(hosting)).not.toContain("placement.reconsider");
		// The place is kept until somebody gives another.
		expect((await standing()).map(({ id }) => id)).toContain(mine.id);
		// A student brought by another institution, by link: its reason is not the round owner's.
		const theirs = (await all()).find(({ claimId }) => claimId === brought.claims[0]?.id);
		if (!theirs) throw new Error("no placement");
		const link = await through(await linkTo(owner, "placement-answer", "placement", theirs.id));
		finished(await as(link, (work) => answerAsStudent(work, theirs.id, reconsider)));
		expect(await seen(guesting, theirs.id)).toContain(reconsider.reason);
		expect(await seen(owner, theirs.id)).not.toContain(reconsider.reason);
		expect(await read(person, (work) => readPlacement(work, theirs.id))).toBeUndefined();
		const elsewhere = await through(await linkTo(owner, "placement-answer", "placement", mine.id));
		expect(await read(elsewhere, (work) => readPlacement(work, theirs.id))).toBeUndefined();
	});
});

describe("cancelling", () => {
	it("frees the place at once, with the reason told", async () => {
		const { owner, hosting, person, roundId, all, standing } = await region();
		await published(owner, roundId);
		const placement = (await all()).find(({ organisationId }) => organisationId === owner.organisationId);
		if (!placement) throw new Error("no placement");
		const why = { version: 1, reason: "Permisjon" };
		const stranger = await coordinator(await institution());
		expect(codes(await as(stranger, (work) => cancelPlacement(work, placement.id, why, "X")))).toEqual(["missing"]);
		finished(await as(owner, (work) => cancelPlacement(work, placement.id, why, owner.name)));
		expect(await standing()).toHaveLength(2);
		expect(codes(await as(hosting, (work) => answerAsHost(work, placement.id, yes(2), "Kari")))).toEqual([
			"already-over",
		]);
		const page = await read(hosting, (work) => readPlacement(work, placement.id));
		expect(page?.events[0]).toMatchObject({
			verb: "cancel",
			reason: "Permisjon",
			byName: owner.name,
			bySide: "institution",
		});
		expect(await read(owner, (work) => previewPublication((verb) => verb(work), database, roundId))).toMatchObject({
			ended: 1,
		});
		// The host is told, and the student, and the site itself; whoever did it knows.
		const before = (await mails(owner.organisationId)).length;
		await tellOf(placement.id, "cancelled", "institution");
		expect(await kindsTold(hosting)).toContain("placement.cancelled");
		expect(await kindsTold(owner)).not.toContain("placement.cancelled");
		const letters = (await mails(owner.organisationId)).slice(before).map(({ subject }) => subject);
		const viaInbox = placement.personId !== null;
		expect(letters).toHaveLength((viaInbox ? 0 : 1) + (placement.siteName === "Solbakken" ? 1 : 0));
		if (viaInbox) expect(await kindsTold(person)).toContain("placement.withdrawn");
	});
});

describe("those who have not answered", () => {
	it("are reminded some days before the last day, not twice in two days, and not once they have answered", async () => {
		const { owner, hosting, person, roundId, all } = await region();
		await published(owner, roundId);
		const remind = async (moment: string) => {
			database.setNow(moment);
			const before = (await mails(owner.organisationId)).length;
			await remindPlacementsTask.run(testContext(database), {});
			return (await mails(owner.organisationId)).slice(before).map(({ recipient }) => recipient);
		};
		expect(await remind("2026-12-10T06:23:00Z")).toEqual([]);
		const placements = await all();
		const asked = placements.some(({ siteName }) => siteName === "Solbakken") ? ["leder@example.no"] : [];
		expect((await remind("2026-12-17T06:23:00Z")).sort()).toEqual([...asked, "student@example.no"]);
		expect(await remind("2026-12-17T18:00:00Z")).toEqual([]);
		for (const { id } of placements) finished(await as(hosting, (work) => answerAsHost(work, id, yes(), "Kari")));
		expect(await remind("2026-12-20T06:23:00Z")).toEqual(["student@example.no"]);
		const mine = placements.find(({ personId }) => personId === person.personId);
		const reminders = () =>
			read(system("test"), (work) =>
				work.db
					.selectFrom("notice.reminder")
					.select("cancelled_at")
					.where("object_id", "=", mine?.id ?? "")
					.execute(),
			);
		expect(await reminders()).toEqual([{ cancelled_at: null }]);
		const accept = { version: 2, answer: "accepted" as const, reason: null };
		finished(await as(person, (work) => answerAsStudent(work, mine?.id ?? "", accept)));
		expect((await reminders())[0]?.cancelled_at).not.toBeNull();
	});
});

describe("what waits", () => {
	it("is told to those who can do it: run, publish, confirm, reconsider, answer", async () => {
		const { owner, hosting, person, roundId, all } = await region();
		const keys = async (actor: Actor) => (await read(actor, findWaitingPlacements)).map(({ key }) => key);
		expect(await keys(owner)).toEqual([`placement.round.${roundId}`]);
		expect(await keys(hosting)).toEqual([]);
		await published(owner, roundId);
		expect(await keys(owner)).toEqual([]);
		expect(await keys(hosting)).toEqual(["placement.host"]);
		const mine = (await all()).find(({ personId }) => personId === person.personId);
		expect(await keys(person)).toEqual([`placement.answer.${mine?.id}`]);
		finished(await as(person, (work) => answerAsStudent(work, mine?.id ?? "", reconsider)));
		expect(await keys(person)).toEqual([]);
		expect(await keys(owner)).toEqual(["placement.reconsider"]);
		for (const { id, version } of await all())
			finished(await as(hosting, (work) => answerAsHost(work, id, yes(version), "Kari")));
		expect(await keys(hosting)).toEqual([]);
	});
});
