import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { type MadeOrganisation, makeActor, makeOrganisation } from "../../../../test/make.ts";
import { newId } from "../../../database/work.server.ts";
import { signInAccount } from "../../../identity/account.server.ts";
import { system } from "../../../identity/actor.ts";
import { type LinkActor, openLink } from "../../../identity/link-token.server.ts";
import { done } from "../../../outcome.ts";
import { usualRules } from "../allocate/contract.ts";
import { addPeriod, createCourse } from "../course/service.server.ts";
import type { StudentValues, WishInput } from "./contract.ts";
import { listCourseLines } from "./courses.store.server.ts";
import { loadWishes } from "./pages/wish-page.server.ts";
import { forgetStudents } from "./retention.server.ts";
import * as service from "./service.server.ts";
import { findWaitingNeeds } from "./waiting.server.ts";
import "../../../registrations.server.ts";

const database = await openTestDatabase();
database.setNow("2026-11-20T09:00:00Z");

const nurse = (institutionId: string) => ({
	...{
		institutionId,
		programme: "Sykepleie",
		campus: null,
		code: `S${newId().slice(-6)}`,
		name: "Praksis i hjemmetjeneste",
	},
	...{ profession: "nursing" as const, yearOfStudy: 2, credits: 15, weeks: 8, hours: 30, settings: [] },
	...{ learningOutcomes: null, supervisorRequirement: null, compensationClass: null },
	...{ requirements: ["police-certificate" as const], published: true },
});
const spring = {
	name: "Vår 2027",
	firstDay: "2027-01-11",
	lastDay: "2027-03-07",
	studentsExpected: null,
	published: true,
};
const student = (institutionId: string, given: Partial<StudentValues> = {}): StudentValues => ({
	...{ institutionId, name: "Amalie Student", number: null, email: null, phone: null, programme: null },
	...{ profession: null, yearOfStudy: 2, postcode: null, travel: "car" as const, ...given },
});

async function setting() {
	const institution = await makeOrganisation(database, { kind: "institution", name: "Prøvehøgskolen" });
	const host = await makeOrganisation(database, { number: String(1000 + Math.floor(Math.random() * 8999)) });
	const coordinator = await makeActor(database, { organisation: institution, roles: ["placement-coordinator"] });
	const as = <Value, Code extends string>(work: Parameters<typeof database.commanding<Value, Code>>[1]) =>
		database.commanding(coordinator, work);
	const course = await as((work) => createCourse(work, nurse(institution.id)));
	const period = await as((work) => addPeriod(work, course.done?.id ?? "", spring));
	const periodId = period.done?.id ?? "";
	const made = await as((work) => service.createStudent(work, student(institution.id, { email: "amalie@example.no" })));
	const studentId = made.done?.id ?? "";
	const claim = await as((work) => service.addClaim(work, studentId, { periodId, priority: 1, priorityReason: null }));
	return { institution, host, coordinator, as, periodId, studentId, claimId: claim.done?.id ?? "" };
}

/** A site with one published offer. */
async function makeSite(host: MadeOrganisation, given: { profession?: string; name?: string } = {}): Promise<string> {
	const id = newId();
	await database.commanding(system("make", host.id), async (work) => {
		const about = { organisation_id: host.id, host_id: host.id, published: true };
		const days = { first_day: "2027-01-01", last_day: "2027-06-30" };
		const name = given.name ?? "Solbakken sykehjem";
		await work.db
			.insertInto("placement.site")
			.values({
				...about,
				id,
				name,
				latitude: 63.4,
				longitude: 10.4,
				search_name: name.toLowerCase(),
				housing_note: "Hybel å leie",
			})
			.execute();
		const capacity = newId();
		await work.db
			.insertInto("placement.capacity")
			.values({ ...about, ...days, id: capacity, site_id: id, state: "published", note: "Vi har nattevakter" })
			.execute();
		await work.db
			.insertInto("placement.offer")
			.values({
				...about,
				...days,
				id: newId(),
				site_id: id,
				capacity_id: capacity,
				profession: given.profession ?? "nursing",
				places: 2,
			})
			.execute();
		return done(undefined);
	});
	return id;
}

