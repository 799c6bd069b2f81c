import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { doing } from "../../../../test/doing.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { newId, type Work } from "../../../database/work.server.ts";
import { foldName } from "../../../geography/search.ts";
import {
	addStudy,
	countInEducation,
	listAllStudies,
	listChoosable,
	readStudy,
	takeStep,
} from "../../competence/service.server.ts";
import type { StudyState } from "../../competence/study/codes.ts";
import * as funding from "../service.server.ts";
import type { AwardToMake, EntryFacts } from "./contract.ts";
import { listEntries, readBalances } from "./ledger.store.server.ts";
import { cashOf, standingOf } from "./ledger.ts";

const database = await openTestDatabase();
type Made = Awaited<ReturnType<typeof makeActor>>;

let officer: Made;
let coordinator: Made;
let planner: Made;
let stranger: Made;
let nurse: Made;
let awardId: string;
const studyIds: string[] = [];

const { does, codes } = doing(database);

const made = (): AwardToMake => ({
	...{ recipientId: coordinator.organisationId, call: null, applicationId: null, title: "Tilsagn 2026" },
	...{ reference: "2026/114", decidedOn: "2026-05-20", conditions: "Betinget av opptak.", carryOver: "Etter søknad." },
	...{ carries: "asked", droppedShare: 50, spendBy: "2027-06-30", reportBy: "2027-10-01", interimOn: null },
	lines: [
		{
			...{
				title: "Videreutdanning",
				category: "Utdanning",
				budgetYear: 2026,
				applied: 500_000,
				granted: 400_000,
				own: 100_000,
			},
			...{ conditional: true, places: 4 },
		},
		{
			...{ title: "ABC-opplæring", category: "Kurs", budgetYear: 2026, applied: 60_000, granted: 60_000, own: 0 },
			...{ conditional: false, places: 0 },
		},
	],
});
const opened = (actor = coordinator, id = awardId) => does(actor, (work) => funding.openAward(work, id));
const balances = (actor = coordinator) =>
	database.reading(actor, (work) => readBalances(work, { organisationId: coordinator.organisationId, id: awardId }));
const entries = (actor = coordinator) =>
	database.reading(actor, (work) => listEntries(work, { organisationId: coordinator.organisationId, id: awardId }));
const note = (facts: Partial<EntryFacts> & Pick<EntryFacts, "kind" | "place" | "kroner">) => (work: Work) =>
	funding.noteEntry(work, awardId, {
		...{ onDay: "2026-10-01", own: 0, text: "", reference: "", studyId: null, documentId: null },
		...facts,
	});
const study = async (...steps: readonly StudyState[]) => {
	const unit = await database.reading(
		planner,
		async (work) =>
			(
				await sql<{
					id: string;
				}>`select id from organisation.unit where organisation_id = ${planner.organisationId}`.execute(work.db)
			).rows[0],
	);
	const entryId = (await database.reading(planner, listChoosable))[0]?.id ?? "";
	const { id } = await does(planner, (work) =>
		addStudy(
			work,
			{
				...{ name: null, email: null, unitId: unit?.id ?? "", entryId, title: "AKS", provider: "", measureId: null },
				...{ firstDay: "2026-08-20", lastDay: "2028-06-15", leave: "none", leaveShare: null, leaveFrom: null },
				...{ leaveUntil: null, substitute: "none", substituteShare: null, substituteCost: null },
			},
			"2026-03-01",
		),
	);
	for (const state of steps) await move(id, state);
	return id;
};
const move = async (id: string, state: StudyState) => {
	const version = (await database.reading(planner, (work) => readStudy(work, id)))?.version ?? 0;
	const reason = state === "dropped-out" ? "no-substitute" : null;
	await does(planner, (work) => takeStep(work, id, { state, onDay: "2026-08-25", reason, note: "", version }));
};

