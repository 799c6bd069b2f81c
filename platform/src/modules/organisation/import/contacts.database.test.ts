import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { importingInto } from "../../../../test/importing.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import type { Actor } from "../../../identity/actor.ts";
import type { ImportPreview } from "../../../import/contract.ts";
import { uploadImport } from "../../../import/service.server.ts";
import { writeWorkbook } from "../../../spreadsheet/write.server.ts";
import { sheetOf } from "../../../spreadsheet/written.ts";
import { addMembership, createContact, createUnit, endMembership, readRegister } from "../service.server.ts";
import { exportContacts } from "./contacts/export.server.ts";
import { type ContactSheetRow, contactSheet } from "./contacts/sheet.ts";

const database = await openTestDatabase();
const importing = importingInto(database);

const blank: ContactSheetRow = {
	...{ responsibility: "placements", profession: null, unit: null, holderEmail: null, deputyEmail: null },
	...{ name: null, email: null, phone: null, note: null, published: null },
};
const box = { name: "Postmottak", email: "post@example.no" };

function file(rows: readonly Partial<ContactSheetRow>[]): Promise<Uint8Array> {
	const filled = rows.map((row) => ({ ...blank, ...row }));
	return writeWorkbook({ sheets: [sheetOf(contactSheet, filled, { name: "Kontakter" })], language: "nb" });
}

async function bring(actor: Actor, rows: readonly Partial<ContactSheetRow>[]) {
	return importing.bring(actor, "contacts", await file(rows));
}
const preview = (actor: Actor, content: Uint8Array) => importing.preview(actor, "contacts", content);
const { doIt } = importing;

async function add(actor: Actor, name: string, unitId: string | null = null): Promise<string> {
	const outcome = await database.commanding(actor, (work) =>
		addMembership(work, {
			...{ name, email: `${name.toLowerCase().replace(" ", ".")}@example.no`, phone: null, role: "adviser" },
			...{ title: null, share: null, position: "line", unitId, deputyId: null, validFrom: "2020-01-01", validTo: null },
		}),
	);
	return outcome.done?.id ?? Promise.reject(new Error(JSON.stringify(outcome.refused)));
}

async function makeUnit(actor: Actor, name: string): Promise<string> {
	const outcome = await database.commanding(actor, (work) =>
		createUnit(work, {
			...{ name, parentId: null, code: null, setting: "nursing-home", sector: null, address: null, postcode: null },
			...{ place: null, municipalityNumber: null, latitude: null, longitude: null, email: null, phone: null },
			...{ published: true, validFrom: "2020-01-01" },
		}),
	);
	return outcome.done?.id ?? Promise.reject(new Error(JSON.stringify(outcome.refused)));
}

const registerOf = (actor: Actor & { organisationId: string }) =>
	database.reading(actor, (work) => readRegister(work, actor.organisationId));

const problems = (shown: ImportPreview) => shown.refusals.map(({ problem }) => problem.nb);

