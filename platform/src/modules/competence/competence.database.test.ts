import { expect, it } from "vitest";
import { openTestDatabase } from "../../../test/database.ts";
import { importingInto, problems } from "../../../test/importing.ts";
import { makeActor, makeOrganisation } from "../../../test/make.ts";
import { newId } from "../../database/work.server.ts";
import { dayOf } from "../../day.ts";
import { foldName } from "../../geography/search.ts";
import { operatorOrganisationId, type PersonActor, system } from "../../identity/actor.ts";
import { findWaiting } from "../../registry/waiting.server.ts";
import { measureImport } from "./measure/import/importer.server.ts";
import { needSheet } from "./need/sheet.ts";
import {
	addEntry,
	addNeed,
	addPlan,
	answerForUnit,
	changeEntry,
	changeNeed,
	choose,
	listAlone,
	listChoosable,
	listCurrent,
	listEntries,
	listMeasures,
	listNeeds,
	listUnitActual,
	readEntry,
	readUnitActual,
	reckonGaps,
	removeNeed,
	retireEntry,
} from "./service.server.ts";

const database = await openTestDatabase();
const importing = importingInto(database);

/** A municipality with two services under one sector, a planner, and the leader of the first service. */
async function municipality() {
	const organisation = await makeOrganisation(database);
	const [sectorId, homeId, careId] = [newId(), newId(), newId()];
	await database.commanding(system("make", organisation.id), async (work) => {
		const unit = (id: string, name: string, parent: string | null, code: string) => ({
			...{ organisation_id: organisation.id, id, name, parent_id: parent, code, sector: "health-and-care" },
			...{ valid_from: "2020-01-01", search_name: foldName(name) },
		});
		await work.db
			.insertInto("organisation.unit")
			.values([
				unit(sectorId, "Helse", null, "H"),
				unit(homeId, "Solbakken", sectorId, "H1"),
				unit(careId, "Nord", sectorId, "H2"),
			])
			.execute();
		return { done: undefined };
	});
	return {
		...{ organisation, homeId, careId },
		planner: await makeActor(database, { organisation, roles: ["competence-planner"] }),
		leader: await makeActor(database, { organisation, roles: ["unit-leader"], unitId: homeId }),
	};
}

const row = (entryId: string, heads: number, positions: number) => ({
	...{ entryId, heads, positions, aged55: null, aged60: null, aged65: null, turnover: null, hasDeputy: null },
});
const own = {
	...({ kind: "education", level: "bachelor", nameNn: null, nameEn: null, occupation: null, mappedId: null } as const),
	name: "Sjukepleier i turnus",
};

async function sharedNurse(actor: PersonActor): Promise<string> {
	const { rows } = await database.reading(actor, (work) => listEntries(work, { search: "registered nurse" }));
	return rows[0]?.id ?? Promise.reject(new Error("no nurse in the shared list"));
}