beforeAll(async () => {
	database.setNow("2026-12-10T10:00:00Z");
	const organisation = await makeOrganisation(database);
	await database.commanding({ kind: "system", reason: "make", organisationId: organisation.id }, async (work) => {
		await work.db
			.insertInto("organisation.unit")
			.values({
				...{ organisation_id: organisation.id, id: newId(), name: "Solbakken", sector: "health-and-care" },
				...{ valid_from: "2020-01-01", search_name: foldName("Solbakken") },
			})
			.execute();
		return { done: undefined };
	});
	coordinator = await makeActor(database, { organisation, roles: ["grants-coordinator"] });
	planner = await makeActor(database, { organisation, roles: ["competence-planner"] });
	nurse = await makeActor(database, { organisation, roles: ["employee"] });
	const giver = await makeOrganisation(database, { kind: "state-administrator" });
	officer = await makeActor(database, { organisation: giver, roles: ["case-officer"] });
	stranger = await makeActor(database, { roles: ["grants-coordinator"] });
});

it("is made by who gives it, read by the two it is between, and begins its ledger when it is accepted", async () => {
	expect(await codes(coordinator, (work) => funding.makeAward(work, made()))).toEqual(["not-allowed"]);
	expect(await codes(officer, (work) => funding.makeAward(work, { ...made(), recipientId: newId() }))).toEqual([
		"recipient-unknown",
	]);
	expect(await codes(officer, (work) => funding.makeAward(work, { ...made(), spendBy: "2026-01-01" }))).toEqual([
		"spend-before-decides",
	]);
	expect(await codes(officer, (work) => funding.makeAward(work, { ...made(), lines: [] }))).toEqual(["line-missing"]);
	awardId = (await does(officer, (work) => funding.makeAward(work, made()))).id;
	for (const actor of [stranger, nurse])
		expect(await codes(actor, (work) => funding.openAward(work, awardId))).toEqual(["missing"]);
	expect((await opened(officer)).can).toEqual({ keep: false, give: false, answer: false, write: false });
	expect((await opened()).can).toEqual({ keep: false, give: false, answer: true, write: false });
	expect(
		await codes(coordinator, note({ kind: "pay", place: { lineId: newId(), budgetYear: 2026 }, kroner: 1 })),
	).toEqual(["not-allowed"]);
	expect(await codes(officer, (work) => funding.acceptAward(work, awardId, 1))).toEqual(["not-allowed"]);
	expect(await codes(coordinator, (work) => funding.acceptAward(work, awardId, 9))).toEqual(["changed-by-another"]);
	await does(coordinator, (work) => funding.acceptAward(work, awardId, 1));
	expect(standingOf(await balances())).toMatchObject({ granted: 460_000, left: 460_000, spent: 0 });
	expect((await database.reading(officer, funding.listAwards)).map(({ isOwn }) => isOwn)).toEqual([false]);
	expect(await database.reading(stranger, funding.listAwards)).toEqual([]);
});

