import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor } from "../../../../test/make.ts";
import { describeShared, readShared } from "../../../../test/shared.ts";
import { nobody, operatorOrganisationId, system } from "../../../identity/actor.ts";
import { referenceId, seedReference } from "../reference.server.ts";
import { listOrganisations, readOrganisation, resolveNumber } from "../service.server.ts";
import { readUnit } from "../unit/read.server.ts";
import { createUnit } from "../unit/service.server.ts";
import { type PublicFacts, readPublicFile } from "./read.server.ts";
import { knownMunicipalities, listFactFiles, mayTakeFacts, takePublicFacts } from "./service.server.ts";

const database = await openTestDatabase();
await database.commanding(system("reference"), seedReference);
const actor = await makeActor(database);

function read(fileName: string, bytes: Uint8Array = readShared(fileName)): PublicFacts {
	const found = readPublicFile(bytes, fileName, knownMunicipalities());
	if (found === null || "refusals" in found)
		throw new Error(`${fileName}: ${JSON.stringify(found?.refusals.slice(0, 3))}`);
	return found;
}

async function take(fileName: string, bytes?: Uint8Array) {
	const facts = read(fileName, bytes);
	const outcome = await database.commanding(system("facts"), (work) => takePublicFacts(work, facts));
	if (outcome.refused) throw new Error(JSON.stringify(outcome.refused));
	return outcome.done;
}

const csv = (text: string) => new TextEncoder().encode(text);
const postcodes = (place: string) =>
	csv(`postnummer,poststed,kommunenummer,kommunenavn,lat,lon,bruksomraade,datakvalitet_bolstad
7500,${place},5035,Stjørdal,63.47,10.92,Gate-/veg-adresse,2
7510,Skatval,5035,Stjørdal,,,Gate-/veg-adresse,2
`);

describe("taking in public facts", () => {
	it("gives postcodes to those who write an address, and the same file again changes nothing", async () => {
		expect(await take("postnummer-2026.csv", postcodes("STJØRDAL"))).toMatchObject({
			unchanged: false,
			written: { postcodes: 2 },
		});
		expect(await take("postnummer-2026.csv", postcodes("STJØRDAL"))).toMatchObject({ unchanged: true });
		expect(await take("postnummer-2026.csv", postcodes("Stjørdal"))).toMatchObject({ written: { postcodes: 1 } });
		const made = await database.commanding(actor, (work) =>
			createUnit(work, {
				...{ name: "Halsen", code: null, setting: "nursing-home", sector: null, address: null, postcode: "7500" },
				...{ place: null, municipalityNumber: null, latitude: null, longitude: null, email: null, phone: null },
				...{ published: true, parentId: null, validFrom: null },
			}),
		);
		const unit = await database.reading(actor, (work) => readUnit(work, actor.organisationId, made.done?.id ?? ""));
		expect(unit).toMatchObject({ place: "Stjørdal", municipalityNumber: "5035" });
		expect(unit?.position).toEqual({ latitude: 63.47, longitude: 10.92, from: "postcode" });
		const wrong = await database.commanding(actor, (work) =>
			createUnit(work, {
				...{ name: "Halsen", code: null, setting: "nursing-home", sector: null, address: null, postcode: "0001" },
				...{ place: null, municipalityNumber: null, latitude: null, longitude: null, email: null, phone: null },
				...{ published: true, parentId: null, validFrom: null },
			}),
		);
		expect(wrong.refused).toEqual([{ code: "postcode-unknown", field: "postcode" }]);
	});

	it("says of each file what has been taken in, from whom, under which licence and with which date", async () => {
		await take("postnummer-2026.csv", postcodes("Stjørdal"));
		const files = await database.reading(actor, listFactFiles);
		const status = files.find((one) => one.file === "postcodes");
		expect(status?.importedAt).toBeInstanceOf(Date);
		expect(status?.sources[0]).toMatchObject({ licence: "CC BY 3.0", date: "2026-01-01", rowCount: 2 });
		expect(files.find((one) => one.file === "boundaries")?.importedAt).toBeNull();
	});

	it("refuses a file it does not know, and everyone but the program", async () => {
		expect(readPublicFile(csv("a,b\n1,2\n"), "regnskap.csv", knownMunicipalities())).toBeNull();
		const operator = await makeActor(database, {
			organisation: { id: operatorOrganisationId, name: "Drift", kind: "operator" },
		});
		const facts = read("postnummer-2026.csv", postcodes("Andre"));
		for (const who of [nobody, actor, operator]) {
			const outcome = await database.commanding(who, (work) => takePublicFacts(work, facts));
			expect(outcome.refused?.map((refusal) => refusal.code)).toEqual(["not-allowed"]);
		}
		const may = (who: typeof actor) => database.reading(who, mayTakeFacts);
		expect([await may(actor), await may(operator)]).toEqual([false, true]);
	});
});

