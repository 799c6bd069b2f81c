import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { makeActor } from "../../../../test/make.ts";
import { newId } from "../../../database/work.server.ts";
import { type Actor, system } from "../../../identity/actor.ts";
import { openLink } from "../../../identity/link-token.server.ts";
import { done } from "../../../outcome.ts";
import { listFewer } from "../capacity/fewer.store.server.ts";
import { findRun } from "../round/run.store.server.ts";
import { readRound } from "../round/service.server.ts";
import { readSnapshot } from "../round/snapshot.server.ts";
import { findRound } from "../round/store.server.ts";
import { answerAsHost, cancelPlacement, confirmAsHost, nameSupervisor } from "./answer.server.ts";
import { previewPublication } from "./preview.server.ts";
import { readUnchanged } from "./preview.store.server.ts";
import { listPlacements, listPlacementsOfLink, listToConfirm, readPlacement } from "./service.server.ts";
import { askSites } from "./tell.server.ts";
import { codes, finished, no, openRegions, yes } from "./test/region.ts";
import { findWaitingPlacements } from "./waiting.server.ts";

const {
	database,
	as,
	read,
	coordinator,
	institution,
	ran,
	published,
	region,
	linkTo,
	through,
	mails,
	kindsTold,
	tellOf,
} = await openRegions();
beforeEach(() => database.setNow("2026-11-20T09:00:00Z"));

