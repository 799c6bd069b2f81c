import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { nobody, system } from "../../../identity/actor.ts";
import { refused } from "../../../outcome.ts";
import { listOrganisations, mapOrganisations } from "../service.server.ts";
import { whileDirectoryIsSame } from "./edition.server.ts";

const database = await openTestDatabase();
const actor = await makeActor(database);
const kind = "union";

const names = (who = actor) =>
	database.reading(who, async (work) => (await listOrganisations(work, { kind })).rows.map((row) => row.name));
const found = () =>
	database.reading(actor, async (work) => (await listOrganisations(work, { kind, search: "foreningen" })).total);

it("is what it was just changed to, for everyone, however often it has been asked for", async () => {
	expect([await names(), await names()]).toEqual([[], []]);
	const { id } = await makeOrganisation(database, { kind, name: "Foreningen" });
	expect([await names(), await found()]).toEqual([["Foreningen"], 1]);
	await database.commanding(system("test"), async (work) => {
		await work.db
			.updateTable("organisation.identity")
			.set({ name: "Ny forening" })
			.where("organisation_id", "=", id)
			.execute();
		return { done: undefined };
	});
	expect([await names(), await names(await makeActor(database))]).toEqual([["Ny forening"], ["Ny forening"]]);
	await expect(database.reading(nobody, (work) => listOrganisations(work, { kind }))).resolves.toMatchObject({
		rows: [],
	});
});

it("keeps nothing of a change that was undone, and shows a reader the directory it began with", async () => {
	const before = await names();
	await database.commanding(system("test"), async (work) => {
		await work.db.updateTable("organisation.identity").set({ name: "Aldri" }).execute();
		expect((await listOrganisations(work, { kind })).rows.map((row) => row.name)).toEqual(["Aldri"]);
		return refused("undone");
	});
	expect(await names()).toEqual(before);
	await database.reading(actor, async (work) => {
		const names = async () => (await listOrganisations(work, { kind })).rows.map((row) => row.name);
		expect(await names()).toEqual(before);
		await makeOrganisation(database, { kind, name: "En til" });
		expect(await found()).toBe(1);
		expect(await names()).toEqual(before);
	});
	expect(await names()).toEqual(["En til", ...before].toSorted());
	expect(await database.reading(actor, (work) => mapOrganisations(work, { kind }))).toEqual([]);
});

it("asks once as long as nothing has changed", async () => {
	let asked = 0;
	const ask = whileDirectoryIsSame(async (_work, { of }: { of: string }) => `${of} ${++asked}`);
	const twice = () =>
		database.reading(actor, async (work) => [await ask(work, { of: "a" }), await ask(work, { of: "b" })]);
	expect([await twice(), await twice()]).toEqual([
		["a 1", "b 2"],
		["a 1", "b 2"],
	]);
	await makeOrganisation(database, { kind, name: "Nok en" });
	expect(await twice()).toEqual(["a 3", "b 4"]);
	expect(await database.reading(nobody, (work) => ask(work, { of: "a" }))).toBe("a 5");
});