it("has an amount that follows who was admitted, began and dropped out, entered with what it was reckoned from", async () => {
	const { lines } = await opened();
	const lineId = lines[0]?.id ?? "";
	studyIds.push(
		await study("applied", "admitted", "started"),
		await study("admitted", "started"),
		await study("applied"),
	);
	for (const studyId of studyIds)
		await does(coordinator, (work) => funding.placeStudy(work, awardId, { lineId, studyId }));
	const [first = "", second = ""] = studyIds;
	expect(await codes(coordinator, (work) => funding.placeStudy(work, awardId, { lineId, studyId: first }))).toEqual([
		"already-placed",
	]);
	expect(await codes(officer, (work) => funding.placeStudy(work, awardId, { lineId, studyId: first }))).toEqual([
		"not-allowed",
	]);
	const studies = await database.reading(coordinator, listAllStudies);
	expect(countInEducation(studies, "2026-12-01", { award: awardId })).toEqual({ persons: 2, studies: 2 });
	expect(await codes(coordinator, (work) => funding.enterAdmission(work, awardId, lineId))).toEqual([
		"nothing-changed",
	]);
	// One of four places nobody has, one who never began, one who dropped out: 400 000 becomes 150 000.
	await does(coordinator, (work) => funding.settleAdmission(work, awardId, { lineId, settled: true }));
	await move(studyIds[2] ?? "", "dropped-out");
	await move(second, "dropped-out");
	const [found] = await database.reading(coordinator, async (work) => {
		const one = await funding.openAward(work, awardId);
		return one.refused ? [] : funding.readAdmissions(work, one.done);
	});
	expect(found?.admission).toMatchObject({
		amount: 150_000,
		lost: { open: 100_000, never: 100_000, dropped: 50_000 },
		persons: 3,
	});
	await does(coordinator, (work) => funding.enterAdmission(work, awardId, lineId));
	expect(standingOf(await balances())).toMatchObject({ granted: 460_000, lost: 250_000, left: 210_000 });
	const written = (await entries(officer)).find(({ kind }) => kind === "adjust");
	expect(written?.detail).toMatchObject({ places: 4, begun: 1, dropped: 1, never: 1, open: 1, amount: 150_000 });
	// Who gives the award reads the counts and never which study.
	const rows = await database.reading(officer, (work) => sql`select from funding.award_study`.execute(work.db));
	expect(rows.rows).toEqual([]);
});

it("keeps a ledger nobody can make say otherwise than it does", async () => {
	const { lines } = await opened();
	const [line, course] = lines;
	const place = { lineId: line?.id ?? "", budgetYear: 2026 };
	await does(officer, note({ kind: "pay", place, kroner: 210_000, reference: "Utbetaling 1" }));
	expect(await codes(officer, note({ kind: "pay", place, kroner: 1 }))).toEqual(["over-granted"]);
	expect(await codes(officer, note({ kind: "cost", place, kroner: 1 }))).toEqual(["not-allowed"]);
	expect(await codes(coordinator, note({ kind: "cost", place, kroner: 150_001 }))).toEqual(["over-left"]);
	expect(await codes(coordinator, note({ kind: "cost", place, kroner: 1, onDay: "2027-01-01" }))).toEqual([
		"day-ahead",
	]);
	const { id: entryId } = await does(
		coordinator,
		note({ kind: "cost", place, kroner: 90_000, own: 40_000, text: "Vikar" }),
	);
	const cost = await does(
		coordinator,
		note({ kind: "cost", place: { lineId: course?.id ?? "", budgetYear: 2026 }, kroner: 55_000 }),
	);
	expect(await codes(coordinator, (work) => funding.reverseEntry(work, awardId, { entryId, because: "" }))).toEqual([
		"note-missing",
	]);
	await does(coordinator, (work) => funding.reverseEntry(work, awardId, { entryId: cost.id, because: "Feil beløp" }));
	expect(
		await codes(coordinator, (work) => funding.reverseEntry(work, awardId, { entryId: cost.id, because: "x" })),
	).toEqual(["not-allowed"]);
	// Costs are the recipient's own until they are reported; the giver reads what both know.
	expect((await entries(officer)).map(({ kind }) => kind)).toEqual(["grant", "grant", "adjust", "pay"]);
	expect(await balances(officer)).toEqual(await balances());
	expect(await balances(stranger)).toEqual([]);
	const tries: readonly ((work: Work) => Promise<unknown>)[] = [
		(work) => sql`update funding.posting set debit = debit + 1 where award_id = ${awardId}`.execute(work.db),
		(work) => sql`delete from funding.entry where award_id = ${awardId}`.execute(work.db),
	];
	for (const one of tries)
		await expect(
			database.commanding(coordinator, async (work) => {
				await one(work);
				return { done: undefined };
			}),
		).rejects.toThrow(/permission denied/);
	const insert = (postings: readonly [string, number, number][]) =>
		database.commanding(coordinator, async (work) => {
			const id = newId();
			await sql`insert into funding.entry (organisation_id, award_id, id, kind, on_day, seen, recorded_at)
				values (${coordinator.organisationId}, ${awardId}, ${id}, 'cost', '2026-10-01', false, now())`.execute(work.db);
			for (const [sort, [account, debit, credit]] of postings.entries())
				await sql`insert into funding.posting (organisation_id, award_id, entry_id, sort, account, line_id, budget_year, debit, credit)
					values (${coordinator.organisationId}, ${awardId}, ${id}, ${sort}, ${account}, ${place.lineId}, 2026, ${debit}, ${credit})`.execute(
					work.db,
				);
			return { done: undefined };
		});
	await expect(insert([])).rejects.toThrow("no postings");
	await expect(insert([["spent", 10, 0]])).rejects.toThrow("does not balance");
	await expect(
		insert([
			["spent", 10, 0],
			["left", 0, 9],
		]),
	).rejects.toThrow("does not balance");
	await expect(
		insert([
			["spent", 900_000, 0],
			["left", 0, 900_000],
		]),
	).rejects.toThrow("less than nothing");
	await expect(
		insert([
			["carried", 10, 0],
			["left", 0, 10],
		]),
	).rejects.toThrow("not carried into another");
});