describe("contacts from a spreadsheet", () => {
	it("enters people and post boxes, and twice changes nothing", async () => {
		const actor = await makeActor(database);
		await add(actor, "Kari Svarer");
		await add(actor, "Ola Vikar");
		const unitId = await makeUnit(actor, "Bakken sykehjem");
		const rows = [
			{ holderEmail: "KARI.svarer@example.no", deputyEmail: "ola.vikar@example.no" },
			{
				profession: "nursing" as const,
				unit: "Bakken sykehjem",
				holderEmail: "ola.vikar@example.no",
				published: false,
			},
			{ responsibility: "general" as const, ...box, note: "Svarer på dagtid" },
		];
		expect((await bring(actor, rows)).counts).toMatchObject({ created: 3, changed: 0, untouched: 0 });
		const { contacts } = await registerOf(actor);
		expect(contacts.map((one) => [one.responsibility, one.unitId, one.name, one.deputyName, one.published])).toEqual([
			["general", null, "Postmottak", null, true],
			["placements", null, "Kari Svarer", "Ola Vikar", true],
			["placements", unitId, "Ola Vikar", null, false],
		]);
		const { preview: again } = await preview(actor, await file(rows));
		expect(again.counts).toMatchObject({ created: 0, changed: 0, unchanged: 3, untouched: 0 });
	});

	it("shows what is changed from what to what, and leaves what the file does not name", async () => {
		const actor = await makeActor(database);
		await add(actor, "Kari Svarer");
		await bring(actor, [{ ...box }, { responsibility: "privacy", ...box }]);
		const shown = await bring(actor, [{ holderEmail: "kari.svarer@example.no" }]);
		expect(shown.counts).toMatchObject({ changed: 1, untouched: 1 });
		expect(shown.changed[0]?.changes).toEqual([
			{ field: "holderEmail", from: null, to: "kari.svarer@example.no" },
			{ field: "name", from: "Postmottak", to: null },
			{ field: "email", from: "post@example.no", to: null },
		]);
		const { contacts } = await registerOf(actor);
		expect(contacts.map((one) => one.name)).toEqual(["Kari Svarer", "Postmottak"]);
		expect(contacts[0]?.version).toBe(2);
	});

	it("takes nothing in while a row cannot be, and says what is wrong with each", async () => {
		const actor = await makeActor(database);
		await add(actor, "Kari Svarer");
		const { id, preview: shown } = await preview(
			actor,
			await file([
				{ ...box },
				{ ...box },
				{ responsibility: "privacy", holderEmail: "ukjent@example.no" },
				{ responsibility: "research" },
				{ responsibility: "grants", holderEmail: "kari.svarer@example.no", ...box },
				{ responsibility: "networks", holderEmail: "kari.svarer@example.no", deputyEmail: "kari.svarer@example.no" },
				{ responsibility: "surveys", unit: "Finnes ikke", ...box },
				{ responsibility: "general", name: "Telefon", phone: "ring meg" },
			]),
		);
		expect(problems(shown)).toEqual([
			"Ansvarsområdet «Praksisplasser» står også i rad 2, med samme fag og enhet.",
			"Ingen med e-postadressen ukjent@example.no har en rolle i organisasjonen nå.",
			"Raden sier ikke hvem som svarer.",
			"Raden har både en ansvarlig person og en felles postkasse.",
			"En person kan ikke være sin egen stedfortreder.",
			"Enheten «Finnes ikke» finnes ikke.",
			"«ring meg» er ikke et telefonnummer.",
		]);
		expect((await doIt(actor, id)).refused?.[0]?.code).toBe("rows-refused");
		expect((await registerOf(actor)).contacts).toEqual([]);
	});

	it("tells in one round what is wrong with cells and with rows", async () => {
		const actor = await makeActor(database);
		const found = await importing.problemsOf(actor, "contacts", [
			"Ansvarsområde;Enhet;Ansvarligs e-post;Navn på postkassen;Postkassens e-post;Postkassens telefon;Synlig for andre",
			"Praksisplasser;;;Postmottak;post@example.no;;kanskje",
			"Praksisplasser;;;Postmottak;post@example.no;;",
			"Heksekunst;Finnes ikke;;;;ring meg;",
			"Personvern;Finnes ikke;ukjent@example.no;;;;",
			"Felles henvendelser;;;;ikke en adresse;;",
		]);
		expect(found).toEqual([
			"Rad 2, kolonne G («Synlig for andre»): «kanskje» er verken ja eller nei.",
			"Rad 3, kolonne A («Ansvarsområde»): Ansvarsområdet «Praksisplasser» står også i rad 2, med samme fag og enhet.",
			"Rad 4, kolonne A («Ansvarsområde»): «Heksekunst» er ikke et av valgene.",
			"Rad 4, kolonne B («Enhet»): Enheten «Finnes ikke» finnes ikke.",
			"Rad 4, kolonne F («Postkassens telefon»): «ring meg» er ikke et telefonnummer.",
			"Rad 5, kolonne B («Enhet»): Enheten «Finnes ikke» finnes ikke.",
			"Rad 5, kolonne C («Ansvarligs e-post»): Ingen med e-postadressen ukjent@example.no har en rolle i organisasjonen nå.",
			"Rad 6, kolonne E («Postkassens e-post»): «ikke en adresse» er ikke en e-postadresse.",
		]);
	});

	it("comes back from its own export unchanged, also where somebody has left", async () => {
		const actor = await makeActor(database);
		const leaver = await add(actor, "Kari Svarer");
		const unitId = await makeUnit(actor, "Bakken sykehjem");
		await database.commanding(actor, (work) =>
			createContact(work, {
				...{ responsibility: "placements", profession: "nursing", unitId, membershipId: leaver },
				...{ deputyMembershipId: null, name: null, email: null, phone: null, note: "Merknad", published: false },
			}),
		);
		await bring(actor, [{ responsibility: "general", ...box, phone: "73 52 60 00" }]);
		await database.commanding(actor, (work) => endMembership(work, leaver, { version: 1, lastDay: "2020-02-01" }));
		const rows = await database.reading(actor, (work) => exportContacts(work, actor.organisationId));
		const { preview: shown } = await preview(actor, await file(rows));
		expect(shown.counts).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
		expect(shown.refusals).toEqual([]);
	});

	it("is for those who manage contacts there", async () => {
		const actor = await makeActor(database);
		const organisation = { id: actor.organisationId, name: "", kind: "municipality" };
		const supervisor = await makeActor(database, { organisation, roles: ["supervisor"] });
		const content = await file([{ ...box }]);
		const upload = (who: Actor) =>
			database.commanding(who, (work) => uploadImport(work, { kind: "contacts", fileName: "k.xlsx", content }));
		expect((await upload(supervisor)).refused?.[0]?.code).toBe("not-allowed");
		const unitId = await makeUnit(actor, "Bakken sykehjem");
		const leader = await makeActor(database, { organisation, roles: ["unit-leader"], unitId });
		const { preview: shown } = await preview(leader, await file([{ ...box }, { unit: "Bakken sykehjem", ...box }]));
		expect(problems(shown)).toEqual(["Rollen din gir deg ikke lov til å endre kontaktpunkter her."]);
		const other = await makeActor(database, { organisation: await makeOrganisation(database) });
		const { id } = await preview(actor, content);
		expect((await doIt(other, id)).refused?.[0]?.code).toBe("missing");
	});
});
