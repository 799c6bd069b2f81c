import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import type { Actor } from "../../../identity/actor.ts";
import { createUnit } from "../unit/service.server.ts";
import { findPlaces } from "./places.server.ts";

const database = await openTestDatabase();

async function makeUnit(actor: Actor, name: string, published = true): Promise<void> {
	await database.commanding(actor, (work) =>
		createUnit(work, {
			...{ name, parentId: null, code: null, setting: "nursing-home", sector: null, address: null, postcode: null },
			...{ place: null, municipalityNumber: null, latitude: null, longitude: null, email: null, phone: null },
			...{ published, validFrom: "2020-01-01" },
		}),
	);
}

async function find(actor: Actor, typed: string, limit = 10): Promise<string[]> {
	const places = await database.reading(actor, (work) => findPlaces(work, typed, limit));
	return places.map(({ organisationName, unit }) => (unit ? `${unit.name}, ${organisationName}` : organisationName));
}

it("finds organisations and units by what a person types, spelt as they are or nearly", async () => {
	const organisation = await makeOrganisation(database, { name: "Værøyfjord" });
	const actor = await makeActor(database, { organisation });
	const stranger = await makeActor(database);
	await makeUnit(actor, "Halsenåsen sykehjem");
	await makeUnit(actor, "Halsenåsen dagsenter", false);
	expect(await find(stranger, "vaeroyfjord")).toEqual(["Værøyfjord"]);
	expect(await find(stranger, "halsenaasen sykehjem")).toEqual(["Halsenåsen sykehjem, Værøyfjord"]);
	expect(await find(stranger, "halsenåsen værøyfjord")).toEqual(["Halsenåsen sykehjem, Værøyfjord"]);
	expect(await find(stranger, "Halsenåsne")).toEqual(["Halsenåsen sykehjem, Værøyfjord"]);
	expect(await find(stranger, "Hlasenåsen")).toEqual(["Halsenåsen sykehjem, Værøyfjord"]);
	expect(await find(stranger, "noe helt annet")).toEqual([]);
	expect(await find(stranger, " – ")).toEqual([]);
});

it("tells the whole name from what is like it, in either language", async () => {
	const organisation = await makeOrganisation(database, { name: "Ytterneset - Olggutnjárga" });
	const actor = await makeActor(database, { organisation });
	await makeUnit(actor, "Ytterneset sykehjem");
	const exact = async (typed: string) =>
		(await database.reading(actor, (work) => findPlaces(work, typed, 10))).map((place) => place.exact);
	expect(await exact("ytterneset")).toEqual([true]);
	expect(await exact("olggutnjarga")).toEqual([true]);
	expect(await exact("Ytterneset sykehjem")).toEqual([true]);
	expect(await exact("ytternes")).toEqual([false, false]);
});

it("leaves out what is only like the name where something bears it", async () => {
	const organisation = await makeOrganisation(database, { name: "Fjellvarden" });
	const actor = await makeActor(database, { organisation });
	await makeUnit(actor, "Fjellvarden legevakt");
	expect(await find(actor, "fjellvarden")).toEqual(["Fjellvarden"]);
	expect(await find(actor, "fjellvarden legevakt")).toEqual(["Fjellvarden legevakt, Fjellvarden"]);
	expect(await find(actor, "legevakt fjellvarden")).toEqual(["Fjellvarden legevakt, Fjellvarden"]);
	expect(await find(actor, "fjellvard")).toEqual(["Fjellvarden", "Fjellvarden legevakt, Fjellvarden"]);
});

it("finds what is not published for its own people alone", async () => {
	const organisation = await makeOrganisation(database, { name: "Kvitholmvik" });
	const actor = await makeActor(database, { organisation });
	await makeUnit(actor, "Kvitholmtunet", false);
	expect(await find(actor, "kvitholm")).toEqual(["Kvitholmvik", "Kvitholmtunet, Kvitholmvik"]);
	expect(await find(actor, "kvitholm", 1)).toEqual(["Kvitholmvik"]);
	expect(await find(await makeActor(database), "kvitholm")).toEqual(["Kvitholmvik"]);
	expect(await find({ kind: "nobody" }, "kvitholm")).toEqual([]);
});
