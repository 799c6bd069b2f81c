import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { makeSiteOf } from "../../../../test/make-placement.ts";
import { testContext } from "../../../../test/worker.ts";
import { newId, type Work } from "../../../database/work.server.ts";
import { type Actor, system } from "../../../identity/actor.ts";
import { openLink } from "../../../identity/link-token.server.ts";
import { done } from "../../../outcome.ts";
import { recordEffort, type Spent } from "../effort.server.ts";
import { withdrawClaim } from "../roster/service.server.ts";
import { moveClaim } from "../round/move.server.ts";
import { deleteRun, requestRun } from "../round/run.server.ts";
import { openStanding } from "../round/run-view.server.ts";
import { listRounds, readRound } from "../round/service.server.ts";
import { whyPlaced } from "../round/why.server.ts";
import { answerAsHost, answerAsStudent, cancelPlacement } from "./answer.server.ts";
import { listSitesToAsk } from "./asked.store.server.ts";
import { makeRoundLinks } from "./link.server.ts";
import { previewPublication } from "./preview.server.ts";
import { requestPublication } from "./publication.server.ts";
import { readPublications } from "./published.server.ts";
import { answerReconsideration } from "./reconsider.server.ts";
import { remindPlacementsTask } from "./remind.server.ts";
import { listPlacements, listToShare, readPlacement } from "./service.server.ts";
import { summarizePublication } from "./summary.server.ts";
import { askSites } from "./tell.server.ts";
import { codes, finished, openRegions, yes } from "./test/region.ts";