it("carries money over when it is granted, changes its purpose when it is granted, and returns the rest", async () => {
	const { lines } = await opened();
	const [line, course] = lines;
	const place = { lineId: line?.id ?? "", budgetYear: 2026 };
	const carry = {
		kind: "carry",
		place,
		toYear: 2027,
		toLineId: null,
		kroner: 60_000,
		reason: "Studieåret varer til juni.",
	} as const;
	expect(await codes(coordinator, (work) => funding.ask(work, awardId, { ...carry, toYear: 2026 }))).toEqual([
		"year-not-later",
	]);
	expect(await codes(coordinator, (work) => funding.ask(work, awardId, { ...carry, kroner: 60_001 }))).toEqual([
		"over-left",
	]);
	expect(await does(coordinator, (work) => funding.ask(work, awardId, carry))).toEqual({ isEntered: false });
	const purpose = {
		kind: "purpose",
		place: { lineId: course?.id ?? "", budgetYear: 2026 },
		toYear: null,
		toLineId: line?.id ?? "",
		kroner: 20_000,
		reason: "Færre kurs.",
	} as const;
	await does(coordinator, (work) => funding.ask(work, awardId, purpose));
	const asks = await database.reading(officer, (work) => funding.listAwardAsks(work, awardId));
	const [first = "", second = ""] = asks.map(({ id }) => id);
	const decision = { decision: "granted", answer: "", reference: "2026/114-7", decidedOn: "2026-12-05" } as const;
	expect(await codes(coordinator, (work) => funding.decide(work, awardId, { ...decision, askId: first }))).toEqual([
		"not-allowed",
	]);
	expect(
		await codes(officer, (work) => funding.decide(work, awardId, { ...decision, decision: "refused", askId: second })),
	).toEqual(["note-missing"]);
	await does(officer, (work) => funding.decide(work, awardId, { ...decision, askId: first }));
	await does(officer, (work) =>
		funding.decide(work, awardId, { ...decision, decision: "refused", answer: "Bruk dem til kurs.", askId: second }),
	);
	expect(await codes(officer, (work) => funding.decide(work, awardId, { ...decision, askId: first }))).toEqual([
		"already-answered",
	]);
	const at = { lineId: line?.id ?? "" };
	expect(standingOf(await balances(), { ...at, budgetYear: 2026 })).toMatchObject({
		spent: 90_000,
		carried: 60_000,
		left: 0,
	});
	expect(standingOf(await balances(), { ...at, budgetYear: 2027 })).toMatchObject({
		granted: 0,
		carried: -60_000,
		left: 60_000,
	});
	await does(
		coordinator,
		note({ kind: "return", place: { lineId: course?.id ?? "", budgetYear: 2026 }, kroner: 5_000 }),
	);
	expect(cashOf(await balances())).toEqual({ paid: 205_000, toCome: 0, toRepay: 0 });
	// The drop-out of another after that: what fell away is taken where it now stands.
	await move(studyIds[0] ?? "", "dropped-out");
	await does(coordinator, (work) => funding.enterAdmission(work, awardId, line?.id ?? ""));
	expect(standingOf(await balances())).toEqual({
		granted: 460_000,
		spent: 90_000,
		carried: 0,
		returned: 5_000,
		lost: 300_000,
		left: 65_000,
		ownSpent: 40_000,
	});
	expect(cashOf(await balances()).toRepay).toBe(50_000);
});

