import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { importingInto, problems } from "../../../../test/importing.ts";
import { type MadeOrganisation, makeActor, makeOrganisation } from "../../../../test/make.ts";
import { type Actor, system } from "../../../identity/actor.ts";
import { done } from "../../../outcome.ts";
import { readTree } from "../service.server.ts";
import { unit, unitFiles } from "./test/importing.ts";
import { exportUnits } from "./units/export.server.ts";

const database = await openTestDatabase();
const { preview, doIt, bring, problemsOf } = importingInto(database);
const unitFile = await unitFiles(database);

const treeOf = (actor: Actor, organisation: MadeOrganisation) =>
	database.reading(actor, async (work) =>
		(await readTree(work, organisation.id)).map(({ name, depth, code, leaders }) => ({ name, depth, code, leaders })),
	);

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
			counts: { created: 5, changed: 0, unchanged: 0, untouched: 0, besides: 1 },
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
		expect(again.preview.counts).toEqual({ created: 0, changed: 0, unchanged: 5, untouched: 0, besides: 0 });
		expect((await doIt(actor, again.id)).refused?.[0]?.code).toBe("nothing-to-do");
		expect(await treeOf(actor, organisation)).toEqual(tree);
		// The file is gone once it is taken in.
		const content = await database.reading(system("test"), (work) =>
			work.db.selectFrom("import.file").select("content").where("id", "=", id).executeTakeFirst(),
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
		expect(shown.counts).toEqual({ created: 0, changed: 2, unchanged: 0, untouched: 1, besides: 0 });
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
		).toMatchObject({ counts: { created: 1, besides: 1 } });
	});

	it("tells in one round what is wrong with cells and with rows", async () => {
		const actor = await makeActor(database);
		const found = await problemsOf(actor, "units", [
			"Kode;Navn;Ligger under;Type tjenestested;Postnummer;Telefon",
			"1;Helse;;Sykehjem;tull;",
			"2;Hjemme;1;Sykehjem;;",
			"3;Ukjent;Ingensteds;Slott;;",
			"4;;Helse;Sykehjem;;ring meg",
			"5;Igjen;2;Sykehjem;;ja",
			"6;Under den uten navn;Helse › Noe;Sykehjem;;",
			"7;Hjemme;Helse;Sykehjem;;",
			";Hjemme;Helse;;;",
		]);
		expect(found).toEqual([
			"Rad 2, kolonne E («Postnummer»): «tull» er ikke et postnummer.",
			"Rad 4, kolonne D («Type tjenestested»): «Slott» er ikke et av valgene.",
			"Rad 4, kolonne C («Ligger under»): Enheten «Ingensteds» finnes verken i filen eller i Læringsarena.",
			"Rad 5, kolonne B («Navn»): Feltet er tomt, men må fylles ut.",
			"Rad 5, kolonne F («Telefon»): «ring meg» er ikke et telefonnummer.",
			"Rad 6, kolonne F («Telefon»): «ja» er ikke et telefonnummer.",
			"Rad 9, kolonne B («Navn»): «Hjemme» står også i rad 3, under samme enhet.",
			"Rad 9: Verken type tjenestested eller sektor er fylt ut.",
		]);
	});
});