const publicNames = [
	...["kommune-endringer-2000-2026.csv", "kommuner-2024.csv", "kommuner-2024.topo.json", "postnummer-2026.csv"],
	...["ba-regioner-2024.csv", "laresteder-dbh.csv", "campus-kuratert.csv"],
];

describeShared("the published files", publicNames, () => {
	it("give 428 municipalities in 2013, 356 in 2020 and 357 in 2024, each leading to today's", async () => {
		const first = await take("kommune-endringer-2000-2026.csv");
		expect(first.written).toMatchObject({ counties: 18 });
		const count = async (asOf: string, kind: string) =>
			(await database.reading(actor, (work) => listOrganisations(work, { asOf, kind, pageSize: 1 }))).total;
		const others = await count("1999-12-31", "municipality");
		const own = 1; // the organisation of the test's own actor
		expect(others).toBe(0);
		for (const [year, municipalities, counties] of [
			["2013", 428, 19],
			["2017", 426, 19],
			["2018", 422, 18],
			["2020", 356, 11],
			["2023", 356, 11],
			["2024", 357, 15],
			["2026", 357, 15],
		] as const) {
			expect([year, await count(`${year}-06-01`, "municipality")]).toEqual([year, municipalities + own]);
			expect([year, await count(`${year}-06-01`, "county")]).toEqual([year, counties]);
		}
		expect((await take("kommune-endringer-2000-2026.csv")).unchanged).toBe(true);
	});

	it("know what became of a municipality, also through two reforms", async () => {
		await take("kommune-endringer-2000-2026.csv");
		const became = async (number: string, asOf?: string) =>
			(await database.reading(actor, (work) => resolveNumber(work, number, asOf))).map((one) => [
				one.number,
				one.share,
			]);
		expect(await became("1662")).toEqual([["5001", 1]]);
		expect(await became("1662", "2018-06-01")).toEqual([["5030", 1]]);
		expect(await became("1613")).toEqual([
			["5055", 0.35],
			["5056", 0.35],
			["5059", 0.3],
		]);
		expect(await became("1546")).toEqual([
			["1508", 0.8621],
			["1580", 0.1379],
		]);
		expect(await became("1714")).toEqual([["5035", 1]]);
		expect(await became("5035", "2010-01-01")).toEqual([["1714", 1]]);
		const stjordal = await database.reading(actor, (work) =>
			readOrganisation(work, referenceId("municipality:5035"), "2013-01-01"),
		);
		expect(stjordal?.identities.map((period) => [period.number, period.validFrom, period.validTo])).toEqual([
			["5035", "2018-01-01", null],
			["1714", "2000-01-01", "2017-12-31"],
		]);
		expect(stjordal?.county?.name).toBe("Nord-Trøndelag fylkeskommune");
	});

	it("name every earlier municipality", async () => {
		await take("kommune-endringer-2000-2026.csv");
		const { rows } = await database.reading(actor, (work) =>
			listOrganisations(work, { asOf: "2013-06-01", kind: "municipality" }),
		);
		expect(rows.filter((row) => /^[0-9]*$/.test(row.name))).toEqual([]);
		expect(rows.filter((row) => row.name === "Os").length).toBe(2);
	});

	it("give population and centrality to the list, with their year", async () => {
		const taken = await take("kommuner-2024.csv");
		expect(taken.written).toEqual({ facts: 357 * 13 });
		const { rows } = await database.reading(actor, (work) =>
			listOrganisations(work, { kind: "municipality", sort: "population", descending: true, pageSize: 2 }),
		);
		expect(rows.map((row) => [row.name, row.population])).toEqual([
			["Oslo", { value: 728_714, year: 2026 }],
			["Bergen", { value: expect.any(Number), year: 2026 }],
		]);
		const before = await database.reading(actor, (work) =>
			listOrganisations(work, { kind: "municipality", asOf: "2024-06-01", search: "0301" }),
		);
		expect(before.rows[0]).toMatchObject({
			population: { value: 717_710, year: 2024 },
			centrality: { value: 1, year: 2024 },
		});
		const whole = await database.reading(actor, (work) => readOrganisation(work, referenceId("municipality:0301")));
		expect(whole?.facts.find((fact) => fact.name === "population")?.source.licence).toBe("CC BY 4.0");
	});

	it("are all taken in, each once", async () => {
		for (const file of publicNames) await take(file);
		for (const file of publicNames) expect([file, (await take(file)).unchanged]).toEqual([file, true]);
		const status = await database.reading(actor, listFactFiles);
		expect(status.filter((one) => one.importedAt === null)).toEqual([]);
	});
});