it("is noted from a letter by who received it, for a giver who is not here, and decided by letter too", async () => {
	const facts = {
		...{ title: "Fondet", callId: null, issuerName: "", reference: "F-12", decidedOn: "2026-09-01", conditions: "" },
		...{
			carryOver: "Følger studieåret.",
			carries: "asked" as const,
			droppedShare: 100,
			spendBy: "2027-12-31",
			reportBy: "2028-02-01",
			interimOn: "2027-03-01",
		},
	} as const;
	expect(await codes(coordinator, (work) => funding.noteAward(work, facts))).toEqual(["issuer-missing"]);
	expect(await codes(officer, (work) => funding.noteAward(work, facts))).toEqual(["not-allowed"]);
	const noted = { ...facts, issuerName: "Fondet for helse" };
	for (const [interimOn, code] of [
		["2026-08-31", "interim-before-decides"],
		["2028-02-01", "interim-after-report"],
	] as const)
		expect(await codes(coordinator, (work) => funding.noteAward(work, { ...noted, interimOn }))).toEqual([code]);
	const { id } = await does(coordinator, (work) => funding.noteAward(work, noted));
	expect(await codes(coordinator, (work) => funding.acceptAward(work, id, 1))).toEqual(["line-missing"]);
	const [line] = made().lines;
	const lines = line ? [{ ...line, conditional: true, places: 0 }] : [];
	expect(await codes(coordinator, (work) => funding.writeAwardLines(work, id, { version: 1, lines }))).toEqual([
		"places-missing",
	]);
	await does(coordinator, (work) =>
		funding.writeAwardLines(work, id, { version: 1, lines: lines.map((one) => ({ ...one, conditional: false })) }),
	);
	await does(coordinator, (work) => funding.acceptAward(work, id, 2));
	const file = { name: "brev.pdf", content: new TextEncoder().encode("%PDF-1.7") };
	const document = { title: "Tilsagnsbrev", reference: "F-12", datedOn: "2026-09-01" };
	expect(
		await codes(coordinator, (work) =>
			funding.addAwardDocument(work, id, { ...document, file: { ...file, content: new Uint8Array([1]) } }),
		),
	).toEqual(["file-type"]);
	const kept = await does(coordinator, (work) => funding.addAwardDocument(work, id, { ...document, file }));
	const read = (actor: Made) => database.reading(actor, (work) => funding.readAwardFile(work, id, kept.id));
	expect([(await read(coordinator))?.mediaType, await read(officer)]).toEqual(["application/pdf", undefined]);
	const { lines: standing } = await opened(coordinator, id);
	const place = { lineId: standing[0]?.id ?? "", budgetYear: 2026 };
	await does(coordinator, (work) =>
		funding.ask(work, id, { kind: "carry", place, toYear: 2027, toLineId: null, kroner: 1_000, reason: "Forsinket." }),
	);
	const [asked] = await database.reading(coordinator, (work) => funding.listAwardAsks(work, id));
	const decision = {
		decision: "granted",
		answer: "",
		reference: "",
		decidedOn: "2026-12-01",
		askId: asked?.id ?? "",
	} as const;
	expect(await codes(coordinator, (work) => funding.decide(work, id, decision))).toEqual(["reference-missing"]);
	await does(coordinator, (work) => funding.decide(work, id, { ...decision, reference: "F-12/2" }));
});