describe("the site's answer", () => {
	it("is given signed in and by link, a no with its reason; a no frees the place, and is not planned once more", async () => {
		const { owner, hosting, roundId, runId, all, standing } = await region();
		await published(owner, roundId);
		const [one, two] = await all();
		if (!one || !two) throw new Error("no placements");
		finished(await as(hosting, (work) => answerAsHost(work, one.id, yes(), "Kari")));
		expect(codes(await as(hosting, (work) => answerAsHost(work, one.id, yes(), "Kari")))).toEqual([
			"changed-by-another",
		]);
		const link = await through(await linkTo(owner, "placement-confirm", "site", two.siteId));
		const seen = await read(link, listPlacementsOfLink);
		expect(seen.map(({ placement }) => placement.id)).toContain(two.id);
		expect(codes(await as(link, (work) => answerAsHost(work, two.id, { ...no(), reason: null }, "Kari")))).toEqual([
			"reason-missing",
		]);
		finished(await as(link, (work) => answerAsHost(work, two.id, no(), "Kari")));
		// Until the last day to answer the site may think again; the student has the place back, and then not.
		finished(await as(link, (work) => answerAsHost(work, two.id, yes(2), "Kari")));
		expect((await standing()).map(({ id }) => id)).toContain(two.id);
		await tellOf(two.id, "restored", "host");
		expect(await kindsTold(owner)).toContain("placement.restored");
		finished(await as(link, (work) => nameSupervisor(work, two.id, { version: 3, supervisor: "Ola" }, "Kari")));
		const named = await read(owner, (work) => readPlacement(work, two.id));
		expect(named).toMatchObject({ placement: { supervisorName: "Ola", changeBy: "2026-12-20" }, isSite: false });
		expect(
			codes(await as(owner, (work) => nameSupervisor(work, two.id, { version: 4, supervisor: null }, ""))),
		).toEqual(["not-allowed"]);
		finished(await as(hosting, (work) => answerAsHost(work, two.id, { ...no(4), closes: "place" }, "Kari")));
		const page = await read(owner, (work) => readPlacement(work, two.id));
		expect(page?.placement).toMatchObject({ state: "declined", hostReason: "Ingen veileder", hostAnsweredBy: "Kari" });
		// Whether it was about one student alone is for those who plan; the student reads the reason.
		expect(page?.placement.hostCloses).toBe("place");
		const refused = await through(await linkTo(owner, "placement-answer", "placement", two.id));
		expect((await read(refused, (work) => readPlacement(work, two.id)))?.placement).toMatchObject({
			...{ hostReason: "Ingen veileder", hostCloses: null },
		});
		expect((await standing()).map(({ id }) => id)).not.toContain(two.id);
		// Publishing the same run again does not send the student back there …
		const preview = await read(owner, (work) => previewPublication((verb) => verb(work), database, roundId));
		expect(preview).toMatchObject({ ended: 1, unplaced: 1, changes: { added: 0, kept: 2 } });
		// Counted without opening the run, as of a large round, it is the same.
		const { judged: _judged, run: _run, ...counts } = preview ?? {};
		const unchanged = () =>
			read(system("test"), async (work) => {
				const [round, run] = [await findRound(work, roundId), await findRun(work, runId)];
				return round && run && readUnchanged(work, round, run);
			});
		expect(await unchanged()).toEqual(counts);
		// … and neither does the next run.
		database.setNow("2026-11-20T10:00:00Z");
		await ran(owner, roundId);
		expect(await published(owner, roundId)).toMatchObject({ state: "done" });
		const again = (await standing()).find(({ claimId }) => claimId === two.claimId);
		expect(again?.siteId).not.toBe(two.siteId);
		// Planned anew, the no stands.
		expect(codes(await as(hosting, (work) => answerAsHost(work, two.id, yes(5), "Kari")))).toEqual(["replanned"]);
		const facts = async () =>
			read(system("test", owner.organisationId ?? ""), async (work) => {
				const round = await findRound(work, roundId);
				return round && readSnapshot(work, round);
			});
		const there = (found: Awaited<ReturnType<typeof facts>>) =>
			found?.offers.filter(({ siteId }) => siteId === two.siteId);
		const frozen = await facts();
		// One place fewer, and the student told that the site said no; until the site says anew what it can take.
		expect(there(frozen)).toMatchObject([{ places: 1 }]);
		expect(frozen?.forbidden).toMatchObject([{ claim: two.claimId, rule: "site-declined" }]);
		// It stands on the site's page, to those who keep it, and names no student.
		const fewer = () => read(hosting, (work) => listFewer(work, two.siteId));
		expect(await fewer()).toMatchObject([{ places: 1, firstDay: two.firstDay, saidOn: "2026-11-20" }]);
		expect(JSON.stringify(await fewer())).not.toContain(two.studentName);
		await database.commanding(system("test"), async (work) => {
			await sql`update placement.capacity set answered_at = '2026-12-22T09:00:00Z' where site_id = ${two.siteId}`.execute(
				work.db,
			);
			return done(undefined);
		});
		expect(there(await facts())).toMatchObject([{ places: 2 }]);
		expect(await fewer()).toEqual([]);
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
			...{ confirm: true, accept: false, askAnew: false, cancel: false, link: { site: false, student: false } },
		});
		expect(await read(leader, (work) => readPlacement(work, theirs.id))).toBeUndefined();
		expect(codes(await as(leader, (work) => answerAsHost(work, theirs.id, yes(), "Leder")))).toEqual(["missing"]);
		const supervisor = await makeActor(database, { organisation: host, roles: ["supervisor"], name: "Kari" });
		expect((await read(supervisor, (work) => listPlacements(work, {}))).total).toBe(0);
		expect(await read(leader, (work) => listToConfirm(work, placements))).toEqual(new Set(mine.map(({ id }) => id)));
		expect(codes(await as(leader, (work) => confirmAsHost(work, [], "Leder")))).toEqual(["nothing-chosen"]);
		expect(codes(await as(leader, (work) => confirmAsHost(work, [one.id, theirs.id], "Leder")))).toEqual(["missing"]);
		finished(await as(leader, (work) => answerAsHost(work, one.id, yes(), "Leder")));
		// Several at once: who is answered already is named, and holds up none of the others.
		const every = mine.map(({ id }) => id);
		const several = finished(await as(leader, (work) => confirmAsHost(work, every, "Leder")));
		expect(several).toEqual({
			confirmed: mine.length - 1,
			refused: [{ id: one.id, studentName: one.studentName, code: "already-answered" }],
		});
		for (const { id, version } of (await read(leader, (work) => listPlacements(work, {}))).rows)
			finished(await as(leader, (work) => nameSupervisor(work, id, { version, supervisor: "Kari" }, "Leder")));
		expect(await read(leader, findWaitingPlacements)).toEqual([]);
		// The supervisor was named in the answer: sees who comes, answers for nothing, and is not told why of anything.
		expect((await read(supervisor, (work) => listPlacements(work, {}))).total).toBe(mine.length);
		expect(await read(supervisor, (work) => readPlacement(work, one.id))).toMatchObject({
			side: "supervisor",
			// What the student wished, and how far home is, is not for the site.
			placement: { studentReason: null, rank: null, minutes: null, hasWished: null },
			can: { confirm: false, accept: false, askAnew: false, cancel: false },
		});
		expect(codes(await as(supervisor, (work) => answerAsHost(work, one.id, no(3), "Kari")))).toEqual(["not-allowed"]);
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
		// Whoever has both students and sites in hand writes down what the site has said.
		const own = (await all()).find(({ organisationId }) => organisationId === owner.organisationId);
		await database.commanding(system("make"), async (work) => {
			await sql`update placement.placement set host_id = ${owner.organisationId} where id = ${own?.id ?? ""}`.execute(
				work.db,
			);
			return { done: undefined };
		});
		finished(await as(owner, (work) => answerAsHost(work, own?.id ?? "", yes(), "Noen")));
		const page = await read(owner, (work) => readPlacement(work, own?.id ?? ""));
		expect(page).toMatchObject({ side: "institution", isSite: true, placement: { hostAnsweredBy: "Noen" } });
		expect(page?.events[0]).toMatchObject({ verb: "confirm", bySide: "institution" });
	});

	it("is asked for again by a new link; links sent before show the same, and so do those that others have sent", async () => {
		const { owner, school, roundId, sites, all } = await region();
		await published(owner, roundId);
		const before = await linkTo(owner, "placement-confirm", "site", sites[0].id);
		const placement = (await all()).find(({ siteId }) => siteId === sites[0].id);
		const other = await coordinator(await institution());
		const theirs = await linkTo(other, "placement-confirm", "site", sites[0].id);
		const asked = finished(
			await as(system("test", school.id), async (work) => {
				const round = await readRound(work, roundId);
				return done(round && (await askSites(work, round.round, {}, { mails: true })));
			}),
		);
		expect((asked?.asked ?? 0) + (asked?.withoutAddress ?? 0)).toBeGreaterThan(0);
		if (placement) {
			const tokens = (await mails(school.id)).flatMap(({ body }) => body.match(/link\/([\w-]+)/)?.[1] ?? []);
			expect(await through(tokens.at(-1) ?? "")).toMatchObject({ purpose: "placement-confirm", objectId: sites[0].id });
		}
		expect(await through(theirs)).toMatchObject({ organisationId: other.organisationId });
		const shown = async (token: string) =>
			(await read(await through(token), listPlacementsOfLink)).map(({ placement }) => placement.id).sort();
		const here = (await all()).filter(({ siteId, state }) => siteId === sites[0].id && state !== "cancelled");
		expect(await shown(before)).toEqual(here.map(({ id }) => id).sort());
	});
});