async function makeRound(owner: MadeOrganisation, hosts: readonly MadeOrganisation[], claimId: string, until: string) {
	const id = newId();
	await database.commanding(system("make", owner.id), async (work) => {
		await work.db
			.insertInto("placement.round")
			.values({
				...{
					organisation_id: owner.id,
					id,
					name: "Vår",
					first_day: "2027-01-01",
					last_day: "2027-06-30",
					state: "wishes",
				},
				...{ wishes_until: until, wishes_most: 2, rules: JSON.stringify(usualRules), seed: "x", created_at: work.now },
			})
			.execute();
		for (const host of hosts)
			await work.db
				.insertInto("placement.round_party")
				.values({ organisation_id: owner.id, round_id: id, party_id: host.id, side: "host" })
				.execute();
		await work.db
			.updateTable("placement.claim")
			.set({ round_owner_id: owner.id, round_id: id })
			.where("id", "=", claimId)
			.execute();
		return done(undefined);
	});
	return id;
}

const wish = (target: string): WishInput => ({ kind: "site", target });
const codes = (outcome: { refused?: readonly { code: string }[] }) => outcome.refused?.map(({ code }) => code) ?? [];

async function linkFor(as: Awaited<ReturnType<typeof setting>>["as"], studentId: string): Promise<LinkActor> {
	const invited = await as((work) => service.inviteStudent(work, studentId, { reason: "Ønsk praksisplass" }));
	const opened = await openLink(database, invited.done?.path.split("/").at(-1) ?? "");
	if (!opened.done) throw new Error("the link does not open");
	return opened.done.actor;
}

/** An installation that knows one postcode, for the time of some work. */
async function knowing(postcode: string, work: () => Promise<void>) {
	await database.commanding(system("make"), async ({ db, now }) => {
		const about = { licence: "x", facts_date: "2026-01-01", imported_at: now, row_count: 1, content_hash: "x" };
		await db
			.insertInto("geography.source")
			.values({ id: "postcodes", title: "Bring", ...about })
			.execute();
		const at = { place: "TRONDHEIM", municipality_number: "5001", latitude: 63.4, longitude: 10.4 };
		await db
			.insertInto("geography.postcode")
			.values({ postcode, ...at, source_id: "postcodes" })
			.execute();
		return done(undefined);
	});
	await work();
	await database.commanding(system("make"), async ({ db }) => {
		await db.deleteFrom("geography.postcode").execute();
		await db.deleteFrom("geography.source").where("id", "=", "postcodes").execute();
		return done(undefined);
	});
}

