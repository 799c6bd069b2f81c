import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { openTestDatabase } from "../../test/database.ts";
import { doing } from "../../test/doing.ts";
import { makeActor, makeOrganisation } from "../../test/make.ts";
import { testContext } from "../../test/worker.ts";
import { newId, type Work } from "../database/work.server.ts";
import { foldName } from "../geography/search.ts";
import { system } from "../identity/actor.ts";
import { seedStudies } from "../modules/competence/demo/studies.server.ts";
import { seedAwardDecided, seedAwardGiven, seedAwardKept } from "../modules/funding/award/demo.server.ts";
import { findWaitingInterims } from "../modules/funding/report/interim.waiting.server.ts";
import { remindReportTask } from "../modules/funding/report/remind.server.ts";
import * as funding from "../modules/funding/service.server.ts";
import { done } from "../outcome.ts";

const database = await openTestDatabase();
type Made = Awaited<ReturnType<typeof makeActor>>;

let officer: Made;
let coordinator: Made;
let stranger: Made;
let awardId: string;

const { does, codes } = doing(database);
const opened = (actor = coordinator) => does(actor, (work) => funding.openReport(work, awardId));

beforeAll(async () => {
	const organisation = await makeOrganisation(database);
	const settings = ["nursing-home", "home-care", "mental-health", "child-welfare"];
	await database.commanding(system("make", organisation.id), async (work) => {
		await work.db
			.insertInto("organisation.unit")
			.values(
				settings.map((setting) => ({
					...{ organisation_id: organisation.id, id: newId(), name: setting, sector: "health-and-care", setting },
					...{ valid_from: "2020-01-01", search_name: foldName(setting) },
				})),
			)
			.execute();
		return done(undefined);
	});
	const giver = await makeOrganisation(database, { kind: "state-administrator" });
	coordinator = await makeActor(database, { organisation, roles: ["grants-coordinator"] });
	officer = await makeActor(database, { organisation: giver, roles: ["case-officer"] });
	stranger = await makeActor(database, { roles: ["grants-coordinator"] });
	await does(officer, (work) =>
		funding.addScheme(work, {
			name: "Kompetanse",
			directorate: "Helsedirektoratet",
			purpose: "",
			regulation: "",
			address: null,
		}),
	);
	const as = (id: string) => system("demo", id);
	await database.commanding(as(organisation.id), (work) => seedStudies(work, false));
	expect(await database.commanding(as(giver.id), (work) => seedAwardGiven(work, organisation.id))).toEqual({
		done: { awards: 1 },
	});
	expect((await database.commanding(as(organisation.id), seedAwardKept)).done?.entries).toBeGreaterThan(0);
	expect(await database.commanding(as(giver.id), seedAwardDecided)).toEqual({ done: { decisions: 1 } });
	awardId = (await database.reading(coordinator, funding.listAwards))[0]?.award.id ?? "";
});

it("is filled in from what was applied for, awarded and recorded, and asks for nothing that was not asked then", async () => {
	const { content, can, state } = await opened();
	expect([state, can.write]).toEqual(["draft", true]);
	const value = (id: string) => content?.fields.find((one) => one.id === id);
	expect(value("used")).toMatchObject({ value: 305_000, source: "fact ledger-used" });
	expect(value("started")).toMatchObject({ value: 3, source: "fact study-started" });
	expect(value("droppedOut")).toMatchObject({ value: 1, source: "fact study-dropped-out" });
	// Both bases: with this award, and all that are in education.
	expect(value("underway")?.value).toBe(2);
	expect([content?.financed, content?.everyone]).toEqual([2, 3]);
	expect(content?.lines[0]).toMatchObject({
		applied: 600_000,
		granted: 480_000,
		lost: 60_000,
		spent: 210_000,
		carried: 120_000,
		left: 210_000,
		deviation: -210_000,
	});
	// The second version of the call asks for hours of substitutes: the award is bound by the first.
	expect(value("hours")).toBeUndefined();
	expect(content?.notAsked.map(({ nb }) => nb)).toEqual(["Antall vikartimer"]);
	// At most one fact of ten is typed by hand; here none is, and no fact stands without its source.
	const { typed, all } = content?.facts ?? { typed: 1, all: 1 };
	expect(typed / all).toBeLessThanOrEqual(0.1);
	expect([typed, all]).toEqual([0, 32]);
	expect(content?.fields.filter(({ source }) => source === "typed").map(({ kind }) => kind)).toEqual([
		"longText",
		"longText",
	]);
});