it("keeps own words beside the shared ones, and lets nobody else see or change them", async () => {
	const { planner, leader } = await municipality();
	const stranger = await makeActor(database, { roles: ["competence-planner"] });
	const nurse = await sharedNurse(planner);
	const add = (facts: Parameters<typeof addEntry>[1], actor = planner) =>
		database.commanding(actor, (work) => addEntry(work, facts));
	expect((await add(own, leader)).refused?.[0]?.code).toBe("not-allowed");
	expect((await add({ ...own, level: null })).refused?.[0]).toMatchObject({ code: "level-missing", field: "level" });
	const id = (await add({ ...own, mappedId: nurse })).done?.id ?? "";
	expect((await add(own)).refused?.[0]?.code).toBe("name-taken");
	expect((await add({ ...own, name: "Annet", mappedId: id })).refused?.[0]?.code).toBe("not-shared");
	const listed = await database.reading(leader, (work) => listEntries(work, { keeper: "own" }));
	expect(listed.rows).toMatchObject([{ name: own.name, mapped: { name: "Sykepleier" }, isShared: false }]);
	expect(await database.reading(stranger, (work) => readEntry(work, id))).toBeUndefined();
	// The shared one it answers to gives way in choices, and is changed by the operator alone.
	const choosable = await database.reading(planner, listChoosable);
	expect(choosable.some((one) => one.id === id) && !choosable.some((one) => one.id === nurse)).toBe(true);
	const entry = (await database.reading(planner, (work) => readEntry(work, nurse)))?.entry;
	if (!entry) throw new Error("no nurse");
	const change = { ...own, name: "Noe annet", version: entry.version };
	expect((await database.commanding(planner, (work) => changeEntry(work, nurse, change))).refused?.[0]?.code).toBe(
		"not-allowed",
	);
	const operator = { ...planner, organisationId: operatorOrganisationId };
	expect(await database.reading(operator, (work) => readEntry(work, nurse))).toBeUndefined();
	expect(
		(await database.commanding(planner, (work) => changeEntry(work, id, { ...own, name: "Ny", version: 9 })))
			.refused?.[0]?.code,
	).toBe("changed-by-another");
	expect(await database.commanding(planner, (work) => retireEntry(work, id, 1))).toEqual({ done: undefined });
	expect((await database.reading(planner, (work) => listEntries(work, { keeper: "own" }))).total).toBe(0);
});

it("takes what a unit has from its leader, keeps what was, and shows it to nobody outside", async () => {
	const { planner, leader, homeId, careId } = await municipality();
	const stranger = await makeActor(database, { roles: ["competence-planner"] });
	const employee = await makeActor(database, { roles: ["employee"] });
	const nurse = await sharedNurse(planner);
	const answer = (actor: PersonActor, unitId: string, asOf: string, heads: number) =>
		database.commanding(actor, (work) =>
			answerForUnit(work, unitId, { asOf, source: "Lederen", rows: [row(nurse, heads, heads)] }),
		);
	expect((await answer(leader, careId, "2025-01-01", 2)).refused?.[0]?.code).toBe("missing");
	expect((await answer(stranger, homeId, "2025-01-01", 2)).refused?.[0]?.code).toBe("missing");
	expect((await answer(leader, homeId, "2999-01-01", 2)).refused?.[0]).toMatchObject({
		code: "ahead-of-today",
		field: "asOf",
	});
	expect((await answer(leader, homeId, "2020-01-01", 4)).done).toEqual({ rows: 1 });
	const titles = async () => (await database.reading(leader, findWaiting)).map(({ key }) => key);
	expect(await titles()).toContain("competence.stale");
	const today = dayOf(new Date());
	expect((await answer(planner, homeId, today, 1)).done).toEqual({ rows: 1 });
	expect(await titles()).not.toContain("competence.stale");
	const unit = await database.reading(leader, (work) => readUnitActual(work, homeId));
	expect(unit?.current).toMatchObject([{ heads: 1, isStale: false, name: "Sykepleier" }]);
	expect(unit?.earlier).toMatchObject([{ heads: 4, asOf: "2020-01-01" }]);
	const listed = async (actor: PersonActor) => (await database.reading(actor, (work) => listUnitActual(work, {}))).rows;
	expect((await listed(leader)).map(({ id, alone }) => [id, alone])).toEqual([[homeId, 1]]);
	expect((await listed(planner)).length).toBe(2);
	expect(await listed(employee)).toEqual([]);
	const alone = async (actor: PersonActor) => await database.reading(actor, listAlone);
	expect(await alone(leader)).toMatchObject([
		{ unit: { id: homeId }, fact: { heads: 1 }, leaves: undefined, onTheWay: 0 },
	]);
	expect(await alone(stranger)).toEqual([]);
	expect(await database.reading(stranger, (work) => readUnitActual(work, homeId))).toBeUndefined();
	expect(await database.reading(stranger, listCurrent)).toEqual([]);
	// The wall itself: another organisation finds no row, whatever it asks for.
	const rows = await database.reading(stranger, (work) =>
		work.db.selectFrom("competence.actual").selectAll().execute(),
	);
	expect(rows).toEqual([]);
	// Numbers last as long as the municipality says.
	const choice = { staleMonths: 60, leavingAge: 67, namedStudies: false, nameYears: 3, version: 0 };
	expect((await database.commanding(leader, (work) => choose(work, choice))).refused?.[0]?.code).toBe("not-allowed");
	expect(await database.commanding(planner, (work) => choose(work, choice))).toEqual({ done: undefined });
	expect((await database.commanding(planner, (work) => choose(work, choice))).refused?.[0]?.code).toBe(
		"changed-by-another",
	);
});