describe("students", () => {
	it("are told why there is no travel to show: theirs to mend, or nobody's where no postcodes are known", async () => {
		const { coordinator, claimId, studentId } = await setting();
		const home = async () => (await database.reading(coordinator, (work) => loadWishes(work, claimId, "", "nb")))?.home;
		const live = (postcode: string) =>
			database.commanding(system("make"), async ({ db }) => {
				await db.updateTable("placement.student").set({ postcode }).where("id", "=", studentId).execute();
				return done(undefined);
			});
		const { organisationId } = coordinator;
		const courses = await database.reading(coordinator, (work) => listCourseLines(work, organisationId, [studentId]));
		expect(courses).toEqual({ [studentId]: expect.stringMatching(/^S/) });
		expect(await home()).toEqual({ kind: "unsaid", postcode: null });
		await live("7690");
		expect(await home()).toEqual({ kind: "unmapped", postcode: "7690" });
		await knowing("7030", async () => {
			expect(await home()).toEqual({ kind: "unknown", postcode: "7690" });
			await live("7030");
			expect(await home()).toEqual({ kind: "known", postcode: "7030" });
		});
	});

	it("who have not wished get a link each, those without an address too where the links are given out as a list", async () => {
		const { as, institution, studentId, periodId } = await setting();
		const silent =
			(await as((work) => service.createStudent(work, student(institution.id, { name: "Bo" })))).done?.id ?? "";
		await as((work) => service.addClaim(work, silent, { periodId, priority: 1, priorityReason: null }));
		const invite = (whom: "addressed" | "everybody") =>
			as((work) => service.inviteStudents(work, {}, { reason: "Ønsk praksisplass", whom }));
		const mailed = (await invite("addressed")).done ?? [];
		expect(mailed.map((one) => one.student.id)).toEqual([studentId]);
		const listed = (await invite("everybody")).done ?? [];
		expect(listed.map((one) => one.student.id).sort()).toEqual([studentId, silent].sort());
		const open = async ({ path }: { readonly path: string }) =>
			(await openLink(database, path.replace("/link/", ""))).done?.actor.objectId;
		expect(await Promise.all(listed.map(open))).toEqual(listed.map((one) => one.student.id));
		// The one that was mailed before has stopped working.
		expect(await Promise.all(mailed.map(open))).toEqual([undefined]);
		const elsewhere = await makeActor(database, { organisation: institution, roles: ["teacher"] });
		const refused = await database.commanding(elsewhere, (work) =>
			service.inviteStudents(work, {}, { reason: "x", whom: "everybody" }),
		);
		expect(codes(refused)).toEqual(["not-allowed"]);
	});
	it("are entered, found, changed and removed; number and address are unique at the institution", async () => {
		const { as, institution, coordinator, studentId } = await setting();
		const again = await as((work) =>
			service.createStudent(work, student(institution.id, { email: "AMALIE@example.no" })),
		);
		expect(codes(again)).toEqual(["email-taken"]);
		const { rows } = await database.reading(coordinator, (work) => service.listStudents(work, { search: "amalie" }));
		expect(rows).toMatchObject([{ id: studentId, claims: 1, withoutWishes: 1, institutionName: "Prøvehøgskolen" }]);
		for (const [warning, found] of [
			["no-postcode", 1],
			["without-claim", 0],
			["without-wishes", 1],
			["no-email", 0],
		] as const) {
			const page = await database.reading(coordinator, (work) => service.listStudents(work, { warning }));
			expect(page.total, warning).toBe(found);
		}
		const { institutionId: _, ...values } = student(institution.id, { name: "Amalie Endret" });
		const change = { ...values, leftOn: "2026-12-31", version: 1 };
		expect((await as((work) => service.changeStudent(work, studentId, change))).done).toEqual({ version: 2 });
		expect(codes(await as((work) => service.changeStudent(work, studentId, change)))).toEqual(["changed-by-another"]);
		// Whoever has left needs no place that begins later.
		const view = await database.reading(coordinator, (work) => service.readStudent(work, studentId));
		expect(view?.claims[0]?.withdrawnAt).not.toBeNull();
		expect((await as((work) => service.removeStudent(work, studentId, 2))).refused).toBeUndefined();
		expect(await database.reading(coordinator, (work) => service.readStudent(work, studentId))).toBeUndefined();
	});

	it("entered by number have no names, and can be given them one by one", async () => {
		const { host, institution } = await setting();
		const coordinator = await makeActor(database, { organisation: host, roles: ["placement-coordinator"] });
		// The municipality keeps the course of an institution that is not on board.
		const course = await database.commanding(coordinator, (work) => createCourse(work, nurse(institution.id)));
		const period = await database.commanding(coordinator, (work) => addPeriod(work, course.done?.id ?? "", spring));
		const periodId = period.done?.id ?? "";
		const made = await database.commanding(coordinator, (work) => service.createCounted(work, { periodId, count: 12 }));
		expect(made.done).toEqual({ count: 12 });
		const { rows, total } = await database.reading(coordinator, (work) =>
			service.listStudents(work, { periodId, warning: "not-named" }),
		);
		expect(total).toBe(12);
		const [first] = rows;
		if (!first) throw new Error("nobody");
		expect(first).toMatchObject({ named: false, profession: "nursing", yearOfStudy: 2, institutionId: institution.id });
		const { institutionId: _, ...values } = student(institution.id, { name: "Kari Navngitt" });
		await database.commanding(coordinator, (work) =>
			service.changeStudent(work, first.id, { ...values, leftOn: null, version: 1 }),
		);
		const after = await database.reading(coordinator, (work) =>
			service.listStudents(work, { periodId, warning: "not-named" }),
		);
		expect(after.total).toBe(11);
	});

	it("have requirements confirmed with date and name, and rules without reasons", async () => {
		const { as, coordinator, studentId } = await setting();
		const read = () => database.reading(coordinator, (work) => service.readStudent(work, studentId));
		expect((await read())?.requirements).toMatchObject([{ requirement: "police-certificate", confirmedOn: null }]);
		const met = { requirement: "police-certificate", confirmedOn: "2026-11-19" } as const;
		await as((work) => service.confirmRequirement(work, studentId, met));
		expect((await read())?.requirements).toMatchObject([{ confirmedOn: "2026-11-19", confirmedBy: coordinator.name }]);
		const later = { ...met, confirmedOn: "2027-01-01" };
		expect(codes(await as((work) => service.confirmRequirement(work, studentId, later)))).toEqual(["in-future"]);
		const rule = { kind: "most-minutes", amount: 40, target: null, firstDay: null, lastDay: null } as const;
		await as((work) => service.addRule(work, studentId, rule));
		expect(codes(await as((work) => service.addRule(work, studentId, { ...rule, amount: null })))).toEqual([
			"amount-missing",
		]);
		const nowhere = { ...rule, kind: "not-site" as const, amount: null, target: newId() };
		expect(codes(await as((work) => service.addRule(work, studentId, nowhere)))).toEqual(["target-unknown"]);
		expect((await read())?.rules).toMatchObject([{ kind: "most-minutes", amount: 40 }]);
	});
});