it("is sent whole, returned with a question, sent anew and accepted, and read by nobody else", async () => {
	expect(await codes(stranger, (work) => funding.openReport(work, awardId))).toEqual(["missing"]);
	expect((await opened(officer)).content).toBeNull();
	expect(await codes(coordinator, (work) => funding.sendReport(work, awardId))).toEqual(["answer-missing"]);
	const answers = { learnt: "Tre er i gang, og vaktene går rundt.", used: "1" };
	expect(await codes(officer, (work) => funding.saveReport(work, awardId, { answers, version: 0 }))).toEqual([
		"not-allowed",
	]);
	await does(coordinator, (work) => funding.saveReport(work, awardId, { answers, version: 0 }));
	expect(await codes(coordinator, (work) => funding.saveReport(work, awardId, { answers, version: 0 }))).toEqual([
		"changed-by-another",
	]);
	// What is known is not what somebody types.
	expect((await opened()).content?.fields.find(({ id }) => id === "used")?.value).toBe(305_000);
	const rows = await database.reading(officer, (work) => sql`select from funding.report`.execute(work.db));
	expect(rows.rows).toEqual([]);
	await does(coordinator, (work) => funding.sendReport(work, awardId));
	expect((await opened(officer)).content?.fields.find(({ id }) => id === "learnt")?.value).toBe(answers.learnt);
	expect(await codes(coordinator, (work) => funding.sendReport(work, awardId))).toEqual(["not-allowed"]);
	expect(
		await codes(coordinator, (work) => funding.acceptReport(work, awardId, { message: "", reference: "" })),
	).toEqual(["not-allowed"]);
	await does(officer, (work) => funding.returnReport(work, awardId, "Hva hindret den som sluttet?"));
	const { version } = await opened();
	const more = { ...answers, deviations: "En sluttet fordi vi ikke fant vikar." };
	await does(coordinator, (work) => funding.saveReport(work, awardId, { answers: more, version }));
	await does(coordinator, (work) => funding.sendReport(work, awardId));
	const last = (await database.reading(officer, funding.listReports)).find(({ interim }) => !interim);
	expect(last).toMatchObject({ state: "sent", isOwn: false });
	await does(officer, (work) => funding.acceptReport(work, awardId, { message: "", reference: "2026/1" }));
	expect((await opened()).steps.map(({ kind }) => kind)).toEqual(["sent", "returned", "sent", "accepted"]);
	await expect(
		database.commanding(coordinator, async (work) => {
			await sql`update funding.report_step set message = 'x' where award_id = ${awardId}`.execute(work.db);
			return done(undefined);
		}),
	).rejects.toThrow("permission denied");
});

it("adds what is accepted to the national figures, and leaves out counts of few persons", async () => {
	const figures = await database.reading(stranger, funding.listNational);
	const own = figures.find(({ category }) => category === "Grunn- og videreutdanning");
	expect(own).toMatchObject({
		scheme: "Kompetanse",
		recipients: 1,
		granted: 480_000,
		spent: 210_000,
		begun: null,
		dropped: null,
	});
	expect(JSON.stringify(figures)).not.toContain(coordinator.organisationId);
});

it("is told of in the next application and in the track record, with what the recipient says of it", async () => {
	const offered = await database.reading(coordinator, (work) => funding.offerFacts(work, "nb"));
	expect(offered.find(({ key }) => key === `report-${awardId}`)?.value).toContain("3 begynte, 0 fullførte, 1 sluttet");
	const { organisationId } = coordinator;
	const record = (actor: Made) => database.reading(actor, (work) => funding.readTrackRecord(work, organisationId));
	await does(coordinator, (work) => funding.commentOnAward(work, awardId, "Vikarmangel."));
	expect(await codes(officer, (work) => funding.commentOnAward(work, awardId, "Nei"))).toEqual(["not-allowed"]);
	for (const actor of [coordinator, officer])
		expect(await record(actor)).toMatchObject([{ awardId, granted: 600_000, spent: 305_000, comment: "Vikarmangel." }]);
	expect(await record(stranger)).toEqual([]);
	await does(coordinator, (work) => funding.commentOnAward(work, awardId, ""));
	expect((await record(officer))[0]?.comment).toBe("");
});

