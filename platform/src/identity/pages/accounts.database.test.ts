import pg from "pg";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { TestBrowser } from "../../../test/browser.ts";
import { openTestDatabase } from "../../../test/database.ts";
import { makeActor, makeMembership, makeOrganisation } from "../../../test/make.ts";
import { startProvider } from "../../../test/oidc.ts";
import { openProduct, signedInBrowser } from "../../../test/product.ts";
import type { Provider } from "../../configuration.server.ts";
import { operatorOrganisationId } from "../actor.ts";
import { identityRoutes } from "../routes.ts";

const url = "http://localhost:39988";
const database = await openTestDatabase();
const people = {
	kari: { name: "Kari Nordmann", email: "kari@skole.no", email_verified: true },
	ola: { name: "Ola Dunk", email: "ola@skole.no", email_verified: true },
};
const there = await startProvider({
	redirectUris: [`${url}/sign-in/feide/callback`, `${url}/sign-in/ansattporten/callback`],
	people,
});
afterAll(() => there.stop());
const provider = (id: string): Provider => {
	const { issuer, clientId, clientSecret } = there;
	return { id, name: id, issuer, clientId, clientSecret, scope: "openid profile email", parameters: {}, levels: [] };
};
const product = await openProduct(database, identityRoutes, {
	url,
	providers: [provider("feide"), provider("ansattporten")],
});
const owner = new pg.Client(database.owner);
await owner.connect();
afterAll(() => owner.end());

beforeEach(() => owner.query("delete from identity.account"));

/** Goes on from an address at the provider as this person, up to the address the browser is sent back to. */
async function proveThere(browser: TestBrowser, location: string, person: string): Promise<string> {
	let answer = await browser.once(location);
	for (let hops = 0; hops < 20; hops++) {
		const next = answer.headers.get("Location");
		if (next?.startsWith(url)) return next;
		// Someone else was signed in there: the provider ends that first, by a form that sends itself.
		const xsrf = /name="xsrf" value="([^"]*)"/.exec(answer.body)?.[1];
		const form: Record<string, string> = xsrf === undefined ? { person } : { xsrf, logout: "yes" };
		const action = (xsrf !== undefined && /action="([^"]*)"/.exec(answer.body)?.[1]) || answer.url;
		answer = next === null ? await browser.once(action, form) : await browser.once(new URL(next, answer.url).href);
	}
	throw new Error(`the provider stopped at ${answer.url}`);
}

async function beginConnecting(browser: TestBrowser, id: string): Promise<string> {
	const page = await browser.once("/profile/accounts", { connect: id });
	expect(page.status).toBe(200);
	return page.headers.get("Refresh")?.replace("0; url=", "") ?? "";
}

async function signInAs(person: string, id = "feide"): Promise<TestBrowser> {
	const browser = new TestBrowser(product);
	const begun = await browser.once(`/sign-in/${id}?to=/profile/accounts`);
	await browser.get(await proveThere(browser, begun.headers.get("Location") ?? "", person));
	return browser;
}

async function personOf(provider: string, subject: string): Promise<string | null> {
	const { rows } = await owner.query<{ person_id: string }>(
		"select person_id from identity.account where provider = $1 and subject = $2",
		[provider, subject],
	);
	return rows[0]?.person_id ?? null;
}

describe("a further way to sign in", () => {
	it("is proved at the provider, anew, and leads to the same person from then on", async () => {
		const browser = await signInAs("kari");
		const organisation = await makeOrganisation(database);
		await makeMembership(database, { organisation, email: "ola@skole.no" });
		const location = await beginConnecting(browser, "ansattporten");
		expect(new URL(location).searchParams.get("prompt")).toBe("login");
		const session = browser.cookie("session");
		const back = await browser.get(await proveThere(browser, location, "ola"));
		expect(back.url).toBe(`${url}/profile/accounts`);
		expect(back.body).toContain("ola@skole.no er koblet til profilen din.");
		expect(browser.cookie("session")).toBe(session);
		expect(await personOf("ansattporten", "ola")).toBe(await personOf("feide", "kari"));
		const other = await signInAs("ola", "ansattporten");
		expect((await other.get("/profile")).body).toContain('value="Kari Nordmann"');
		// The address proved brings the roles that waited for it.
		expect((await other.get("/represent")).body).toContain(organisation.name);
		const { rows } = await owner.query("select person_name, detail from audit.entry where verb = 'account.connect'");
		expect(rows).toEqual([{ person_name: "Kari Nordmann", detail: { provider: "ansattporten" } }]);
	});

	it("that is another person's stays theirs", async () => {
		await signInAs("ola", "ansattporten");
		const theirs = await personOf("ansattporten", "ola");
		const browser = await signInAs("kari");
		const answer = await browser.get(await proveThere(browser, await beginConnecting(browser, "ansattporten"), "ola"));
		expect(answer.status).toBe(409);
		expect(answer.body).toContain("Innloggingen hører til en annen profil");
		expect(await personOf("ansattporten", "ola")).toBe(theirs);
	});

	it("is connected only to whoever began, and only while they are signed in", async () => {
		const browser = await signInAs("kari");
		const back = await proveThere(browser, await beginConnecting(browser, "ansattporten"), "ola");
		const session = browser.cookie("session") ?? "";
		for (const other of ["", (await signInAs("ola")).cookie("session") ?? ""]) {
			browser.setCookie("session", other);
			const answer = await browser.get(back);
			expect([answer.status, answer.body.includes("Innloggingen er for gammel")]).toEqual([400, true]);
		}
		browser.setCookie("session", session);
		expect((await browser.get(back)).status).toBe(400);
		expect(await personOf("ansattporten", "ola")).toBeNull();
	});

	it("is not begun by another site, nor by nobody", async () => {
		const browser = await signInAs("kari");
		const headers = { Origin: "https://evil.example" };
		expect((await browser.once("/profile/accounts", { connect: "feide" }, headers)).status).toBe(400);
		expect((await new TestBrowser(product).once("/profile/accounts", { connect: "feide" })).status).toBe(303);
		expect((await browser.once("/profile/accounts", { connect: "unknown" })).status).toBe(404);
		const { rows } = await owner.query("select 1 from identity.sign_in_attempt where person_id is not null");
		expect(rows).toEqual([]);
	});
});