describe("cancelling", () => {
	it("frees the place at once, with the reason told", async () => {
		const { owner, hosting, person, roundId, all, standing } = await region();
		await published(owner, roundId);
		const placement = (await all()).find(({ organisationId }) => organisationId === owner.organisationId);
		if (!placement) throw new Error("no placement");
		const why = { version: 1, reason: "Permisjon", next: "again" as const };
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

	it("takes a student who has quit out of the round, which only whoever keeps the student can do", async () => {
		const { owner, hosting, roundId, all } = await region();
		await published(owner, roundId);
		const mine = (await all()).filter(({ organisationId }) => organisationId === owner.organisationId);
		const [one] = mine;
		if (!one) throw new Error("no placement");
		const quit = { version: 1, reason: "Har sluttet", next: "out" as const };
		const cancel = (actor: typeof owner, how: Parameters<typeof cancelPlacement>[2]) =>
			as(actor, (work) => cancelPlacement(work, one.id, how, actor.name));
		expect(codes(await cancel(hosting, quit))).toEqual(["not-allowed"]);
		expect(codes(await cancel(owner, { ...quit, next: null }))).toEqual(["next-missing"]);
		finished(await cancel(owner, quit));
		expect(await read(owner, (work) => previewPublication((verb) => verb(work), database, roundId))).toMatchObject({
			...{ ended: 0, withdrawn: 1, unplaced: 0 },
		});
		const before = (await mails(owner.organisationId)).length;
		await tellOf(one.id, "cancelled", "institution");
		if (one.personId === null)
			expect(
				(await mails(owner.organisationId))
					.slice(before)
					.map(({ body }) => body)
					.join(),
			).toContain("ikke lenger med");
	});
});
