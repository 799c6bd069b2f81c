import { describe, expect, it } from "vitest";
import { TestBrowser } from "../../../../../test/browser.ts";
import { openTestDatabase } from "../../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../../test/make.ts";
import { openProduct, signedInBrowser } from "../../../../../test/product.ts";
import { operatorOrganisationId, type PersonActor } from "../../../../identity/actor.ts";
import { organisationRoutes } from "../../routes.ts";
import { listOrganisations, readOrganisation } from "../../service.server.ts";

const database = await openTestDatabase();
const product = await openProduct(
	database,
	organisationRoutes.filter((route) => route.file.includes("/register/")),
	{ url: "http://localhost:39996" },
);

const operatorOrganisation = { id: operatorOrganisationId, name: "Drift", kind: "operator" };
const own = await makeOrganisation(database, { name: "Egenby" });
const operator = await makeActor(database, { organisation: operatorOrganisation });
const people: Readonly<Record<string, PersonActor | null>> = {
	nobody: null,
	student: await makeActor(database, { roles: ["student"] }),
	other: await makeActor(database),
	administrator: await makeActor(database, { organisation: own }),
	operator,
	clerk: await makeActor(database, { organisation: operatorOrganisation, roles: ["employee"] }),
};

async function browserOf(name: string): Promise<TestBrowser> {
	const person = people[name];
	return person ? signedInBrowser(product, person) : new TestBrowser(product);
}

const identity = { name: "Nyby", source: "Forskrift", sourceDate: "2026-01-01" };
const base = `/organisations/${own.id}`;

/** Each page, a form that it would take, and who gets in. */
const pages: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
	["/organisations/new", { ...identity, kind: "municipality" }, ["other", "administrator", "operator"]],
	[`${base}/edit`, { version: "1", shortName: "E" }, ["administrator", "operator"]],
	[`${base}/register`, {}, ["operator"]],
	[`${base}/register/rename`, { ...identity, from: "2020-01-01" }, ["operator"]],
	[`${base}/register/merge`, { happenedOn: "2020-01-01", name: "Nyby", source: "x" }, ["operator"]],
	[`${base}/register/divide`, { happenedOn: "2020-01-01", source: "x" }, ["operator"]],
	[`${base}/register/end`, { lastDay: "2020-01-01" }, ["operator"]],
	[`${base}/register/affiliate`, { kind: "host", from: "2020-01-01", parentId: own.id }, ["operator"]],
	[`${base}/administrators`, { name: "Inn", email: "inn@example.no" }, ["operator"]],
	["/administration/administrators", { organisationId: own.id }, ["operator"]],
];

describe("who gets in where", () => {
	it.each(pages)("%s", async (path, form, allowed) => {
		for (const name of Object.keys(people)) {
			const browser = await browserOf(name);
			const shown = await browser.once(path);
			expect([name, shown.status]).toEqual([name, allowed.includes(name) ? 200 : people[name] ? 404 : 303]);
			if (allowed.includes(name) || path === `${base}/register`) continue;
			const sent = await browser.once(path, { ...form, step: "do" });
			expect([name, sent.status]).toEqual([name, people[name] ? 404 : 303]);
		}
		const after = await database.reading(operator, (work) => readOrganisation(work, own.id));
		expect(after?.identities.map((period) => [period.name, period.validTo])).toEqual([["Egenby", null]]);
	});

	it("lets a municipality register only what belongs to it", async () => {
		const browser = await browserOf("administrator");
		const page = await browser.get("/organisations/new");
		expect(page.body).toContain('value="gp-office"');
		expect(page.body).not.toContain('value="municipality"');
		const refused = await browser.once("/organisations/new", { ...identity, kind: "municipality", step: "do" });
		expect(refused.status).toBe(422);
	});

	it("has no such page for an organisation that is not there", async () => {
		const browser = await browserOf("operator");
		for (const id of ["01900000-0000-7000-8000-00000000dead", "x"])
			for (const page of ["register", "register/rename", "register/merge", "edit", "administrators"])
				expect((await browser.once(`/organisations/${id}/${page}`)).status).toBe(404);
	});
});