describe("claims", () => {
	it("are added once, given priority with a reason, tied together and withdrawn", async () => {
		const { as, institution, coordinator, periodId, studentId, claimId } = await setting();
		const one = { periodId, priority: 1, priorityReason: null };
		expect(codes(await as((work) => service.addClaim(work, studentId, one)))).toEqual(["already-claimed"]);
		const first = { priority: 0, priorityReason: null, togetherWith: null, version: 1 };
		expect(codes(await as((work) => service.changeClaim(work, claimId, first)))).toEqual(["reason-missing"]);
		const other = await as((work) => service.createStudent(work, student(institution.id, { name: "Bo" })));
		const theirs = await as((work) => service.addClaim(work, other.done?.id ?? "", one));
		const togetherWith = theirs.done?.id ?? "";
		await as((work) =>
			service.changeClaim(work, claimId, { ...first, priorityReason: "Mister semesteret", togetherWith }),
		);
		const view = () => database.reading(coordinator, (work) => service.readStudent(work, studentId));
		expect((await view())?.claims).toMatchObject([{ priority: 0, togetherWith: ["Bo"], version: 2 }]);
		await as((work) => service.withdrawClaim(work, togetherWith, 2));
		expect((await view())?.claims).toMatchObject([{ together: null, togetherWith: [] }]);
		// Added again, the same need comes back.
		const back = await as((work) => service.addClaim(work, other.done?.id ?? "", one));
		expect(back.done?.id).toBe(togetherWith);
	});
});