describe("taking a way to sign in away", () => {
	it("ends what was begun through it, and is refused for the one in use", async () => {
		const browser = await signInAs("kari");
		await browser.get(await proveThere(browser, await beginConnecting(browser, "ansattporten"), "ola"));
		const other = await signInAs("ola", "ansattporten");
		const refused = await browser.once("/profile/accounts", { provider: "feide", subject: "kari" });
		expect([refused.status, refused.body.includes("Du bruker denne innloggingen nå")]).toEqual([422, true]);
		const gone = await browser.post("/profile/accounts", { provider: "ansattporten", subject: "ola" });
		expect(gone.body).toContain("Innloggingen er koblet fra.");
		expect((await other.once("/profile")).status).toBe(303);
		expect(await personOf("ansattporten", "ola")).toBeNull();
		expect(await personOf("feide", "kari")).not.toBeNull();
	});

	it("is for one's own only", async () => {
		const [kari, ola] = [await signInAs("kari"), await signInAs("ola", "ansattporten")];
		expect((await kari.once("/profile/accounts", { provider: "ansattporten", subject: "ola" })).status).toBe(404);
		expect((await ola.once("/profile")).status).toBe(200);
	});
});

describe("an administrator signs people out", () => {
	const page = "/administration/sessions";

	it("those of the organisation, on every device, and both logs say so", async () => {
		const organisation = await makeOrganisation(database);
		const administrator = await makeActor(database, { organisation });
		const employee = await makeActor(database, { organisation, roles: ["employee"], name: "Mistet Maskin" });
		const stranger = await makeActor(database, { name: "Fra Et Annet Sted" });
		const theirs = [await signedInBrowser(product, employee), await signedInBrowser(product, employee)];
		const outside = await signedInBrowser(product, stranger);
		const browser = await signedInBrowser(product, administrator);
		const list = await browser.get(page);
		expect(list.body).toContain("Mistet Maskin");
		expect(list.body).not.toContain("Fra Et Annet Sted");
		expect((await browser.get(`${page}?q=mistet`)).body).toContain("Mistet Maskin");
		expect((await browser.get(`${page}?q=ingen`)).body).toContain("Ingen treff");
		expect((await browser.post(page, { person: employee.personId })).body).toContain("2 innlogginger er avsluttet.");
		for (const ended of theirs) expect((await ended.once("/profile")).status).toBe(303);
		const { rows } = await owner.query(
			"select organisation_id, person_id from audit.entry where verb = 'session.end-by-administrator' and about_person_id = $1",
			[employee.personId],
		);
		const line = { organisation_id: organisation.id, person_id: administrator.personId };
		expect(rows).toEqual([line, line]);
		// Someone else's people are as if they were not there.
		expect((await browser.once(page, { person: stranger.personId })).status).toBe(404);
		expect((await outside.once("/profile")).status).toBe(200);
	});

	it("the operator anyone; others nobody", async () => {
		const operator = await makeActor(database, {
			organisation: { id: operatorOrganisationId, name: "Drift", kind: "operator" },
		});
		const [manager, victim] = [await makeActor(database, { roles: ["manager"] }), await makeActor(database)];
		const theirs = await signedInBrowser(product, victim);
		const asManager = await signedInBrowser(product, manager);
		expect((await asManager.once(page)).status).toBe(404);
		expect((await asManager.once(page, { person: manager.personId })).status).toBe(404);
		expect((await new TestBrowser(product).once(page)).status).toBe(303);
		const browser = await signedInBrowser(product, operator);
		expect((await browser.get(`${page}?q=${encodeURIComponent(victim.name)}`)).body).toContain(victim.personId);
		expect((await browser.post(page, { person: victim.personId })).body).toContain("1 innlogging er avsluttet.");
		expect((await theirs.once("/profile")).status).toBe(303);
	});
});