const { database, as, read, ran, published, over, region, mails, told, linkTo, through } = await openRegions();
beforeEach(() => database.setNow("2026-11-20T09:00:00Z"));

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
		// Before it is done: whom it reaches and how, and what is not as it should be.
		const summary = (actor: Actor, mails = true) =>
			read(actor, (work) => summarizePublication((verb) => verb(work), database, roundId, { mails }));
		const seen = await summary(owner);
		expect(seen).toMatchObject({
			told: { students: { account: 1, mail: 1, nobody: 1 } },
			...{ wishesUntil: null, needs: { students: 0 }, lacking: { places: 3, hosts: 1 } },
		});
		const { mail, nobody } = seen?.told.sites ?? { mail: 0, nobody: 0 };
		expect((await summary(owner, false))?.told).toEqual({
			students: { account: 1, mail: 0, nobody: 2 },
			sites: { account: 0, mail: 0, nobody: mail + nobody },
		});
		expect(await summary(hosting)).toBeUndefined();
		expect(await published(owner, roundId)).toMatchObject({ state: "done" });
		const placements = await all();
		expect(placements).toHaveLength(3);
		// In the list of rounds, too: whoever had wished nothing is counted when it is published, and not anew.
		const listed = async () => (await read(owner, (work) => listRounds(work, { sort: "claims" }))).rows;
		expect(await listed()).toMatchObject([{ claims: 3, withoutWishes: 3, placed: 3 }]);
		const counted = await read(owner, (work) =>
			work.db.selectFrom("placement.publication").select(["claims", "without_wishes as without"]).executeTakeFirst(),
		);
		expect(counted).toEqual({ claims: 3, without: 3 });
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
		const cancelling = { version: 1, reason: "Stedet stenger", next: "again" as const };
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

	it("writes no e-mail where none is sent, and counts none: whoever has no account is named as not told", async () => {
		const { owner, hosting, person, school, roundId, all } = await region({ mails: false });
		const round = { organisationId: owner.organisationId, id: roundId };
		const before = (await read(owner, (work) => readPublications(work, round))).effort.spent.round.messages;
		expect(await published(owner, roundId)).toMatchObject({ state: "done" });
		const placements = await all();
		const sites = new Set(placements.map(({ siteName }) => siteName));
		const telling = { mails: false };
		const after = await read(owner, (work) => readPublications(work, round, telling));
		// The student with an account and the host's coordinator, in their inboxes.
		expect(await told(person)).toContainEqual(expect.objectContaining({ kind: "placement.published" }));
		expect(await told(hosting)).toHaveLength(1);
		expect(after.effort.spent.round.messages - before).toBe(2);
		expect(new Set(after.unreached.sites.map(({ name }) => name))).toEqual(sites);
		// Of one's own students; another institution sees to its own.
		expect(after.unreached.students).toBe(1);
		const ids = new Set(placements.map(({ id }) => id));
		expect(after.unreached.sites.every(({ placementId }) => ids.has(placementId))).toBe(true);
		// Links to all of them at once, for whoever runs the round alone.
		const links = finished(await as(owner, (work) => makeRoundLinks(work, roundId, telling)));
		expect(new Set(links.sites.map(({ name }) => name))).toEqual(sites);
		expect(links.sites.reduce((sum, one) => sum + one.placements, 0)).toBe(placements.length);
		expect(links.students).toHaveLength(1);
		const [student] = links.students;
		const opened = await openLink(database, student?.path.replace("/link/", "") ?? "");
		expect(placements.find(({ id }) => id === opened.done?.actor.objectId)?.studentName).toBe(student?.name);
		expect(codes(await as(hosting, (work) => makeRoundLinks(work, roundId, telling)))).toEqual(["missing"]);
		const asked = await as(system("test", school.id), async (work) => {
			const found = await readRound(work, roundId);
			return done(found && (await askSites(work, found.round, {}, telling)));
		});
		expect(asked.done).toEqual({ asked: 0, withoutAddress: sites.size });
		database.setNow("2026-12-17T06:23:00Z");
		await remindPlacementsTask.run(testContext(database), {});
		expect(await mails(owner.organisationId)).toEqual([]);
		// A student with an address alone: the answer is found only by a link.
		const theirs = placements.find(
			({ organisationId, personId }) => organisationId === owner.organisationId && personId === null,
		);
		const reconsider = { version: 1, answer: "reconsider" as const, reason: "For langt" };
		const link = await linkTo(owner, "placement-answer", "placement", theirs?.id ?? "");
		finished(await as(await through(link), (work) => answerAsStudent(work, theirs?.id ?? "", reconsider)));
		const answered = async (version: number, by: { mails: boolean }) => {
			const given = { version, decision: "refused" as const, reason: "Ingen ledige" };
			return finished(await as(owner, (work) => answerReconsideration(work, theirs?.id ?? "", given, "Kari", by))).told;
		};
		expect(await answered(2, telling)).toBe("none");
		expect(await answered(3, { mails: true })).toBe("mail");
	});

	it("asked twice: only the first; whoever was moved by hand is told so, with the reason", async () => {
		const { owner, roundId, runId, all } = await region();
		const reading = <Value>(work: (work: Work) => Promise<Value>) => read(owner, work);
		const standing = await openStanding(reading, runId);
		// Three students at two sites with two places each: one of the two at the same site can move to the other.
		const plan = (await standing?.ask("plan", { edits: [] })) ?? [];
		const crowded = plan.find((row) => plan.some((other) => other.claim !== row.claim && other.offer === row.offer));
		const moved = crowded?.claim ?? "";
		const open = await standing?.ask("choices", { edits: [], claim: moved, most: 9 });
		const to = open?.choices.find(({ hinders }) => hinders === null)?.site ?? "";
		const trial = await standing?.ask("trial", { edits: [], locked: [], claim: moved, to: { site: to } });
		const offer = trial?.kind === "edited" ? trial.offer : null;
		expect([crowded?.offer, null]).not.toContain(offer);
		finished(await as(owner, (work) => moveClaim(work, runId, moved, offer, 0, [], "Nærmere skolen")));
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
		for (const placement of await all()) {
			const told = await whyPlaced((work) => read(system("why", owner.organisationId), work), placement);
			const byHand = placement.claimId === moved ? { placed: true, along: false, reason: "Nærmere skolen" } : null;
			expect(await told?.why()).toMatchObject({ moves: 1, byHand });
		}
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

	it("never publishes a run that counts places nobody has offered, whoever has marked it chosen", async () => {
		const { owner, roundId, sites, all } = await region();
		const supposed = [{ offerId: sites[0].offerId, places: 3 }];
		const { runId, jobId } = finished(await as(owner, (work) => requestRun(work, roundId, null, { supposed })));
		expect(await over(jobId)).toMatchObject({ state: "done" });
		await database.commanding(system("make"), async (work) => {
			await work.db.updateTable("placement.round").set({ chosen_run_id: runId }).where("id", "=", roundId).execute();
			return { done: undefined };
		});
		const job = await published(owner, roundId);
		expect(job).toMatchObject({ state: "failed" });
		expect(JSON.stringify(job)).toContain("run-supposed");
		expect(await all()).toEqual([]);
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
		// Places the host publishes itself are asked for by nobody but the host.
		expect(effort).toMatchObject({ placed: 3, unasked: 0 });
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