describe("wishes", () => {
	it("are ranked by link, measured, limited by the round, and seen after the deadline", async () => {
		const { as, institution, host, coordinator, studentId, claimId } = await setting();
		const [near, outside, other] = [
			await makeSite(host),
			await makeSite(await makeOrganisation(database)),
			await makeSite(host, { profession: "teaching", name: "Skolen" }),
		];
		const third = await makeSite(host, { name: "Nattsykehjemmet" });
		await makeRound(institution, [host], claimId, "2026-12-01");
		const link = await linkFor(as, studentId);
		const state = (wishes: readonly WishInput[], seen?: readonly WishInput[]) =>
			database.commanding(link, (work) =>
				service.stateWishes(work, claimId, { wishes: [...wishes], ...(seen ? { seen: [...seen] } : {}) }),
			);
		expect(codes(await state([wish(outside)]))).toEqual(["target-outside-round"]);
		expect(codes(await state([wish(other)]))).toEqual(["profession-not-taken"]);
		expect(codes(await state([wish(newId())]))).toEqual(["target-unknown"]);
		expect(codes(await state([wish(near), wish(near)]))).toEqual(["wished-twice"]);
		expect((await state([wish(near)], [])).refused).toBeUndefined();
		// Somebody else changed the list meanwhile: nothing is overwritten.
		expect(codes(await state([wish(third)], []))).toEqual(["changed-by-another"]);
		expect((await state([wish(third), wish(near)])).refused).toBeUndefined();
		const county: WishInput = { kind: "county", target: "99" };
		expect(codes(await state([wish(third), wish(near), county]))).toContain("too-many-wishes");
		const read = await database.reading(link, (work) => service.readWishes(work, claimId));
		expect(read?.wishes).toMatchObject([
			{ rank: 1, target: third, name: "Nattsykehjemmet", statedBy: "student" },
			{ rank: 2, target: near, housingNote: "Hybel å leie", note: "Vi har nattevakter" },
		]);
		const found = await database.reading(link, async (work) =>
			read ? service.searchTargets(work, read.claim, "solbakken") : [],
		);
		expect(found.map((target) => target.target)).toEqual([near]);

		database.setNow("2026-12-02T09:00:00Z");
		expect(codes(await state([]))).toEqual(["wishes-closed"]);
		const after = await database.reading(link, (work) => service.listOwnWishes(work));
		expect(after).toMatchObject([
			{ can: { state: false }, window: { why: "over" }, wishes: [{ rank: 1 }, { rank: 2 }] },
		]);
		// A coordinator can still put right what came in by telephone, and it is seen that they did.
		const late = await database.commanding(coordinator, (work) =>
			service.stateWishes(work, claimId, { wishes: [wish(near)] }),
		);
		expect(late.refused).toBeUndefined();
		database.setNow("2026-11-20T09:00:00Z");
	});

	it("are the student's own with an account too, whoever they act for, and nobody else's", async () => {
		const { as, host, institution, studentId, claimId } = await setting();
		const site = await makeSite(host);
		await makeRound(host, [host], claimId, "2026-12-01");
		const claims = { subject: newId(), name: "Amalie", email: "amalie@example.no", isEmailVerified: true };
		// The address in use in other tests too: each student that is known by it is the person's own.
		const account = await database.commanding(system("sign-in"), (work) =>
			signInAccount(work, { provider: "demo", ...claims }, "nb"),
		);
		const personId = account.done?.personId ?? "";
		const elsewhere = await makeActor(database, { roles: ["student"] });
		const me = { ...elsewhere, personId };
		const mine = await database.reading(me, (work) => service.listOwnWishes(work));
		expect(mine.map(({ claim }) => claim.id)).toContain(claimId);
		expect(mine.find(({ claim }) => claim.id === claimId)?.claim.round?.name).toBe("Vår");
		const stated = await database.commanding(me, (work) =>
			service.stateWishes(work, claimId, { wishes: [wish(site)] }),
		);
		expect(stated.refused).toBeUndefined();
		for (const actor of [
			elsewhere,
			await makeActor(database, { organisation: institution, roles: ["student"] }),
			await makeActor(database, { organisation: host, roles: ["administrator"] }),
			await linkFor(
				as,
				(await as((work) => service.createStudent(work, student(institution.id, { name: "En annen" })))).done?.id ?? "",
			),
		]) {
			expect(await database.reading(actor, (work) => service.readWishes(work, claimId))).toBeUndefined();
			expect(await database.reading(actor, (work) => service.readStudent(work, studentId))).toBeUndefined();
			expect(
				(await database.reading(actor, (work) => service.listStudents(work, {}))).rows.map(({ id }) => id),
			).not.toContain(studentId);
			expect(
				(await database.reading(actor, (work) => service.listOwnWishes(work))).map(({ claim }) => claim.id),
			).not.toContain(claimId);
			expect(
				codes(await database.commanding(actor, (work) => service.stateWishes(work, claimId, { wishes: [] }))),
			).toEqual(["missing"]);
			expect(codes(await database.commanding(actor, (work) => service.withdrawClaim(work, claimId, 1)))).toEqual([
				"missing",
			]);
			expect(codes(await database.commanding(actor, (work) => service.openAdaptation(work, studentId)))).toEqual([
				"missing",
			]);
			expect(codes(await database.commanding(actor, (work) => service.askAdaptation(work, studentId, "x")))).toEqual([
				"missing",
			]);
			expect(
				codes(await database.commanding(actor, (work) => service.inviteStudent(work, studentId, { reason: "x" }))),
			).not.toEqual([]);
		}
		const teacher = await makeActor(database, { organisation: institution, roles: ["teacher"] });
		expect(await database.reading(teacher, (work) => service.readStudent(work, studentId))).toMatchObject({
			can: { change: false, adaptation: false },
		});
		expect(
			codes(await database.commanding(teacher, (work) => service.stateWishes(work, claimId, { wishes: [] }))),
		).toEqual(["not-allowed"]);
		expect(codes(await database.commanding(teacher, (work) => service.removeStudent(work, studentId, 1)))).toEqual([
			"not-allowed",
		]);
	});
});

