import ExcelJS from "exceljs";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { TestBrowser } from "../../../test/browser.ts";
import { openTestDatabase } from "../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../test/make.ts";
import { openProduct, signedInBrowser } from "../../../test/product.ts";
import { done } from "../../outcome.ts";
import { operatorOrganisationId, type PersonActor } from "../actor.ts";
import { record } from "../audit.server.ts";
import { identityRoutes } from "../routes.ts";

const database = await openTestDatabase();
const product = await openProduct(database, identityRoutes, {
	url: "http://localhost:39997",
	providers: [
		{
			id: "feide",
			name: "Feide",
			issuer: "http://localhost:1",
			clientId: "x",
			scope: "openid",
			parameters: {},
			levels: [],
		},
	],
});
const owner = new pg.Client(database.owner);
await owner.connect();
afterAll(() => owner.end());

const operatorOrganisation = { id: operatorOrganisationId, name: "Drift av Læringsarena", kind: "operator" };
const organisation = await makeOrganisation(database, { name: "Lierne kommune" });
const people: Readonly<Record<string, PersonActor | null>> = {
	nobody: null,
	employee: await makeActor(database, { organisation, roles: ["employee"] }),
	manager: await makeActor(database, { organisation, roles: ["manager"] }),
	administrator: await makeActor(database, { organisation }),
	operator: await makeActor(database, { organisation: operatorOrganisation }),
	clerk: await makeActor(database, { organisation: operatorOrganisation, roles: ["employee"] }),
};

async function browserOf(name: string): Promise<TestBrowser> {
	const person = people[name];
	return person ? signedInBrowser(product, person) : new TestBrowser(product);
}

/** Who gets in where: everyone else is sent to sign in (nobody) or told there is no such page. */
const pages: Readonly<Record<string, readonly string[]>> = {
	"/profile": ["employee", "manager", "administrator", "operator", "clerk"],
	"/profile/tokens": ["employee", "manager", "administrator", "operator", "clerk"],
	"/profile/log": ["employee", "manager", "administrator", "operator", "clerk"],
	"/profile/data": ["employee", "manager", "administrator", "operator", "clerk"],
	"/profile/data/export": ["employee", "manager", "administrator", "operator", "clerk"],
	"/represent": ["employee", "manager", "administrator", "operator", "clerk"],
	"/administration/tokens": ["administrator", "operator"],
	"/administration/log": ["manager", "administrator", "operator"],
	"/administration/log/export": ["manager", "administrator", "operator"],
	"/administration/providers": ["operator"],
};

describe("who gets in where", () => {
	it.each(Object.entries(pages))("%s", async (path, allowed) => {
		for (const name of Object.keys(people)) {
			const answer = await (await browserOf(name)).once(path);
			const expected = allowed.includes(name) ? 200 : people[name] ? 404 : 303;
			expect([name, answer.status]).toEqual([name, expected]);
			if (expected === 303) expect(answer.headers.get("Location")).toBe(`/sign-in?to=${encodeURIComponent(path)}`);
		}
	});

	it.each([
		["/profile", { name: "Innbrudd", language: "nb" }],
		["/profile/sessions", { session: "01900000-0000-7000-8000-000000000001" }],
		["/profile/tokens", { name: "x", scopes: "organisation:read", days: "90" }],
		["/profile/data", { note: "" }],
		["/represent", { organisation: operatorOrganisationId }],
		["/administration/tokens", { revoke: "01900000-0000-7000-8000-000000000001" }],
		["/administration/providers", { off: "feide" }],
	])("a form sent to %s by nobody does nothing", async (path, form) => {
		const answer = await new TestBrowser(product).once(path, form);
		expect(answer.headers.get("Location")).toBe(`/sign-in?to=${encodeURIComponent(path)}`);
	});

	it.each([
		["/administration/providers", { off: "feide" }, ["employee", "manager", "administrator", "clerk"]],
		[
			"/administration/tokens",
			{ revoke: "01900000-0000-7000-8000-000000000001" },
			["employee", "manager", "administrator", "clerk"],
		],
		["/represent", { organisation: operatorOrganisationId }, ["employee", "manager", "administrator"]],
		["/profile/sessions", { session: "01900000-0000-7000-8000-000000000001" }, ["employee", "operator"]],
		["/profile/sessions", { session: "not an id" }, ["employee"]],
	])("a form sent to %s without the right is as if the page were not there", async (path, form, names) => {
		for (const name of names)
			expect([name, (await (await browserOf(name)).once(path, form)).status]).toEqual([name, 404]);
		const { rows } = await owner.query("select 1 from identity.provider_switch");
		expect(rows).toEqual([]);
	});
});