describe("the two steps", () => {
	const named = async (asOf: string, search: string) =>
		(await database.reading(operator, (work) => listOrganisations(work, { asOf, search, kind: "ministry" }))).rows.map(
			(row) => row.name,
		);

	it("shows what will happen and writes nothing, goes back with what was typed, then does it", async () => {
		const browser = await browserOf("operator");
		const form = {
			...identity,
			name: "Stegdepartementet",
			kind: "ministry",
			validFrom: "2024-05-01",
			otherNames: "Steg\nTrinn",
		};
		const looked = await browser.once("/organisations/new", form);
		expect(looked.status).toBe(200);
		expect(looked.body).toContain("Dette skjer");
		expect(looked.body).toContain("1. mai 2024");
		expect(await named("2026-01-01", "Stegdepartementet")).toEqual([]);
		const back = await browser.once("/organisations/new", { ...form, step: "edit" });
		expect(back.body).toContain('value="Stegdepartementet"');
		expect(back.body).not.toContain("Dette skjer");
		const done = await browser.once("/organisations/new", { ...form, step: "do" });
		expect(done.status).toBe(303);
		expect(done.headers.get("Location")).toMatch(/^\/organisations\/[0-9a-f-]{36}$/);
		expect(await named("2024-05-01", "trinn")).toEqual(["Stegdepartementet"]);
		expect(await named("2024-04-30", "trinn")).toEqual([]);
	});

	it("says at once what the register would refuse, at its field", async () => {
		const made = await makeOrganisation(database, { kind: "ministry", name: "Retteland", number: "R1" });
		await makeOrganisation(database, { kind: "ministry", name: "Nabodepartementet", number: "R2" });
		const browser = await browserOf("operator");
		const rename = { ...identity, name: "Rettet", from: "2024-01-01", number: "R2" };
		const refused = await browser.once(`/organisations/${made.id}/register/rename`, rename);
		expect(refused.status).toBe(422);
		expect(refused.body).toContain('href="#number"');
		const merge = { happenedOn: "2024-01-01", source: "x", partner1: "Finnes ikke" };
		const unclear = await browser.once(`/organisations/${made.id}/register/merge`, merge);
		expect(unclear.status).toBe(422);
		expect(unclear.body).toContain('value="Finnes ikke"');
		const nobody = await browser.once(`/organisations/${made.id}/register/merge`, { ...merge, partner1: "" });
		expect(nobody.body).toContain('href="#successorId"');
		const ended = await browser.once(`/organisations/${made.id}/register/end`, { lastDay: "1999-01-01" });
		expect(ended.status).toBe(422);
		expect(ended.body).toContain('href="#lastDay"');
	});

	it("merges by name, the new one in the seat of the old", async () => {
		const one = await makeOrganisation(database, { kind: "ministry", name: "Halvdelen", latitude: 63, longitude: 10 });
		await makeOrganisation(database, { kind: "ministry", name: "Andre halvdel", number: "A2" });
		const browser = await browserOf("operator");
		const form = { happenedOn: "2024-01-01", source: "Vedtak", partner1: "andre halvdel", name: "Heldepartementet" };
		const path = `/organisations/${one.id}/register/merge`;
		const looked = await browser.once(path, form);
		expect(looked.body).toContain("Halvdelen finnes til og med 31. desember 2023.");
		expect(looked.body).toContain("Andre halvdel (A2) finnes til og med 31. desember 2023.");
		const done = await browser.once(path, { ...form, step: "do" });
		const id = /organisations\/([^/]+)\/history/.exec(done.headers.get("Location") ?? "")?.[1] ?? "";
		const heir = await database.reading(operator, (work) => readOrganisation(work, id));
		expect(heir?.identity).toMatchObject({ name: "Heldepartementet", latitude: 63, longitude: 10, source: "Vedtak" });
		expect(heir?.predecessors.map((found) => found.organisation.name)).toEqual(["Andre halvdel", "Halvdelen"]);
	});

	it("shows one field for those that merge, and one more when asked, with what was typed", async () => {
		const one = await makeOrganisation(database, { kind: "ministry", name: "Flerfoldet" });
		const browser = await browserOf("operator");
		const path = `/organisations/${one.id}/register/merge`;
		const first = await browser.once(path);
		expect(first.body).toContain('name="partner1"');
		expect(first.body).not.toContain('name="partner2"');
		const typed = { happenedOn: "2024-01-01", partner1: "Finnes ikke", source: "", step: "more" };
		const more = await browser.once(path, typed);
		expect(more.status).toBe(200);
		expect(more.body).toContain('value="Finnes ikke"');
		expect(more.body).toContain('name="partner2"');
		expect(more.body).not.toContain('name="partner3"');
		// What has been added is there also after a refusal.
		const refused = await browser.once(path, { ...typed, partner2: "", step: "" });
		expect(refused.body).toContain('name="partner2"');
		const full = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`partner${index + 1}`, ""]));
		const last = await browser.once(path, { ...typed, ...full });
		expect(last.body).toContain('name="partner9"');
		expect(last.body).not.toContain('value="more"');
		const divide = `/organisations/${one.id}/register/divide`;
		expect((await browser.once(divide)).body).not.toContain('name="to3"');
		expect((await browser.once(divide, { to1: "", to2: "", name2: "Ny", step: "more" })).body).toContain('name="to3"');
	});

	it("merges those that have ended, from the day after their last", async () => {
		const [was, also] = [
			await makeOrganisation(database, { kind: "ministry", name: "Var Engang", number: "V1" }),
			await makeOrganisation(database, { kind: "ministry", name: "Er Ennå" }),
		];
		// One of the same name came later: on the day of the merger only the first is meant.
		await makeOrganisation(database, { kind: "ministry", name: "Var Engang", number: "V2", validFrom: "2015-01-01" });
		const browser = await browserOf("operator");
		await browser.once(`/organisations/${was.id}/register/end`, { lastDay: "2011-12-31", step: "do" });
		const path = `/organisations/${also.id}/register/merge`;
		expect((await browser.once(path)).body).toContain("Var Engang (V1, til og med 31.12.2011)");
		const form = { happenedOn: "2013-01-01", source: "Vedtak", partner1: "var engang (V1, til og med 31.12.2011)" };
		const wrongDay = await browser.once(path, { ...form, name: "Sammen", partner1: was.id });
		expect(wrongDay.status).toBe(422);
		expect(wrongDay.body).toContain("Var Engang fantes til og med 31. desember 2011.");
		expect(wrongDay.body).toContain('href="#happenedOn"');
		expect((await browser.once(`/organisations/${was.id}/register/merge`)).body).toContain('value="2012-01-01"');
		const told = { ...form, happenedOn: "2012-01-01", partner1: "Var engang", name: "Sammen" };
		const done = await browser.once(path, { ...told, step: "do" });
		expect(done.status).toBe(303);
		const id = /organisations\/([^/]+)\/history/.exec(done.headers.get("Location") ?? "")?.[1] ?? "";
		const heir = await database.reading(operator, (work) => readOrganisation(work, id));
		expect(heir?.predecessors.map((found) => found.organisation.id).sort()).toEqual([was.id, also.id].sort());
		expect((await browser.once(`/organisations/${was.id}/register/merge`, told)).body).toContain(
			"har allerede gått over",
		);
	});

	it("divides in parts that add up", async () => {
		const whole = await makeOrganisation(database, { kind: "ministry", name: "Helheten" });
		await makeOrganisation(database, { kind: "ministry", name: "Finnes Fra Før" });
		const browser = await browserOf("operator");
		const path = `/organisations/${whole.id}/register/divide`;
		const form = { happenedOn: "2024-01-01", source: "x", to1: "Finnes fra før", share1: "40", name2: "Ny Del" };
		const half = await browser.once(path, form);
		expect(half.body).toContain('href="#share2"');
		const uneven = await browser.once(path, { ...form, share2: "50" });
		expect(uneven.status).toBe(422);
		expect(uneven.body).toContain("100 prosent");
		expect((await browser.once(path, { ...form, share2: "60", step: "do" })).status).toBe(303);
		const after = await database.reading(operator, (work) => readOrganisation(work, whole.id));
		expect(after?.successors.map((found) => [found.organisation.name, found.share])).toEqual([
			["Ny Del", 0.6],
			["Finnes Fra Før", 0.4],
		]);
	});

	it("affiliates and ends the affiliation, seen from either side", async () => {
		const one = await makeOrganisation(database, { name: "Tilknyttby" });
		const region = await makeOrganisation(database, { kind: "ks-region", name: "KS Testregion" });
		const browser = await browserOf("operator");
		const path = `/organisations/${one.id}/register/affiliate`;
		const form = { kind: "ks-region", parentId: "KS Testregion", from: "2024-01-01" };
		expect((await browser.once(path, { ...form, step: "do" })).status).toBe(303);
		expect((await browser.once(path, form)).body).toContain("Dette er allerede registrert.");
		const end = `/organisations/${region.id}/register/affiliations/down/ks-region/${one.id}/end`;
		expect((await browser.once(end.replace("/down/", "/up/"))).status).toBe(404);
		const looked = await browser.once(end, { lastDay: "2025-12-31" });
		expect(looked.body).toContain("Tilknyttby – hører til KS-regionen – KS Testregion");
		expect((await browser.once(end, { lastDay: "2025-12-31", step: "do" })).status).toBe(303);
		const after = await database.reading(operator, (work) => readOrganisation(work, one.id, "2026-01-01"));
		expect(after?.belongsTo).toEqual([]);
	});

	it("appoints the first administrator of an organisation, and of the operator", async () => {
		const one = await makeOrganisation(database, { name: "Førsteby" });
		const browser = await browserOf("operator");
		const chosen = await browser.once("/administration/administrators", { organisationId: "førsteby" });
		const path = `/organisations/${one.id}/administrators`;
		expect(chosen.headers.get("Location")).toBe(path);
		const form = { name: "Kari Første", email: "kari.forste@example.no" };
		expect((await browser.once(path, form)).body).toContain(
			"Kari Første (kari.forste@example.no) blir administrator i Førsteby",
		);
		expect((await browser.once(path)).body).toContain("Ingen administrator ennå");
		expect((await browser.post(path, { ...form, step: "do" })).body).toContain("Kari Første er utnevnt.");
		expect((await browser.once("/administration/administrators")).body).toContain("Førsteby");
		const operators = `/organisations/${operatorOrganisationId}/administrators`;
		expect((await browser.post(operators, { ...form, step: "do" })).body).toContain("kari.forste@example.no");
	});

	it("does not let the operator merge or end itself", async () => {
		const browser = await browserOf("operator");
		const page = `/organisations/${operatorOrganisationId}/register/end`;
		expect((await browser.once(page, { lastDay: "2030-01-01", step: "do" })).status).toBe(404);
	});
});