it("reckons what a unit lacks from what its leader says it needs and has, own words and shared ones together", async () => {
	const { organisation, planner, leader, homeId, careId } = await municipality();
	const stranger = await makeActor(database, { roles: ["competence-planner"] });
	const grants = await makeActor(database, { organisation, roles: ["grants-coordinator"] });
	const nurse = await sharedNurse(planner);
	const mapped =
		(await database.commanding(planner, (work) => addEntry(work, { ...own, mappedId: nurse }))).done?.id ?? "";
	const facts = {
		...({
			unitId: homeId,
			entryId: nurse,
			basis: "users",
			positions: null,
			users: 40,
			usersEach: 4,
			growth: null,
		} as const),
		...{ fromDay: null, reason: "Fire brukere til hver" },
	};
	const add = (actor: PersonActor, given: Partial<typeof facts> | object) =>
		database.commanding(actor, (work) => addNeed(work, { ...facts, ...given }));
	expect((await add(leader, { unitId: careId })).refused?.[0]).toMatchObject({ code: "unit-unknown", field: "unitId" });
	expect((await add(stranger, {})).refused?.[0]?.code).toBe("unit-unknown");
	expect((await add(grants, {})).refused?.[0]?.code).toBe("unit-unknown");
	const id = (await add(leader, {})).done?.id ?? "";
	const gaps = async (actor: PersonActor) =>
		(await database.reading(actor, (work) => reckonGaps(work, { turnover: 10, growth: 0 }))).map(
			({ required, has, lacking }) => [
				...[required, has, lacking[0]?.total ?? null],
				Math.round((lacking[1]?.leaving ?? 0) * 100) / 100,
			],
		);
	expect(await gaps(leader)).toEqual([[10, null, null, 0]]);
	await database.commanding(leader, (work) =>
		answerForUnit(work, homeId, { asOf: "2026-01-01", source: "Lederen", rows: [row(mapped, 8, 8)] }),
	);
	expect(await gaps(leader)).toEqual([[10, 8, 2, 1.52]]);
	expect(await gaps(planner)).toEqual(await gaps(leader));
	expect(await gaps(stranger)).toEqual([]);
	expect((await database.commanding(stranger, (work) => removeNeed(work, id, 1))).refused?.[0]?.code).toBe("missing");
	expect(
		await database.reading(stranger, (work) => work.db.selectFrom("competence.requirement").selectAll().execute()),
	).toEqual([]);
	const change = (version: number) =>
		database.commanding(planner, (work) => changeNeed(work, id, { ...facts, usersEach: 5, version }));
	expect(await change(1)).toEqual({ done: undefined });
	expect((await change(1)).refused?.[0]?.code).toBe("changed-by-another");
	expect((await gaps(planner))[0]?.[0]).toBe(8);
	expect(await database.commanding(leader, (work) => removeNeed(work, id, 2))).toEqual({ done: undefined });
	expect(await gaps(planner)).toEqual([]);
});

