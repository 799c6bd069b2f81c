import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { type MadeOrganisation, makeActor, makeMembership, makeOrganisation } from "../../../../test/make.ts";
import { testContext } from "../../../../test/worker.ts";
import { newId } from "../../../database/work.server.ts";
import { type Actor, system } from "../../../identity/actor.ts";
import { done } from "../../../outcome.ts";
import type { RowOf } from "../../../spreadsheet/contract.ts";
import { writeWorkbook } from "../../../spreadsheet/write.server.ts";
import { sheetOf } from "../../../spreadsheet/written.ts";
import { readTree, readVocabulary } from "../service.server.ts";
import type { ImportKind, ImportPreview } from "./contract.ts";
import { sweepImports } from "./jobs.server.ts";
import { exportPeople } from "./people/export.server.ts";
import { type PeopleSheetRow, peopleSheet } from "./people/sheet.ts";
import { doingAs, previewImport, readImport, readStored, takeIn, uploadImport } from "./service.server.ts";
import { exportUnits } from "./units/export.server.ts";
import { type UnitSheetRow, unitSheet } from "./units/sheet.ts";

const database = await openTestDatabase();
const vocabulary = await database.reading(system("test"), readVocabulary);
const contract = unitSheet(vocabulary);

const blankUnit: RowOf<typeof contract> = {
	...{ code: null, name: "", parent: null, setting: "nursing-home", sector: null, address: null, postcode: null },
	...{ place: null, municipalityNumber: null, email: null, phone: null, published: null, validFrom: null },
	...{ leaderName: null, leaderEmail: null },
};
const unit = (values: Partial<UnitSheetRow> & { name: string }): UnitSheetRow => ({ ...blankUnit, ...values });

const blankPerson: PeopleSheetRow = {
	...{ name: "", email: null, phone: null, role: "employee", title: null, share: null, position: null, unit: null },
	...{ validFrom: null, validTo: null, deputyEmail: null },
};
const person = (values: Partial<PeopleSheetRow> & { name: string }): PeopleSheetRow => ({ ...blankPerson, ...values });

function unitFile(rows: readonly UnitSheetRow[]): Promise<Uint8Array> {
	return writeWorkbook({ sheets: [sheetOf(contract, rows, { name: "Enheter" })], language: "nb" });
}

function peopleFile(rows: readonly PeopleSheetRow[]): Promise<Uint8Array> {
	return writeWorkbook({ sheets: [sheetOf(peopleSheet, rows, { name: "Personer" })], language: "nb" });
}

async function upload(actor: Actor, kind: ImportKind, content: Uint8Array) {
	const outcome = await database.commanding(actor, (work) =>
		uploadImport(work, { kind, fileName: "fil.xlsx", content }),
	);
	return outcome.done?.id ?? Promise.reject(new Error(JSON.stringify(outcome.refused)));
}

async function preview(
	actor: Actor,
	kind: ImportKind,
	content: Uint8Array,
): Promise<{ id: string; preview: ImportPreview }> {
	const id = await upload(actor, kind, content);
	const outcome = await previewImport(doingAs(database, actor), id);
	if (!outcome.done) throw new Error(JSON.stringify(outcome.refused));
	return { id, preview: outcome.done };
}

async function doIt(actor: Actor, id: string) {
	const file = await readStored(doingAs(database, actor), id);
	if (!file.done) return file;
	return database.commanding(actor, (work) => takeIn(work, id, file.done.read));
}

async function bring(actor: Actor, kind: ImportKind, content: Uint8Array): Promise<ImportPreview> {
	const { id, preview: shown } = await preview(actor, kind, content);
	const outcome = await doIt(actor, id);
	if (!outcome.done) throw new Error(JSON.stringify(outcome.refused ?? shown.refusals));
	return shown;
}

const treeOf = (actor: Actor, organisation: MadeOrganisation) =>
	database.reading(actor, async (work) =>
		(await readTree(work, organisation.id)).map(({ name, depth, code, leaders }) => ({ name, depth, code, leaders })),
	);

const problems = (shown: ImportPreview) => shown.refusals.map(({ place, problem }) => `${place.nb}: ${problem.nb}`);