describe("one's own profile", () => {
	it("is shown and changed, also without script, and what was typed is kept when refused", async () => {
		const person = await makeActor(database, { organisation, name: "Før Navn" });
		const browser = await signedInBrowser(product, person);
		const refused = await browser.post("/profile", {
			name: "",
			email: "ikke en adresse",
			phone: "abc",
			language: "nb",
		});
		expect(refused.status).toBe(422);
		expect(refused.body).toContain('value="ikke en adresse"');
		const saved = await browser.post("/profile", {
			name: "Nytt Navn",
			email: "ny@example.no",
			phone: "",
			language: "nn",
		});
		expect(saved.status).toBe(200);
		expect(saved.body).toContain("Profilen er lagra.");
		expect(saved.body).toContain('<html lang="nn"');
		const { rows } = await owner.query("select name, email, phone, language from identity.person where id = $1", [
			person.personId,
		]);
		expect(rows).toEqual([{ name: "Nytt Navn", email: "ny@example.no", phone: null, language: "nn" }]);
		const log = await owner.query("select detail from audit.entry where verb = 'person.change' and person_id = $1", [
			person.personId,
		]);
		expect(log.rows).toEqual([{ detail: { changed: ["name", "email", "language"] } }]);
	});

	it("lists where one is signed in, and ends another device", async () => {
		const person = await makeActor(database, { organisation });
		const [here, there] = [await signedInBrowser(product, person), await signedInBrowser(product, person)];
		const page = await here.get("/profile");
		const ids = [...page.body.matchAll(/name="session" value="([^"]+)"|value="([^"]+)"[^>]*name="session"/g)].map(
			(match) => match[1] ?? match[2] ?? "",
		);
		expect(ids).toHaveLength(1);
		expect((await here.post("/profile/sessions", { session: ids[0] ?? "" })).body).toContain("Enheten er logget ut.");
		expect((await there.once("/profile")).status).toBe(303);
		expect((await here.once("/profile")).status).toBe(200);
	});

	it("makes a token that is shown this once", async () => {
		const person = await makeActor(database, { organisation });
		const browser = await signedInBrowser(product, person);
		const made = await browser.post("/profile/tokens", { name: "Vaktplan", scopes: "organisation:read", days: "30" });
		expect(made.status).toBe(201);
		const token = /la_[A-Za-z0-9_-]{43}/.exec(made.body)?.[0] ?? "";
		expect(token).not.toBe("");
		const later = await browser.get("/profile/tokens");
		expect(later.body).toContain("Vaktplan");
		expect(later.body).not.toContain(token);
		const refused = await browser.post("/profile/tokens", { name: "", days: "7000" });
		expect(refused.status).toBe(422);
	});

	it("is all there in the export, which is logged, and holds nobody else", async () => {
		const person = await makeActor(database, { organisation, name: "Eksport Eksempel" });
		const browser = await signedInBrowser(product, person);
		const answer = await browser.once("/profile/data/export?format=json");
		expect(answer.headers.get("Content-Disposition")).toMatch(
			/^attachment; filename="laeringsarena-\d{4}-\d\d-\d\d\.json"$/,
		);
		const held = JSON.parse(answer.body);
		expect(Object.keys(held)).toEqual(
			expect.arrayContaining([
				"madeAt",
				"person",
				"accounts",
				"sessions",
				"memberships",
				"accessTokens",
				"log",
				"notices",
			]),
		);
		expect(held.person).toMatchObject([{ name: "Eksport Eksempel" }]);
		expect(held.memberships).toMatchObject([{ organisationName: "Lierne kommune", role: "administrator" }]);
		expect(held.log.map((entry: { verb: string }) => entry.verb)).toEqual(["person.export", "session.begin"]);
		for (const other of Object.values(people)) if (other) expect(answer.body).not.toContain(other.personId);
	});

	it("leaves as Excel too, and a name cannot become a formula", async () => {
		const person = await makeActor(database, { organisation, name: "=HYPERLINK(1)" });
		const response = await product.fetch(
			new Request(`${product.url}/profile/data/export?format=xlsx`, {
				headers: { Cookie: `session=${(await signedInBrowser(product, person)).cookie("session")}` },
			}),
		);
		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.load(await response.arrayBuffer());
		const sheet = workbook.getWorksheet("Profil");
		expect(sheet?.getCell("A2").value).toBe("=HYPERLINK(1)");
		expect(sheet?.getCell("A2").formula).toBeUndefined();
		expect(workbook.worksheets.map((one) => one.name)).toContain("Logg");
	});

	it("can be asked to be deleted, once, is told what holds it back, and may change their mind", async () => {
		const person = await makeActor(database, { organisation, roles: ["adviser"] });
		const browser = await signedInBrowser(product, person);
		const before = await browser.get("/profile/data");
		expect(before.body).toContain("får beskjed når du ber om sletting");
		expect((await browser.post("/profile/data", { note: "Jeg har sluttet." })).body).toContain(
			"Ønsket ditt er registrert",
		);
		const asked = await browser.get("/profile/data");
		expect(asked.body).toContain("Dette må avsluttes før du kan slettes");
		expect(asked.body).toContain(`href="/organisations/${organisation.id}"`);
		expect(asked.body).toContain("har fått beskjed");
		expect((await browser.post("/profile/data", { note: "" })).status).toBe(422);
		expect((await browser.post("/profile/data", { what: "withdraw" })).body).toContain("Du blir ikke slettet");
		expect((await browser.get("/profile/data")).body).not.toContain("Du ba om å bli slettet");
		// Sent once more, from another window: nothing to withdraw, and no fault.
		expect((await browser.post("/profile/data", { what: "withdraw" })).body).not.toContain("Du blir ikke slettet");
		const { rows } = await owner.query(
			"select organisation_id, verb, detail from audit.entry where about_person_id = $1 and verb like '%-deletion' order by id",
			[person.personId],
		);
		expect(rows).toEqual([
			{ organisation_id: operatorOrganisationId, verb: "person.ask-deletion", detail: { note: "Jeg har sluttet." } },
			{ organisation_id: operatorOrganisationId, verb: "person.withdraw-deletion", detail: {} },
		]);
	});

	it("leads an administrator to where their own role is ended", async () => {
		const administrator = await makeActor(database, { organisation });
		const page = await (await signedInBrowser(product, administrator)).get("/profile/data");
		expect(page.body).toContain(`href="/people/${administrator.membershipIds[0]}/end"`);
	});

	it("shows one's own log, from every organisation, and nobody else's", async () => {
		const [person, other] = [await makeActor(database), await makeActor(database, { name: "En Annen" })];
		await database.commanding(other, async (work) => {
			await record(work, {
				verb: "membership.bind",
				objectKind: "membership",
				objectId: null,
				aboutPersonId: person.personId,
			});
			await record(work, {
				verb: "token.create",
				objectKind: "access-token",
				objectId: null,
				aboutPersonId: other.personId,
			});
			return done(undefined);
		});
		const page = await (await signedInBrowser(product, person)).get("/profile/log");
		expect(page.body).toContain("Rolle knyttet til innlogget person");
		expect(page.body).toContain("En Annen");
		expect(page.body).not.toContain("Laget et tilgangstoken");
	});
});

describe("administration of sign-in", () => {
	it("shows the providers, whether they answer, and switches one off and on", async () => {
		const browser = await browserOf("operator");
		const page = await browser.get("/administration/providers?check=1");
		for (const words of ["Feide", "http://localhost:39997/sign-in/feide/callback", "Svarer ikke"])
			expect(page.body).toContain(words);
		expect((await browser.post("/administration/providers", { off: "feide" })).body).toContain("Feide er slått av.");
		expect((await browser.get("/sign-in")).body).not.toContain("/sign-in/feide?");
		expect((await browser.post("/administration/providers", { on: "feide" })).body).toContain("Feide er slått på.");
		expect((await browser.once("/administration/providers", { off: "unknown" })).status).toBe(404);
	});
});