it("takes a personnel system's sheet, tells what is wrong by cell, and the same again changes nothing", async () => {
	const { planner, leader, homeId } = await municipality();
	const header = "Enhet;Kompetanse;Dato;Antall ansatte;Årsverk;55–59 år;60–64 år;65 år og eldre;Gjennomtrekk;Kilde";
	const lines = [
		header,
		"H1;Sykepleier;01.10.2026;12;9,4;2;1;0;8;Lønn",
		"Helse › Nord;5321;01.10.2026;20;14,25;;;;;",
		"Solbakken;Demensomsorgens ABC;01.10.2026;6;0;;;;;",
	];
	const file = (given: readonly string[]) => new TextEncoder().encode(given.join("\n"));
	const counts = (await importing.preview(planner, "competence", file(lines), "hr.csv")).preview;
	expect([counts.counts.created, problems(counts)]).toEqual([3, []]);
	const { id } = await importing.preview(planner, "competence", file(lines), "hr.csv");
	expect((await importing.doIt(planner, id)).done).toBeDefined();
	const again = (await importing.preview(planner, "competence", file(lines), "hr.csv")).preview;
	expect(again.counts).toMatchObject({ created: 0, changed: 0, unchanged: 3 });
	const unit = await database.reading(leader, (work) => readUnitActual(work, homeId));
	expect(
		unit?.current.map(({ name, heads, positions, aged55, turnover }) => [name, heads, positions, aged55, turnover]),
	).toEqual([
		["Sykepleier", 12, 9.4, 2, 8],
		["Demensomsorgens ABC", 6, 0, null, null],
	]);
	expect(
		await importing.problemsOf(planner, "competence", [
			header,
			"Solbaken;Sykepleier;01.10.2026;12;9,4;;;;;",
			"H1;Sykepleir;01.10.2026;2;2;;;;;",
			"H1;Helsefagarbeider;01.10.2026;2;2,5;;;;;",
			"H1;Vernepleier;01.10.2999;2;2;2;1;0;;",
		]),
	).toEqual([
		"Rad 2, kolonne A («Enhet»): Vi finner ingen enhet som heter «Solbaken».",
		"Rad 3, kolonne B («Kompetanse»): Vi kjenner ikke kompetansen «Sykepleir».",
		"Rad 4, kolonne E («Årsverk»): 2,5 årsverk er mer enn 2 ansatte kan ha.",
		"Rad 5, kolonne C («Dato»): Datoen 01.10.2999 er ikke kommet.",
		"Rad 5, kolonne F («55–59 år»): Aldersgruppene er 3 til sammen, og det er bare 2 ansatte.",
	]);
	// A leader brings in for their own unit and no other.
	expect(await importing.problemsOf(leader, "competence", [header, "H2;Sykepleier;01.10.2026;2;2;;;;;"])).toEqual([
		"Rad 2, kolonne A («Enhet»): Vi finner ingen enhet som heter «H2».",
	]);
});