describe("importing units", () => {
	it("shows what it would do, does it, and has then nothing more to do", async () => {
		const organisation = await makeOrganisation(database);
		const actor = await makeActor(database, { organisation });
		const file = await unitFile([
			unit({ name: "Korttid", parent: "Helse › Omsorg", code: "43" }),
			unit({ name: "Omsorg", parent: "Helse", leaderName: "Kari Ås", leaderEmail: "kari@kommune.no" }),
			unit({ name: "Helse", setting: null, sector: "health-and-care" }),
			unit({ name: "Skole", setting: "school", parent: null, phone: "72 00 00 00" }),
			unit({ name: "Natt", parent: "43" }),
		]);
		const { id, preview: shown } = await preview(actor, "units", file);
		expect(shown).toMatchObject({
			counts: { created: 5, changed: 0, unchanged: 0, untouched: 0, leaders: 1 },
			refusals: [],
			refusalCount: 0,
		});
		expect(shown.created[0]).toMatchObject({ row: 2, name: "Korttid", where: "Helse › Omsorg" });
		expect(await treeOf(actor, organisation)).toEqual([]);
		expect((await doIt(actor, id)).refused).toBeUndefined();
		const tree = [
			{ name: "Helse", depth: 0, code: null, leaders: [] },
			{ name: "Omsorg", depth: 1, code: null, leaders: ["Kari Ås"] },
			{ name: "Korttid", depth: 2, code: "43", leaders: [] },
			{ name: "Natt", depth: 3, code: null, leaders: [] },
			{ name: "Skole", depth: 0, code: null, leaders: [] },
		];
		expect(await treeOf(actor, organisation)).toEqual(tree);
		const again = await preview(actor, "units", file);
		expect(again.preview.counts).toEqual({ created: 0, changed: 0, unchanged: 5, untouched: 0, leaders: 0 });
		expect((await doIt(actor, again.id)).refused?.[0]?.code).toBe("nothing-to-do");
		expect(await treeOf(actor, organisation)).toEqual(tree);
		// The file is gone once it is taken in.
		const content = await database.reading(system("test"), (work) =>
			work.db.selectFrom("organisation.import").select("content").where("id", "=", id).executeTakeFirst(),
		);
		expect(content).toEqual({ content: null });
		expect((await doIt(actor, id)).refused?.[0]?.code).toBe("already-done");
	});

	it("says of each field from what to what, moves and renames by code, and leaves what it does not name", async () => {
		const organisation = await makeOrganisation(database);
		const actor = await makeActor(database, { organisation });
		await bring(
			actor,
			"units",
			await unitFile([
				unit({ name: "Helse", code: "1", address: "Storgata 1" }),
				unit({ name: "Hjemmetjenesten", code: "2", parent: "1" }),
				unit({ name: "Annet" }),
			]),
		);
		const shown = await bring(
			actor,
			"units",
			await unitFile([
				unit({ name: "Hjemmetjenester", code: "2", published: false }),
				unit({ name: "Helse", code: "1", address: null, parent: "2" }),
			]),
		);
		expect(shown.counts).toEqual({ created: 0, changed: 2, unchanged: 0, untouched: 1, leaders: 0 });
		expect(shown.changed).toMatchObject([
			{
				name: "Hjemmetjenester",
				changes: [
					{ field: "name", from: "Hjemmetjenesten", to: "Hjemmetjenester" },
					{ field: "published", from: true, to: false },
					{ field: "parent", from: "Helse", to: null },
				],
			},
			{
				name: "Helse",
				changes: [
					{ field: "address", from: "Storgata 1", to: null },
					{ field: "parent", from: null, to: "Hjemmetjenester" },
				],
			},
		]);
		expect((await treeOf(actor, organisation)).map(({ name, depth }) => [name, depth])).toEqual([
			["Hjemmetjenester", 0],
			["Helse", 1],
			["Annet", 0],
		]);
	});

	it("gives back what it exports, with nothing to change", async () => {
		const organisation = await makeOrganisation(database);
		const actor = await makeActor(database, { organisation });
		await bring(
			actor,
			"units",
			await unitFile([
				unit({
					name: "A",
					code: "a",
					phone: "+47 72 00 00 00",
					email: "a@b.no",
					place: "Steinkjer",
					validFrom: "2020-02-03",
				}),
				unit({ name: "B", parent: "a", leaderName: "Ola" }),
				unit({ name: "C", parent: "A > B", published: false }),
			]),
		);
		const rows = await database.reading(actor, (work) => exportUnits(work, organisation.id));
		expect(rows.map(({ name, parent }) => [name, parent])).toEqual([
			["A", null],
			["B", "a"],
			["C", "A › B"],
		]);
		expect((await preview(actor, "units", await unitFile(rows))).preview.counts).toMatchObject({
			...{ created: 0, changed: 0, unchanged: 3 },
		});
	});

	it("refuses every wrong row with its place, and takes none of the others", async () => {
		const organisation = await makeOrganisation(database);
		const actor = await makeActor(database, { organisation });
		const { id, preview: shown } = await preview(
			actor,
			"units",
			await unitFile([
				unit({ name: "Helse" }),
				unit({ name: "Hjemme", parent: "Omsorg" }),
				unit({ name: "Sirkel", code: "x", parent: "y" }),
				unit({ name: "Ring", code: "y", parent: "x" }),
				unit({ name: "Under ringen", parent: "y" }),
				unit({ name: "Helse" }),
				unit({ name: "Uten slag", setting: null }),
				unit({ name: "Utenfor", municipalityNumber: "9999" }),
				unit({ name: "Ringer ikke", phone: "ring meg" }),
				unit({ name: "Uten navn på leder", leaderEmail: "a@b.no" }),
			]),
		);
		expect(problems(shown)).toEqual([
			"Ark «Enheter», rad 3, kolonne C («Ligger under»): Enheten «Omsorg» finnes verken i filen eller i Læringsarena.",
			"Ark «Enheter», rad 4, kolonne C («Ligger under»): Enheten ligger under seg selv.",
			"Ark «Enheter», rad 5, kolonne C («Ligger under»): Enheten ligger under seg selv.",
			"Ark «Enheter», rad 6, kolonne C («Ligger under»): Enheten ligger under seg selv.",
			"Ark «Enheter», rad 7, kolonne B («Navn»): «Helse» står også i rad 2, under samme enhet.",
			"Ark «Enheter», rad 8, kolonne E («Sektor»): Verken type tjenestested eller sektor er fylt ut.",
			"Ark «Enheter», rad 9, kolonne I («Kommunenummer»): Ingen kommune har eller har hatt nummeret 9999.",
			"Ark «Enheter», rad 10, kolonne K («Telefon»): «ring meg» er ikke et telefonnummer.",
			"Ark «Enheter», rad 11, kolonne N («Leders navn»): Lederen mangler navn.",
		]);
		expect((await doIt(actor, id)).refused?.[0]?.code).toBe("rows-refused");
		expect(await treeOf(actor, organisation)).toEqual([]);
	});

	it("sees a ring that only closes with what is there already, and refuses what is closed", async () => {
		const organisation = await makeOrganisation(database);
		const actor = await makeActor(database, { organisation });
		await bring(
			actor,
			"units",
			await unitFile([unit({ name: "Over", code: "1" }), unit({ name: "Under", code: "2", parent: "1" })]),
		);
		const ring = await preview(actor, "units", await unitFile([unit({ name: "Over", code: "1", parent: "2" })]));
		expect(problems(ring.preview)).toEqual([
			"Ark «Enheter», rad 2, kolonne C («Ligger under»): Enheten ligger under seg selv.",
		]);
		await database.commanding(system("test", organisation.id), async (work) => {
			await work.db
				.updateTable("organisation.unit")
				.set({ valid_to: "2021-01-01", valid_from: "2020-01-01" })
				.where("organisation_id", "=", organisation.id)
				.where("code", "=", "2")
				.execute();
			return done(undefined);
		});
		const closed = await preview(
			actor,
			"units",
			await unitFile([unit({ name: "Under", code: "2", parent: "1" }), unit({ name: "Ny", parent: "2" })]),
		);
		expect(problems(closed.preview)).toEqual([
			"Ark «Enheter», rad 2, kolonne A («Kode»): Enheten er lagt ned. Siste dag: 01.01.2021.",
			"Ark «Enheter», rad 3, kolonne C («Ligger under»): Enheten over er lagt ned. Siste dag: 01.01.2021.",
		]);
	});

	it("does not do anything else than what was shown", async () => {
		const organisation = await makeOrganisation(database);
		const actor = await makeActor(database, { organisation });
		await bring(actor, "units", await unitFile([unit({ name: "Helse", code: "1", address: "A" })]));
		const { id } = await preview(actor, "units", await unitFile([unit({ name: "Helse", code: "1", address: "B" })]));
		await bring(actor, "units", await unitFile([unit({ name: "Helse", code: "1", address: "C" })]));
		expect((await doIt(actor, id)).refused?.[0]?.code).toBe("changed-since-preview");
		const [row] = await database.reading(actor, (work) => exportUnits(work, organisation.id));
		expect(row?.address).toBe("C");
	});

	it("lets a unit leader import below the own unit, and nowhere else", async () => {
		const organisation = await makeOrganisation(database);
		const administrator = await makeActor(database, { organisation });
		await bring(
			administrator,
			"units",
			await unitFile([unit({ name: "Mitt", code: "m" }), unit({ name: "Ditt", code: "d" })]),
		);
		const mine = (await database.reading(administrator, (work) => readTree(work, organisation.id))).find(
			(line) => line.code === "m",
		);
		const leader = await makeActor(database, { organisation, roles: ["unit-leader"], unitId: mine?.id ?? "" });
		const { preview: shown } = await preview(
			leader,
			"units",
			await unitFile([
				unit({ name: "Under mitt", parent: "m", leaderName: "Siri", leaderEmail: "siri@b.no" }),
				unit({ name: "Under ditt", parent: "d" }),
				unit({ name: "Øverst" }),
				unit({ name: "Ditt", code: "d", address: "Min gate" }),
				unit({ name: "Mitt", code: "m", parent: "d" }),
			]),
		);
		expect(problems(shown).map((problem) => problem.slice(0, 20))).toEqual([
			...["Ark «Enheter», rad 3", "Ark «Enheter», rad 4", "Ark «Enheter», rad 5", "Ark «Enheter», rad 6"],
		]);
		expect(
			await bring(leader, "units", await unitFile([unit({ name: "Under mitt", parent: "m", leaderName: "Siri" })])),
		).toMatchObject({ counts: { created: 1, leaders: 1 } });
	});

	it("is nobody else's: not another organisation's, not a colleague's without the right", async () => {
		const organisation = await makeOrganisation(database);
		const actor = await makeActor(database, { organisation });
		const { id } = await preview(actor, "units", await unitFile([unit({ name: "A" })]));
		const stranger = await makeActor(database);
		const colleague = await makeActor(database, { organisation, roles: ["adviser"] });
		for (const other of [stranger, colleague]) {
			expect(await database.reading(other, (work) => readImport(work, id))).toBeUndefined();
			expect((await doIt(other, id)).refused?.[0]?.code).toBe("missing");
		}
		const outcome = await database.commanding(colleague, (work) =>
			uploadImport(work, { kind: "units", fileName: "a.csv", content: new Uint8Array([1]) }),
		);
		expect(outcome.refused?.[0]?.code).toBe("not-allowed");
		const seen = await database.reading(stranger, (work) =>
			work.db.selectFrom("organisation.import").select("id").where("id", "=", id).execute(),
		);
		expect(seen).toEqual([]);
	});

	it("is swept away after a day", async () => {
		const actor = await makeActor(database);
		const old = await upload(actor, "units", await unitFile([unit({ name: "A" })]));
		const fresh = await upload(actor, "units", await unitFile([unit({ name: "A" })]));
		await database.commanding(system("test", actor.organisationId), async (work) => {
			await work.db
				.updateTable("organisation.import")
				.set({ created_at: new Date(work.now.getTime() - 25 * 3_600_000) })
				.where("id", "=", old)
				.execute();
			return done(undefined);
		});
		await sweepImports.run(testContext(database), null);
		const left = await database.reading(system("test"), (work) =>
			work.db.selectFrom("organisation.import").select("id").where("id", "in", [old, fresh]).execute(),
		);
		expect(left).toEqual([{ id: fresh }]);
	});
});

