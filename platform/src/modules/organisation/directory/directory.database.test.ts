import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { newId } from "../../../database/work.server.ts";
import { nobody } from "../../../identity/actor.ts";
import { listOrganisations, mapOrganisations, nameOrganisations, readOrganisation } from "../service.server.ts";
import type { DirectoryQuery } from "./contract.ts";

const database = await openTestDatabase();
const actor = await makeActor(database, { roles: ["student"] });
const kind = "hospital-trust";
const names = ["Åsgard", "Ærfugl", "Ørland", "Bergtun", "Bergvik", "Askvik", "Zinken"];
for (const [index, name] of names.entries())
	await makeOrganisation(database, {
		kind,
		name,
		number: `H${index}`,
		...(index < 3 ? { latitude: 63, longitude: 10 } : {}),
	});

const list = (query: DirectoryQuery) => database.reading(actor, (work) => listOrganisations(work, { kind, ...query }));
const named = async (query: DirectoryQuery) => (await list(query)).rows.map((row) => row.name);

describe("the directory", () => {
	it("sorts the Norwegian way, both ways", async () => {
		const sorted = ["Askvik", "Bergtun", "Bergvik", "Zinken", "Ærfugl", "Ørland", "Åsgard"];
		expect(await named({})).toEqual(sorted);
		expect(await named({ sort: "name", descending: true })).toEqual(sorted.toReversed());
	});

	it("gives pages that together are the list, each row once, whatever it is sorted by", async () => {
		for (const sort of [undefined, "name", "kind", "county", "population", "centrality"] as const) {
			const seen: string[] = [];
			for (let offset = 0; offset < names.length; offset += 2) {
				const page = await list({ ...(sort ? { sort } : {}), offset, pageSize: 2 });
				expect(page.total).toBe(names.length);
				seen.push(...page.rows.map((row) => row.name));
			}
			expect(seen.toSorted()).toEqual(names.toSorted());
		}
		expect(await list({ offset: 100, pageSize: 2 })).toMatchObject({ rows: [], total: names.length });
	});

	it("searches with pages, and counts each kind that fits", async () => {
		await makeOrganisation(database, { kind: "union", name: "Bergforeningen" });
		const first = await list({ search: "berg", pageSize: 1 });
		expect([first.rows.map((row) => row.name), first.total]).toEqual([["Bergtun"], 2]);
		const second = await list({ search: "berg", pageSize: 1, offset: 1 });
		expect(second.rows.map((row) => row.name)).toEqual(["Bergvik"]);
		expect([...first.byKind].toSorted()).toEqual([
			[kind, 2],
			["union", 1],
		]);
		expect(await named({ search: "berg", sort: "name", descending: true })).toEqual(["Bergvik", "Bergtun"]);
		expect((await list({ search: "finnes ikke i det hele tatt" })).total).toBe(0);
	});

	it("takes any text for a search without harm", async () => {
		for (const search of ["'; drop table organisation.unit; --", "%", "_", "\\", "|", "😀", "a".repeat(5000)])
			expect(Array.isArray((await list({ search })).rows)).toBe(true);
	});

	it("has those with a point on the map", async () => {
		const points = await database.reading(actor, (work) => mapOrganisations(work, { kind }));
		expect(points.map((point) => point.name).toSorted()).toEqual(["Åsgard", "Ærfugl", "Ørland"].toSorted());
	});

	it("is for those who are somebody, and shows nothing to nobody", async () => {
		const seen = await database.reading(nobody, (work) => listOrganisations(work, { kind }));
		expect(seen).toEqual({ rows: [], total: 0, byKind: new Map() });
		const [one] = (await list({})).rows;
		expect(await database.reading(nobody, (work) => readOrganisation(work, one?.id ?? ""))).toBeUndefined();
	});

	it("answers a forged id and no id alike", async () => {
		for (const id of [newId(), "x", ""])
			expect(await database.reading(actor, (work) => readOrganisation(work, id))).toBeUndefined();
		const [one] = (await list({})).rows;
		const found = await database.reading(actor, (work) => nameOrganisations(work, [one?.id ?? "", newId(), "x"]));
		expect([...found.values()].map((organisation) => organisation.name)).toEqual([one?.name]);
	});
});