describe("adaptation", () => {
	it("is asked by the student, read by coordinators alone, each reading in the log; by no one else even in SQL", async () => {
		const { as, institution, coordinator, studentId, claimId } = await setting();
		const roundId = await makeRound(institution, [], claimId, "2026-12-01");
		const link = await linkFor(as, studentId);
		/** What waits for somebody: in the inbox, in the check of this round and of another, in the list, on the student's page. */
		const waits = (actor: Parameters<typeof database.reading>[0]) =>
			database.reading(actor, async (work) => [
				(await findWaitingNeeds(work)).map(({ path }) => path),
				(await service.findNeedsWaiting(work, roundId)).students,
				(await service.findNeedsWaiting(work, newId())).students,
				(await service.listStudents(work, { warning: "need-waiting", roundId })).total,
				(await service.readStudent(work, studentId))?.needWaits,
			]);
		const settled = [[], 0, 0, 0, false];
		expect(await waits(coordinator)).toEqual(settled);
		await database.commanding(link, (work) => service.askAdaptation(work, studentId, "Har små barn"));
		expect(await waits(coordinator)).toEqual([[`/placement/students/${studentId}`], 1, 0, 1, true]);
		// That there is one is for those alone who may read it.
		for (const role of ["administrator", "teacher"] as const)
			expect(await waits(await makeActor(database, { organisation: institution, roles: [role] }))).toEqual(settled);
		await database.commanding(link, (work) => service.askAdaptation(work, studentId, "Har små barn og vond rygg"));
		const opened = await as((work) => service.openAdaptation(work, studentId));
		expect(opened.done?.adaptations).toMatchObject([
			{ need: "Har små barn og vond rygg", statedBy: "student", decidedOn: null },
		]);
		const decided = await as((work) =>
			service.decideAdaptation(work, studentId, opened.done?.adaptations[0]?.id ?? ""),
		);
		expect(decided.refused).toBeUndefined();
		expect(await waits(coordinator)).toEqual(settled);
		await as((work) => service.stateAdaptation(work, studentId, { need: "Legeerklæring sett", lastDay: null }));

		const count = (actor: Parameters<typeof database.reading>[0]) =>
			database.reading(actor, async (work) => {
				const { rows } = await sql<{
					need: string;
				}>`select need from placement.adaptation where student_id = ${studentId}`.execute(work.db);
				return rows.map((row) => row.need);
			});
		expect((await count(coordinator)).length).toBe(2);
		// Through the link only what was written there.
		expect(await count(link)).toEqual(["Har små barn og vond rygg"]);
		const otherStudent = await as((work) => service.createStudent(work, student(institution.id, { name: "En annen" })));
		for (const actor of [
			await makeActor(database, { organisation: institution, roles: ["administrator"] }),
			await makeActor(database, { organisation: institution, roles: ["teacher"] }),
			await makeActor(database, { organisation: institution, roles: ["student"] }),
			await makeActor(database, { roles: ["placement-coordinator"] }),
			await linkFor(as, otherStudent.done?.id ?? ""),
			system("anything", institution.id),
		])
			expect(await count(actor)).toEqual([]);

		const { rows } = await database.reading(coordinator, (work) =>
			sql<{
				verb: string;
			}>`select verb from audit.entry where object_id = ${studentId} and verb like 'adaptation.%' order by at, id`.execute(
				work.db,
			),
		);
		expect(rows.map((row) => row.verb)).toEqual([
			"adaptation.ask",
			"adaptation.ask",
			"adaptation.read",
			"adaptation.decide",
			"adaptation.state",
		]);
	});
});

it("forgets students when their time is over, reasons first, and keeps what was wished without a name", async () => {
	const { as, institution, coordinator, studentId, claimId } = await setting();
	await as((work) => service.stateAdaptation(work, studentId, { need: "Rygg", lastDay: null }));
	const { institutionId: _, ...values } = student(institution.id);
	await as((work) => service.changeStudent(work, studentId, { ...values, leftOn: "2027-06-30", version: 1 }));
	const forget = () => database.commanding(system("retention"), forgetStudents);
	database.setNow("2027-08-15T09:00:00Z");
	await forget();
	const opened = await as((work) => service.openAdaptation(work, studentId));
	expect(opened.done).toMatchObject({ student: { name: "Amalie Student" }, adaptations: [] });
	database.setNow("2029-07-02T09:00:00Z");
	await forget();
	const view = await database.reading(coordinator, (work) => service.readStudent(work, studentId));
	expect(view).toMatchObject({ student: { name: "–", email: null }, claims: [{ id: claimId }] });
	expect((await forget()).done).toEqual({ students: 0, adaptations: 0 });
	database.setNow("2026-11-20T09:00:00Z");
});