describe("importing people", () => {
	it("shows what it would do, does it, and has then nothing more to do", async () => {
		const organisation = await makeOrganisation(database);
		const actor = await makeActor(database, { organisation });
		await bring(
			actor,
			"units",
			await unitFile([unit({ name: "Helse" }), unit({ name: "Hjemme", parent: "Helse", code: "h" })]),
		);
		const file = await peopleFile([
			person({
				name: "Kari Ås",
				email: "kari@b.no",
				role: "unit-leader",
				unit: "Helse › Hjemme",
				deputyEmail: "OLA@b.no",
			}),
			person({ name: "Ola By", email: "ola@b.no", unit: "h", title: "Sykepleier", share: 80, phone: "900 00 000" }),
			person({ name: "Ola By", email: "ola@b.no", role: "union-representative", position: "staff" }),
			person({ name: "Uten adresse", role: "politician", validFrom: "2025-01-01", validTo: "2029-12-31" }),
		]);
		const shown = await bring(actor, "people", file);
		expect(shown.counts).toEqual({ created: 4, changed: 0, unchanged: 0, untouched: 1, leaders: 0 });
		const again = await preview(actor, "people", file);
		expect(again.preview.counts).toEqual({ created: 0, changed: 0, unchanged: 4, untouched: 1, leaders: 0 });
		const rows = await database.reading(actor, (work) => exportPeople(work, organisation.id));
		expect(rows.find((row) => row.email === "kari@b.no")).toMatchObject({ unit: "h", deputyEmail: "ola@b.no" });
		const exported = await preview(actor, "people", await peopleFile(rows));
		expect(exported.preview).toMatchObject({ refusalCount: 0, counts: { created: 0, changed: 0 } });
	});

	it("changes what is there, ends roles, and gives an address to a name that had none", async () => {
		const organisation = await makeOrganisation(database);
		const actor = await makeActor(database, { organisation });
		await bring(
			actor,
			"people",
			await peopleFile([
				person({ name: "Kari Ås", email: "kari@b.no", title: "Rådgiver", validFrom: "2026-01-01" }),
				person({ name: "Per By", validFrom: "2026-01-01" }),
			]),
		);
		const shown = await bring(
			actor,
			"people",
			await peopleFile([
				person({ name: "Kari Ås Moen", email: "Kari@b.no", validTo: "2027-06-30" }),
				person({ name: "Per By", email: "per@b.no" }),
			]),
		);
		expect(shown.changed.map((line) => line.changes)).toEqual([
			[
				{ field: "name", from: "Kari Ås", to: "Kari Ås Moen" },
				{ field: "title", from: "Rådgiver", to: null },
				{ field: "validTo", from: null, to: "2027-06-30" },
			],
			[{ field: "email", from: null, to: "per@b.no" }],
		]);
		const rows = await database.reading(actor, (work) => exportPeople(work, organisation.id));
		expect(rows.map(({ name, email, validTo }) => [name, email, validTo]).slice(0, 1)).toEqual([
			["Kari Ås Moen", "Kari@b.no", "2027-06-30"],
		]);
	});

	it("refuses every wrong row with its place, and takes none of the others", async () => {
		const organisation = await makeOrganisation(database);
		const actor = await makeActor(database, { organisation });
		await makeMembership(database, { organisation, name: "Fast", email: "fast@b.no", role: "employee" });
		const { id, preview: shown } = await preview(
			actor,
			"people",
			await peopleFile([
				person({ name: "Ok", email: "ok@b.no" }),
				person({ name: "Hvor", email: "hvor@b.no", unit: "Ingensteds" }),
				person({ name: "Baklengs", email: "bak@b.no", validFrom: "2026-02-01", validTo: "2026-01-01" }),
				person({ name: "Selv", email: "selv@b.no", deputyEmail: "selv@b.no" }),
				person({ name: "Ukjent", email: "u@b.no", deputyEmail: "ingen@b.no" }),
				person({ name: "Ok", email: "OK@b.no" }),
				person({ name: "Uendret", email: "fast@b.no", validFrom: "2020-01-01" }),
				person({ name: "Dobbel", email: "fast@b.no", validFrom: "2021-01-01" }),
			]),
		);
		expect(problems(shown)).toEqual([
			"Ark «Personer», rad 3, kolonne H («Enhet»): Enheten «Ingensteds» finnes ikke.",
			"Ark «Personer», rad 4, kolonne J («Til og med»): Siste dag er før første dag.",
			"Ark «Personer», rad 5, kolonne K («Stedfortreders e-post»): En person kan ikke være sin egen stedfortreder.",
			"Ark «Personer», rad 6, kolonne K («Stedfortreders e-post»): Ingen med e-postadressen ingen@b.no har en rolle i organisasjonen eller står i filen.",
			"Ark «Personer», rad 7, kolonne B («E-post»): «OK@b.no» har samme rolle ved samme enhet også i rad 2.",
			"Ark «Personer», rad 9, kolonne B («E-post»): «fast@b.no» har samme rolle ved samme enhet også i rad 8.",
		]);
		expect((await doIt(actor, id)).refused?.[0]?.code).toBe("rows-refused");
		expect(await database.reading(actor, (work) => exportPeople(work, organisation.id))).toHaveLength(2);
	});

	it("gives nobody more than the importer may give, and keeps the last administrator", async () => {
		const organisation = await makeOrganisation(database);
		const administrator = await makeActor(database, { organisation });
		await bring(administrator, "units", await unitFile([unit({ name: "Mitt", code: "m" })]));
		const [mine] = await database.reading(administrator, (work) => readTree(work, organisation.id));
		const leader = await makeActor(database, { organisation, roles: ["unit-leader"], unitId: mine?.id ?? "" });
		const { preview: shown } = await preview(
			leader,
			"people",
			await peopleFile([
				person({ name: "Her", email: "her@b.no", unit: "m" }),
				person({ name: "Der", email: "der@b.no" }),
				person({ name: "Konge", email: "konge@b.no", role: "administrator", unit: "m" }),
			]),
		);
		expect(problems(shown)).toEqual([
			"Ark «Personer», rad 3, kolonne D («Rolle»): Rollen din gir deg ikke lov til å gi eller endre rollen ansatt her.",
			"Ark «Personer», rad 4, kolonne D («Rolle»): Rollen din gir deg ikke lov til å gi eller endre rollen administrator her.",
		]);
		const ended = await preview(
			administrator,
			"people",
			await peopleFile([person({ name: administrator.name, role: "administrator", validTo: "2030-01-01" })]),
		);
		expect(problems(ended.preview)).toEqual([
			"Ark «Personer», rad 2, kolonne J («Til og med»): Organisasjonen må ha minst én administrator uten sluttdato.",
		]);
	});

	it("tells those it is about, in the log they may search", async () => {
		const organisation = await makeOrganisation(database);
		const actor = await makeActor(database, { organisation });
		const about = await makeActor(database, { organisation, roles: ["employee"] });
		await bring(actor, "people", await peopleFile([person({ name: about.name, title: "Ny tittel" })]));
		const entries = await database.reading(system("test"), (work) =>
			work.db
				.selectFrom("audit.entry")
				.select(["verb", "about_person_id as aboutPersonId"])
				.where("organisation_id", "=", organisation.id)
				.where("verb", "in", ["membership.change", "membership.import"])
				.orderBy("verb")
				.execute(),
		);
		expect(entries).toEqual([
			{ verb: "membership.change", aboutPersonId: about.personId },
			{ verb: "membership.import", aboutPersonId: null },
		]);
	});
});

it("knows no import that nobody uploaded", async () => {
	const actor = await makeActor(database);
	expect((await doIt(actor, newId())).refused?.[0]?.code).toBe("missing");
	expect((await doIt(actor, "ikke-en-id")).refused?.[0]?.code).toBe("missing");
});