it("takes measures from a sheet as the list is exported, and the same again changes nothing", async () => {
	const { planner, leader } = await municipality();
	const plan = {
		title: "Kompetanseplan",
		sector: null,
		firstDay: "2026-01-01",
		lastDay: "2029-12-31",
		introduction: "",
	};
	const kept = { reviewMonths: 12, ownerName: "Silje", ownerEmail: null, deputyName: "", deputyEmail: null };
	const head = "Tiltak;Plan;Slag;Enhet;Kompetanse;Årsverk;Kostnad;Nr.;Status;Ansvarlig;Merknad";
	const lines = [
		head,
		"Tre tar videreutdanning;;Videreutdanning;H1;Sykepleier;1,5;120000;;;Per Nes;",
		"Rekruttere;Kompetanseplan;Rekruttere;Hele planen;;;;1;Vedtatt;Kari Dal;",
	];
	const file = (given: readonly string[]) => new TextEncoder().encode(given.join("\n"));
	expect(await importing.problemsOf(planner, "competence-measures", lines)).toHaveLength(2);
	expect((await database.commanding(planner, (work) => addPlan(work, { ...plan, ...kept }))).done).toBeDefined();
	const { id, preview } = await importing.preview(planner, "competence-measures", file(lines), "tiltak.csv");
	expect([preview.counts.created, problems(preview)]).toEqual([2, []]);
	expect((await importing.doIt(planner, id)).done).toBeDefined();
	expect(
		(await database.reading(planner, listMeasures)).map((one) => [
			...[one.title, one.unitName, one.entryName, one.closes, one.cost, one.status, one.priority],
		]),
	).toEqual([
		["Tre tar videreutdanning", "Solbakken", "Sykepleier", 1.5, 120_000, "proposed", 1],
		["Rekruttere", null, null, null, null, "decided", 1],
	]);
	const again = (await importing.preview(planner, "competence-measures", file(lines), "tiltak.csv")).preview;
	expect(again.counts).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
	const dropped = [head, "rekruttere;;;;;;;;Droppet;;"];
	expect(await importing.problemsOf(planner, "competence-measures", dropped)).toHaveLength(1);
	const now = (
		await importing.preview(planner, "competence-measures", file([`${dropped.join("\n")}Ingen søkte`]), "t.csv")
	).preview;
	expect(now.counts).toMatchObject({ created: 0, changed: 1, untouched: 1 });
	expect(
		await importing.problemsOf(planner, "competence-measures", [
			...[head, "Nytt;;;;;;;;;;", "Nytt to;;Kurs;;;2;;;;Per;", "Nytt tre;En annen plan;Kurs;;;;;;;Per;"],
			...["Nytt fire;;Kurs;H7;;;;;;Per;", "Nytt fem;;Kurs;;;;;;;Per;", "nytt fem;;Kurs;;;;;;;Per;"],
		]),
	).toHaveLength(6);
	expect(await database.reading(leader, async (work) => measureImport.mayImport(work))).toBe(false);
});

it("takes needs from a sheet, tells what is wrong by cell, and the same again changes nothing", async () => {
	const { planner, leader } = await municipality();
	const [unit, entry, positions, users, basis, reason] = needSheet.columns
		.filter(({ key }) => ["unit", "entry", "positions", "users", "basis", "reason"].includes(key))
		.map(({ headers }) => headers.nb);
	const each = needSheet.columns.find(({ key }) => key === "usersEach")?.headers.nb;
	const head = [unit, entry, positions, users, each, basis, reason].join(";");
	const lines = [head, "H1;Sykepleier;4,5;;;Oppgaver;To på vakt", "Helse › Nord;Helsefagarbeider;;40;8;;"];
	const file = (given: readonly string[]) => new TextEncoder().encode(given.join("\n"));
	const { id, preview } = await importing.preview(planner, "competence-needs", file(lines), "behov.csv");
	expect([preview.counts.created, problems(preview)]).toEqual([2, []]);
	expect((await importing.doIt(planner, id)).done).toBeDefined();
	expect(
		(await database.reading(planner, listNeeds)).map((one) => [
			one.unitName,
			one.positions,
			one.users,
			one.basis,
			one.reason,
		]),
	).toEqual([
		["Nord", 5, 40, "users", "Fra Excel-fil"],
		["Solbakken", 4.5, null, "task", "To på vakt"],
	]);
	const again = (await importing.preview(planner, "competence-needs", file(lines), "behov.csv")).preview;
	expect(again.counts).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
	expect(
		await importing.problemsOf(planner, "competence-needs", [
			...[
				head,
				"Solbaken;Sykepleier;2;;;;",
				"H1;Sykepleir;2;;;;",
				"H1;Lege;;12;;;",
				"H1;Jordmor;;;;;",
				"H1;Psykolog;1;;;;",
			],
			"H1;Psykolog;2;;;;",
		]),
	).toHaveLength(5);
	expect(await importing.problemsOf(leader, "competence-needs", [head, "H2;Sykepleier;2;;;;"])).toHaveLength(1);
});
