import { afterEach, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor } from "../../../../test/make.ts";
import type { Work } from "../../../database/work.server.ts";
import type { Actor } from "../../../identity/actor.ts";
import type { Outcome } from "../../../outcome.ts";
import { exportUnits } from "../import/units/export.server.ts";
import { listPeople } from "../people/service.server.ts";
import type { NewUnit } from "./contract.ts";
import { listUnits, readTree, readUnit } from "./read.server.ts";
import { changeUnit, createUnit, moveUnit } from "./service.server.ts";

const database = await openTestDatabase();
afterEach(() => database.setNow(null));

const home: NewUnit = {
	...{ name: "Solbakken aldersheim", code: null, setting: "nursing-home", sector: null, address: null, postcode: null },
	...{ place: null, municipalityNumber: null, latitude: null, longitude: null, email: null, phone: null },
	...{ published: true, parentId: null, validFrom: "2020-01-01" },
};

async function run<Value>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value>>): Promise<Value> {
	const outcome = await database.commanding(actor, verb);
	if (outcome.refused) throw new Error(JSON.stringify(outcome.refused));
	return outcome.done;
}

it("is in every list what it was on the day asked about, to its own and to others", async () => {
	database.setNow("2026-01-10T12:00:00Z");
	const actor = await makeActor(database);
	const stranger = await makeActor(database);
	const { organisationId } = actor;
	const care = await run(actor, (work) => createUnit(work, { ...home, name: "Omsorg" }));
	const { id } = await run(actor, (work) => createUnit(work, { ...home, parentId: care.id }));
	const organisation = { id: organisationId, name: "", kind: "municipality" };
	await makeActor(database, { organisation, name: "Kari Leder", roles: ["unit-leader"], unitId: id });

	database.setNow("2026-02-01T12:00:00Z");
	const helsehus = { ...home, name: "Solbakken helsehus", setting: "rehabilitation" };
	await run(actor, (work) => changeUnit(work, id, { ...helsehus, version: 1 }));
	// What is changed again on the same day stood for no day.
	await run(actor, (work) => changeUnit(work, id, { ...helsehus, name: "Solbakken", version: 2 }));
	database.setNow("2026-03-01T12:00:00Z");
	await run(actor, (work) => moveUnit(work, id, { version: 3, parentId: null, beforeId: null }));
	database.setNow("2026-04-01T12:00:00Z");

	for (const who of [actor, stranger]) {
		const on = async (asOf: string) => {
			const tree = await database.reading(who, (work) => readTree(work, organisationId, { asOf }));
			return tree.map(({ depth, name, setting }) => `${"  ".repeat(depth)}${name} (${setting})`);
		};
		expect(await on("2026-01-31")).toEqual(["Omsorg (nursing-home)", "  Solbakken aldersheim (nursing-home)"]);
		expect(await on("2026-02-28")).toEqual(["Omsorg (nursing-home)", "  Solbakken (rehabilitation)"]);
		expect(await on("2026-03-01")).toEqual(["Omsorg (nursing-home)", "Solbakken (rehabilitation)"]);
		const found = async (asOf: string, search: string) =>
			(await database.reading(who, (work) => listUnits(work, { organisationId, asOf, search }))).rows.map(
				({ name }) => name,
			);
		expect(await found("2026-01-31", "aldersheim")).toEqual(["Solbakken aldersheim"]);
		expect(await found("2026-02-01", "aldersheim")).toEqual([]);
		const page = (asOf?: string) => database.reading(who, (work) => readUnit(work, organisationId, id, asOf));
		expect(await page("2026-01-31")).toMatchObject({
			...{ name: "Solbakken aldersheim", setting: "nursing-home", formerNames: [], above: [{ name: "Omsorg" }] },
		});
		expect(await page()).toMatchObject({
			name: "Solbakken",
			formerNames: [{ name: "Solbakken aldersheim", until: "2026-01-31" }],
			above: [],
		});
	}
	const people = await database.reading(actor, (work) => listPeople(work, { asOf: "2026-01-31", unitId: care.id }));
	expect(people.rows).toMatchObject([{ name: "Kari Leder", unitName: "Solbakken aldersheim" }]);
	const sheet = await database.reading(actor, (work) => exportUnits(work, organisationId, { asOf: "2026-02-28" }));
	expect(sheet.map(({ name, parent }) => [name, parent])).toEqual([
		["Omsorg", null],
		["Solbakken", "Omsorg"],
	]);
});

it("has its new name from an earlier day where that is said, not before what else is kept, nor from a day ahead", async () => {
	database.setNow("2026-03-01T12:00:00Z");
	const actor = await makeActor(database);
	const { organisationId } = actor;
	const { id } = await run(actor, (work) => createUnit(work, { ...home, name: "Sykehjemmet" }));
	const rename = (name: string, since: string, version: number) =>
		database.commanding(actor, (work) => changeUnit(work, id, { ...home, name, since, version }));
	expect((await rename("Helsehuset", "2026-03-02", 1)).refused).toMatchObject([
		{ code: "since-ahead", field: "since" },
	]);
	expect((await rename("Helsehuset", "2019-12-31", 1)).refused).toMatchObject([
		{ code: "since-too-early", field: "since", detail: { date: "2020-01-01" } },
	]);
	expect((await rename("Helsehuset", "2026-01-15", 1)).done).toEqual({ version: 2 });
	const on = async (asOf: string) =>
		(await database.reading(actor, (work) => listUnits(work, { organisationId, asOf }))).rows.map(({ name }) => name);
	expect([await on("2026-01-14"), await on("2026-01-15")]).toEqual([["Sykehjemmet"], ["Helsehuset"]]);
	expect((await rename("Livsglede", "2026-01-14", 2)).refused).toMatchObject([{ detail: { date: "2026-01-15" } }]);
	expect((await rename("Livsglede", "2026-02-01", 2)).done).toEqual({ version: 3 });
	expect([await on("2026-01-31"), await on("2026-02-01")]).toEqual([["Helsehuset"], ["Livsglede"]]);
	// Open from that very day, it never was anything else.
	const { id: other } = await run(actor, (work) =>
		createUnit(work, { ...home, name: "Ny", validFrom: "2026-02-10", setting: "school" }),
	);
	const asNew = { ...home, name: "Skolen", setting: "school", since: "2026-02-10", version: 1 };
	await run(actor, (work) => changeUnit(work, other, asNew));
	expect(await on("2026-02-10")).toEqual(["Livsglede", "Skolen"]);
});

it("is corrected for days gone by too where what stood there never was right, and keeps from others what they never saw", async () => {
	database.setNow("2026-01-10T12:00:00Z");
	const actor = await makeActor(database);
	const stranger = await makeActor(database);
	const { organisationId } = actor;
	const { id } = await run(actor, (work) => createUnit(work, { ...home, name: "Solbaken" }));
	const hidden = await run(actor, (work) => createUnit(work, { ...home, name: "Hemmelig", published: false }));
	database.setNow("2026-02-01T12:00:00Z");
	await run(actor, (work) => changeUnit(work, id, { ...home, name: "Solbakken", correction: true, version: 1 }));
	await run(actor, (work) => changeUnit(work, hidden.id, { ...home, name: "Kjent", version: 1 }));
	const on = async (who: Actor, asOf: string) =>
		(await database.reading(who, (work) => listUnits(work, { organisationId, asOf }))).rows.map(({ name }) => name);
	expect(await on(actor, "2026-01-15")).toEqual(["Hemmelig", "Solbakken"]);
	expect(await on(stranger, "2026-01-15")).toEqual(["Kjent", "Solbakken"]);
});
