import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../../test/database.ts";
import { importingInto } from "../../../../../test/importing.ts";
import { makeActor, makeOrganisation } from "../../../../../test/make.ts";
import { listChoosable, listEntries } from "../../service.server.ts";

const database = await openTestDatabase();
const importing = importingInto(database);

it("takes a list of codes into the framework, mapped to the shared list and not over it, all of it or nothing", async () => {
	const organisation = await makeOrganisation(database);
	const planner = await makeActor(database, { organisation, roles: ["competence-planner"] });
	const leader = await makeActor(database, { organisation, roles: ["unit-leader"] });
	const head = "Stillingsbetegnelse;Stillingskode;Svarer til;Slag;Nivå";
	const lines = [
		...[head, "Turnussykepleier;7174;Sykepleier;;", "Spesialfagarbeider;7076999;Helsefagarbeider;;"],
		"Lokal førstehjelp;;;Kurs;",
	];
	const file = (rows: readonly string[]) => new TextEncoder().encode(rows.join("\n"));
	const { id, preview } = await importing.preview(planner, "competence-framework", file(lines), "koder.csv");
	expect(preview?.counts).toMatchObject({ created: 3, changed: 0, unchanged: 0 });
	expect((await importing.doIt(planner, id)).done).toBeDefined();
	const { rows } = await database.reading(planner, (work) => listEntries(work, { keeper: "own" }));
	expect(rows.map(({ name, occupation, level, mapped }) => [name, occupation, level, mapped?.name ?? null])).toEqual([
		["Lokal førstehjelp", null, null, null],
		["Spesialfagarbeider", "7076999", "upper-secondary", "Helsefagarbeider"],
		["Turnussykepleier", "7174", "bachelor", "Sykepleier"],
	]);
	const shared = await database.reading(planner, (work) =>
		listEntries(work, { keeper: "shared", search: "Sykepleier" }),
	);
	expect(shared.rows.find(({ name }) => name === "Sykepleier")?.version).toBe(1);
	const choosable = (await database.reading(planner, listChoosable)).map(({ name }) => name);
	expect(choosable).toContain("Turnussykepleier");
	expect(choosable).not.toContain("Sykepleier");

	const again = (await importing.preview(planner, "competence-framework", file(lines), "koder.csv")).preview;
	expect(again?.counts).toMatchObject({ created: 0, changed: 0, unchanged: 3, untouched: 0 });
	const broken = [head, "Nattsykepleier;7178;Sykepleier;;", "Uten slag;7179;;;"];
	const refused = (await importing.preview(planner, "competence-framework", file(broken), "koder.csv")).preview;
	expect(refused?.refusalCount).toBe(1);
	expect((await database.reading(planner, (work) => listEntries(work, { keeper: "own" }))).total).toBe(3);
	await expect(importing.preview(leader, "competence-framework", file(lines), "koder.csv")).rejects.toThrow();
});
