import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { importingInto, problems } from "../../../../test/importing.ts";
import { makeActor, makeMembership, makeOrganisation } from "../../../../test/make.ts";
import { system } from "../../../identity/actor.ts";
import { writeWorkbook } from "../../../spreadsheet/write.server.ts";
import { sheetOf } from "../../../spreadsheet/written.ts";
import { readTree } from "../service.server.ts";
import { exportPeople } from "./people/export.server.ts";
import { type PeopleSheetRow, peopleSheet } from "./people/sheet.ts";
import { unit, unitFiles } from "./test/importing.ts";

const database = await openTestDatabase();
const { preview, doIt, bring, problemsOf } = importingInto(database);
const unitFile = await unitFiles(database);

const blankPerson: PeopleSheetRow = {
	...{ name: "", email: null, phone: null, role: "employee", title: null, share: null, position: null, unit: null },
	...{ validFrom: null, validTo: null, deputyEmail: null },
};
const person = (values: Partial<PeopleSheetRow> & { name: string }): PeopleSheetRow => ({ ...blankPerson, ...values });

function peopleFile(rows: readonly PeopleSheetRow[]): Promise<Uint8Array> {
	return writeWorkbook({ sheets: [sheetOf(peopleSheet, rows, { name: "Personer" })], language: "nb" });
}

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
		expect(shown.counts).toEqual({ created: 4, changed: 0, unchanged: 0, untouched: 1, besides: 0 });
		const again = await preview(actor, "people", file);
		expect(again.preview.counts).toEqual({ created: 0, changed: 0, unchanged: 4, untouched: 1, besides: 0 });
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

	it("tells in one round what is wrong with cells and with rows", async () => {
		const actor = await makeActor(database);
		await makeMembership(database, {
			...{ organisation: { id: actor.organisationId, name: "", kind: "municipality" } },
			...{ name: "Fast", email: "fast@b.no", role: "employee" },
		});
		const found = await problemsOf(actor, "people", [
			"Navn;E-post;Rolle;Enhet;Fra;Til og med;Telefon;Stedfortreders e-post;Stillingsprosent",
			"Ok;ok@b.no;Ansatt;;;;;;mye",
			"Hvor;hvor@b.no;Ansatt;Ingensteds;2026-02-01;2026-01-01;ring meg;ok@b.no;",
			"Rolleløs;r@b.no;Keiser;Borte;;;ring meg;ingen@b.no;",
			"Ok;OK@b.no;Ansatt;;;;;;",
			";fast@b.no;Ansatt;;;;;;",
			"Stedfortrederen;r2@b.no;Ansatt;;;;;r@b.no;",
		]);
		expect(found).toEqual([
			"Rad 2, kolonne I («Stillingsprosent»): «mye» er ikke et tall.",
			"Rad 3, kolonne D («Enhet»): Enheten «Ingensteds» finnes ikke.",
			"Rad 3, kolonne F («Til og med»): Siste dag er før første dag.",
			"Rad 3, kolonne G («Telefon»): «ring meg» er ikke et telefonnummer.",
			"Rad 4, kolonne C («Rolle»): «Keiser» er ikke et av valgene.",
			"Rad 4, kolonne D («Enhet»): Enheten «Borte» finnes ikke.",
			"Rad 4, kolonne G («Telefon»): «ring meg» er ikke et telefonnummer.",
			"Rad 4, kolonne H («Stedfortreders e-post»): Ingen med e-postadressen ingen@b.no har en rolle i organisasjonen eller står i filen.",
			"Rad 5, kolonne B («E-post»): «OK@b.no» har samme rolle ved samme enhet også i rad 2.",
			"Rad 6, kolonne A («Navn»): Feltet er tomt, men må fylles ut.",
		]);
	});
});
