import { describe, expect, it } from "vitest";
import { makeActor } from "../../../../test/make.ts";
import { newId } from "../../../database/work.server.ts";
import { system } from "../../../identity/actor.ts";
import { openLink } from "../../../identity/link-token.server.ts";
import { done } from "../../../outcome.ts";
import { addPeriod, createCourse } from "../course/service.server.ts";
import { listCourseLines } from "./courses.store.server.ts";
import { inviteText } from "./pages/invite.text.ts";
import { reasonFor } from "./pages/invite-letter.ts";
import { loadWishes } from "./pages/wish-page.server.ts";
import { forgetStudents } from "./retention.server.ts";
import * as service from "./service.server.ts";
import { codes, nurse, openRosters, spring, student } from "./test/setting.ts";

const { database, setting, knowing } = await openRosters();

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
			as((work) => service.inviteStudents(work, {}, { reason: () => "Ønsk praksisplass", whom }));
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
			service.inviteStudents(work, {}, { reason: () => "x", whom: "everybody" }),
		);
		expect(codes(refused)).toEqual(["not-allowed"]);
	});
	it("are asked to wish in the language they are written to in, and the link opens in it", async () => {
		const { as, institution, periodId } = await setting();
		const given = { name: "Emma Exchange", email: "emma@example.no", language: "en" as const };
		const { id = "" } = (await as((work) => service.createStudent(work, student(institution.id, given)))).done ?? {};
		await as((work) => service.addClaim(work, id, { periodId, priority: 1, priorityReason: null }));
		// What the coordinator left as it stood in the form is each one's own words; what they wrote is theirs.
		const invite = (written: string) =>
			as((work) => service.inviteStudents(work, {}, { reason: reasonFor("nb", written), whom: "addressed" }));
		const read = async (path = "") => {
			const opened = await openLink(database, path.replace("/link/", ""));
			return opened.done && [opened.done.link.language, opened.done.link.reason];
		};
		const linkOf = (made: Awaited<ReturnType<typeof invite>>) => made.done?.find((one) => one.student.id === id)?.path;
		expect(await read(linkOf(await invite(inviteText.nb.inviteReason)))).toEqual(["en", inviteText.en.inviteReason]);
		expect(await read(linkOf(await invite("Husk fristen")))).toEqual(["en", "Husk fristen"]);
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