it("is told underway on the day the call says, with the numbers as they stand, read without being judged, and never changed", async () => {
	const due = async (actor = coordinator) =>
		(await database.reading(actor, funding.listReports)).filter((one) => one.awardId === awardId && one.interim);
	const [first] = await due();
	const dueOn = first?.reportBy ?? "";
	expect((await due(officer)).map(({ state, isOwn }) => [state, isOwn])).toEqual([["draft", false]]);
	const at = (actor: Made) => does(actor, (work) => funding.openInterim(work, awardId, dueOn));
	const waits = async (actor: Made) =>
		(await database.reading(actor, findWaitingInterims))
			.map(({ path }) => path)
			.filter((path) => path.includes(awardId));
	expect([await waits(coordinator), await waits(officer)]).toEqual([[first?.path], []]);
	expect((await at(officer)).content).toBeNull();
	const now = await at(coordinator);
	expect(now.content?.facts.typed).toBe(0);
	expect(now.content?.fields.some(({ source }) => source === "typed")).toBe(false);
	const send = (message: string) => (work: Work) => funding.sendInterim(work, awardId, dueOn, message);
	const answer = (word: string) => (work: Work) => funding.answerInterim(work, awardId, dueOn, word);
	expect(await codes(officer, send("Vi sender."))).toEqual(["not-allowed"]);
	expect(await codes(officer, answer("Fint."))).toEqual(["not-allowed"]);
	expect(await codes(stranger, send("Vi sender."))).toEqual(["missing"]);
	expect(await codes(coordinator, (work) => funding.openInterim(work, awardId, "2020-01-01"))).toEqual(["missing"]);
	await does(coordinator, send("Tre er i gang."));
	expect(await codes(coordinator, send("Fire er i gang."))).toEqual(["not-allowed"]);
	expect([await waits(coordinator), await waits(officer)]).toEqual([[], [first?.path]]);
	expect(await codes(coordinator, answer("Lest."))).toEqual(["not-allowed"]);
	const read = await at(officer);
	expect([read.interim.message, read.content?.lines]).toEqual(["Tre er i gang.", now.content?.lines]);
	await does(officer, answer("Takk."));
	expect(await codes(officer, answer("Og en ting til."))).toEqual(["not-allowed"]);
	expect((await due()).map(({ state, isLate }) => [state, isLate])).toEqual([["read", false]]);
	expect(await waits(officer)).toEqual([]);
	// Nothing of it is in the last report, or in the national figures.
	expect((await opened()).steps.filter(({ message }) => message === "Tre er i gang.")).toEqual([]);
	for (const change of [sql`message = 'Fem er i gang.'`, sql`answer = 'Nei.'`])
		await expect(
			database.commanding(coordinator, async (work) => {
				await sql`update funding.interim_report set ${change} where award_id = ${awardId} and due_on = ${dueOn}`.execute(
					work.db,
				);
				return done(undefined);
			}),
		).rejects.toThrow(/is not changed/);
});

it("is reminded of when it is due, once, and not when it is accepted", async () => {
	const notices = async () =>
		(
			await database.reading(coordinator, (work) =>
				sql`select from notice.notice where kind = 'funding.report-due' and person_id = ${coordinator.personId}`.execute(
					work.db,
				),
			)
		).rows.length;
	const facts = {
		...{ title: "Fondet", callId: null, issuerName: "Fondet", reference: "", decidedOn: "2020-01-01", conditions: "" },
		...{
			carryOver: "",
			carries: "asked" as const,
			droppedShare: 100,
			spendBy: "2020-06-01",
			reportBy: "2020-09-01",
			interimOn: null,
		},
	};
	const { id } = await does(coordinator, (work) => funding.noteAward(work, facts));
	const line = {
		title: "Kurs",
		category: "",
		budgetYear: 2020,
		applied: null,
		granted: 1_000,
		own: 0,
		conditional: false,
		places: 0,
	};
	await does(coordinator, (work) => funding.writeAwardLines(work, id, { version: 1, lines: [line] }));
	await does(coordinator, (work) => funding.acceptAward(work, id, 2));
	const run = () => remindReportTask.run(testContext(database), {});
	await run();
	await run();
	expect(await notices()).toBe(1);
	// A giver who is not here: the letter it was accepted in is noted.
	await does(coordinator, (work) => funding.saveReport(work, id, { answers: { learnt: "Lite." }, version: 1 }));
	await does(coordinator, (work) => funding.sendReport(work, id));
	expect(await codes(coordinator, (work) => funding.acceptReport(work, id, { message: "", reference: "" }))).toEqual([
		"reference-missing",
	]);
	await does(coordinator, (work) => funding.acceptReport(work, id, { message: "", reference: "F-9" }));
	const last = (await database.reading(coordinator, funding.listReports)).filter(({ interim }) => !interim);
	expect(last.map(({ state }) => state)).toEqual(["accepted", "accepted"]);
});
