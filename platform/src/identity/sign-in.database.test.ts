import pg from "pg";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { TestBrowser } from "../../test/browser.ts";
import { openTestDatabase } from "../../test/database.ts";
import { makeActor, makeMembership, makeOrganisation } from "../../test/make.ts";
import { startProvider } from "../../test/oidc.ts";
import { openProduct } from "../../test/product.ts";
import type { Provider } from "../configuration.server.ts";
import { newId } from "../database/work.server.ts";
import { done } from "../outcome.ts";
import { operatorOrganisationId, system } from "./actor.ts";
import { endProviderSessions, switchProvider } from "./provider-switch.server.ts";
import { identityRoutes } from "./routes.ts";

const url = "http://localhost:39999";
const callback = (id: string) => `${url}/sign-in/${id}/callback`;
const database = await openTestDatabase();
const people = {
	kari: { name: "Kari Nordmann", email: "Kari@Example.no", email_verified: true },
	ola: { name: "Ola Dunk", email: "ola@example.no", email_verified: false },
	per: { name: "Per Uten E-post" },
	eva: { name: "Eva Åsen", email: "eva@example.no", email_verified: true },
	ida: { name: "Ida Stengt", email: "ida@example.no", email_verified: true },
	"no-name": {},
};
const feide = await startProvider({ redirectUris: [callback("feide"), callback("elsewhere")], people });
const leveled = await startProvider({ redirectUris: [callback("id-porten")], people, levels: ["substantial"] });
const gone = await startProvider({ redirectUris: [callback("gone")] });
await gone.stop();
afterAll(() => Promise.all([feide.stop(), leveled.stop()]));

function provider(id: string, from: typeof feide, more: Partial<Provider> = {}): Provider {
	const { issuer, clientId, clientSecret } = from;
	const plain = { scope: "openid profile email", parameters: {}, levels: [] };
	return { id, name: id, issuer, clientId, clientSecret, ...plain, ...more };
}

const providers = [
	provider("feide", feide),
	provider("elsewhere", feide, { trustsEmail: false }),
	provider("id-porten", leveled, { levels: ["high"] }),
	provider("gone", gone),
	provider("wrong-secret", feide, { clientSecret: "not the secret" }),
];
const product = await openProduct(database, identityRoutes, { url, providers });
const owner = new pg.Client(database.owner);
await owner.connect();
afterAll(() => owner.end());

let browser = new TestBrowser(product);
beforeEach(() => {
	browser = new TestBrowser(product);
});

/** Goes to the provider and chooses a person there, up to the address it sends the browser back to. */
async function comeBack(person: string, id = "feide", change: (asked: URL) => void = () => {}): Promise<string> {
	const begun = await browser.once(`/sign-in/${id}?to=/represent`);
	expect(begun.status).toBe(303);
	const asked = new URL(begun.headers.get("Location") ?? "");
	change(asked);
	let answer = await browser.once(asked.href);
	for (let hops = 0; hops < 20; hops++) {
		const next = answer.headers.get("Location");
		if (next?.startsWith(url)) return next;
		if (next === null) answer = await browser.once(answer.url, person === "" ? { cancel: "" } : { person });
		else answer = await browser.once(new URL(next, answer.url).href);
	}
	throw new Error(`the provider stopped at ${answer.url}: ${answer.body}`);
}

async function sessionsOf(name: string): Promise<number> {
	const { rows } = await owner.query<{ count: number }>(
		"select count(*)::int from identity.session s join identity.person p on p.id = s.person_id where p.name = $1",
		[name],
	);
	return rows[0]?.count ?? 0;
}

describe("signing in through a provider", () => {
	it("asks with state, nonce and an S256 challenge, and keeps nothing of them in the database", async () => {
		const begun = await browser.once("/sign-in/feide?to=/profile");
		const asked = new URL(begun.headers.get("Location") ?? "").searchParams;
		expect(Object.fromEntries(asked)).toMatchObject({
			response_type: "code",
			code_challenge_method: "S256",
			redirect_uri: callback("feide"),
			scope: "openid profile email",
		});
		const secrets = [asked.get("state"), asked.get("nonce")].map((secret) => secret ?? "");
		for (const secret of secrets) expect(secret.length).toBeGreaterThanOrEqual(43);
		const { rows } = await owner.query("select * from identity.sign_in_attempt");
		const kept = JSON.stringify(rows.map((row) => ({ ...row, state_hash: row.state_hash.toString("base64url") })));
		for (const secret of secrets) expect(kept).not.toContain(secret);
		expect(begun.cookies).toHaveLength(1);
		expect(begun.cookies[0]).toMatch(/^sign-in-.{8}=.*Max-Age=600; Path=\/sign-in; HttpOnly; SameSite=Lax$/);
	});

	it("makes the person the first time, and knows them the next", async () => {
		const first = await browser.get(await comeBack("kari"));
		expect(first).toMatchObject({ status: 200, url: `${url}/represent` });
		expect(first.body).toContain("Du er logget inn som Kari Nordmann.");
		const again = await new TestBrowser(product);
		browser = again;
		await browser.get(await comeBack("kari"));
		const { rows } = await owner.query("select count(*)::int from identity.person where name = 'Kari Nordmann'");
		expect(rows).toEqual([{ count: 1 }]);
		expect(await sessionsOf("Kari Nordmann")).toBe(2);
	});

	it("gives a new session each time and ends the one the browser had", async () => {
		await browser.get(await comeBack("per"));
		const before = browser.cookie("session");
		await browser.get(await comeBack("per"));
		expect(browser.cookie("session")).not.toBe(before);
		expect(await sessionsOf("Per Uten E-post")).toBe(1);
		const old = new TestBrowser(product);
		old.setCookie("session", before ?? "");
		expect((await old.get("/profile")).url).toContain("/sign-in?to=");
	});

	it("leaves no cookie of the attempt behind", async () => {
		await browser.get(await comeBack("per"));
		expect(browser.cookieNames().filter((name) => name.startsWith("sign-in"))).toEqual([]);
	});

	it("does not begin because another site leads the browser here", async () => {
		const begun = await browser.once("/sign-in/feide?to=/profile", undefined, { "Sec-Fetch-Site": "cross-site" });
		expect(begun.headers.get("Location")).toBe("/sign-in?to=%2Fprofile");
		expect((await browser.once("/sign-in/feide", undefined, { "Sec-Fetch-Site": "same-origin" })).cookies).toHaveLength(
			1,
		);
	});

	it("leads only to pages of this site", async () => {
		for (const to of ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]) {
			browser = new TestBrowser(product);
			const begun = await browser.once(`/sign-in/feide?to=${encodeURIComponent(to)}`);
			const page = await browser.get(begun.headers.get("Location") ?? "");
			const back = await browser.post(page.url, { person: "per" });
			expect(new URL(back.url).origin).toBe(url);
		}
	});

	it("names someone the provider does not name", async () => {
		await browser.get(await comeBack("no-name"));
		expect(await sessionsOf("Uten navn")).toBe(1);
	});

	it("lets two tabs sign in at once", async () => {
		const first = await comeBack("eva");
		const second = await comeBack("eva");
		expect((await browser.get(second)).status).toBe(200);
		expect((await browser.get(first)).status).toBe(200);
	});
});

describe("memberships that wait for an e-mail address", () => {
	it("are tied to whoever proves it, and the organisation's log says so", async () => {
		const organisation = await makeOrganisation(database);
		const waiting = await makeMembership(database, { organisation, email: "eva@EXAMPLE.no" });
		const ended = await makeMembership(database, { organisation, email: "eva@example.no", validTo: "2021-01-01" });
		await browser.get(await comeBack("eva"));
		const { rows } = await owner.query(
			"select m.id, p.name from organisation.membership m join identity.person p on p.id = m.person_id where m.organisation_id = $1",
			[organisation.id],
		);
		expect(rows).toEqual([{ id: waiting, name: "Eva Åsen" }]);
		expect(ended).not.toBe(waiting);
		const log = await owner.query(
			"select verb, object_id from audit.entry where organisation_id = $1 and verb like 'membership%'",
			[organisation.id],
		);
		expect(log.rows).toEqual([{ verb: "membership.bind", object_id: waiting }]);
	});

	it.each([
		["an address the provider has not verified", "ola", "feide", "ola@example.no"],
		["a provider whose addresses are not trusted", "kari", "elsewhere", "kari@example.no"],
	])("are not tied by %s", async (_title, person, id, email) => {
		const organisation = await makeOrganisation(database);
		await makeMembership(database, { organisation, email });
		expect((await browser.get(await comeBack(person, id))).status).toBe(200);
		const { rows } = await owner.query("select person_id from organisation.membership where organisation_id = $1", [
			organisation.id,
		]);
		expect(rows).toEqual([{ person_id: null }]);
	});

	it("are never taken from the person who has them", async () => {
		const actor = await makeActor(database);
		await owner.query("update organisation.membership set email = 'eva@example.no' where organisation_id = $1", [
			actor.organisationId,
		]);
		await browser.get(await comeBack("eva"));
		const { rows } = await owner.query("select person_id from organisation.membership where organisation_id = $1", [
			actor.organisationId,
		]);
		expect(rows).toEqual([{ person_id: actor.personId }]);
	});
});

describe("an answer that is not to be trusted", () => {
	/** What every one of these must lead to: a page that says why, and nobody signed in. */
	async function expectRefused(to: string, status: number, title: string, from = browser): Promise<void> {
		const answer = await from.get(to);
		expect(answer.status).toBe(status);
		expect(answer.body).toContain(title);
		expect(from.cookie("session")).toBeNull();
	}

	it("has a state nobody asked with", async () => {
		const back = new URL(await comeBack("kari"));
		back.searchParams.set("state", "made-up");
		await expectRefused(back.href, 400, "Innloggingen er for gammel");
	});

	it("has no state", async () => {
		const back = new URL(await comeBack("kari"));
		back.searchParams.delete("state");
		await expectRefused(back.href, 400, "Innloggingen er for gammel");
	});

	it("comes in another browser than the one that asked", async () => {
		await expectRefused(await comeBack("kari"), 400, "Innloggingen er for gammel", new TestBrowser(product));
	});

	it("comes with another attempt's cookie", async () => {
		const back = await comeBack("kari");
		const stranger = new TestBrowser(product);
		const begun = await stranger.once("/sign-in/feide");
		const [, value = ""] = /=([^;]+)/.exec(begun.cookies[0] ?? "") ?? [];
		const name = browser.cookieNames().find((one) => one.startsWith("sign-in")) ?? "";
		stranger.setCookie(name, value);
		await expectRefused(back, 400, "Innloggingen er for gammel", stranger);
	});

	it("comes twice", async () => {
		const back = await comeBack("kari");
		const name = browser.cookieNames().find((one) => one.startsWith("sign-in")) ?? "";
		const cookie = browser.cookie(name) ?? "";
		expect((await browser.get(back)).status).toBe(200);
		const thief = new TestBrowser(product);
		thief.setCookie(name, cookie);
		await expectRefused(back, 400, "Innloggingen er for gammel", thief);
	});

	it("comes after ten minutes", async () => {
		const back = await comeBack("kari");
		await owner.query("update identity.sign_in_attempt set expires_at = now() - interval '1 second'");
		await expectRefused(back, 400, "Innloggingen er for gammel");
	});

	it("comes to another provider's address", async () => {
		const back = (await comeBack("kari")).replace("/feide/", "/elsewhere/");
		await expectRefused(back, 400, "Innloggingen er for gammel");
	});

	it("brings a code from an earlier sign-in", async () => {
		const earlier = new URL(await comeBack("kari"));
		await browser.get(earlier.href);
		browser = new TestBrowser(product);
		const back = new URL(await comeBack("kari"));
		back.searchParams.set("code", earlier.searchParams.get("code") ?? "");
		await expectRefused(back.href, 400, "Innloggingen ble ikke godtatt");
	});

	it("brings somebody else's code: the verifier does not fit", async () => {
		const theirs = new URL(await comeBack("kari"));
		browser = new TestBrowser(product);
		const back = new URL(await comeBack("per"));
		back.searchParams.set("code", theirs.searchParams.get("code") ?? "");
		await expectRefused(back.href, 400, "Innloggingen ble ikke godtatt");
	});

	it("carries another nonce than was asked with", async () => {
		const back = await comeBack("kari", "feide", (asked) => asked.searchParams.set("nonce", "another-nonce"));
		await expectRefused(back, 400, "Innloggingen ble ikke godtatt");
	});

	it("was asked for with another challenge", async () => {
		const challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
		const back = await comeBack("kari", "feide", (asked) => asked.searchParams.set("code_challenge", challenge));
		await expectRefused(back, 400, "Innloggingen ble ikke godtatt");
	});

	it("says another issuer", async () => {
		const back = new URL(await comeBack("kari"));
		back.searchParams.set("iss", "http://localhost:1");
		await expectRefused(back.href, 400, "Innloggingen ble ikke godtatt");
	});

	it("is of a lower level than asked for", async () => {
		const back = await comeBack("kari", "id-porten", (asked) => asked.searchParams.delete("acr_values"));
		await expectRefused(back, 403, "Du må logge inn sikrere");
	});

	it("is of a person whose account is closed", async () => {
		await browser.get(await comeBack("ida"));
		await owner.query("update identity.person set deactivated_at = now() where name = 'Ida Stengt'");
		expect((await browser.get("/profile")).url).toContain("/sign-in?to=");
		browser = new TestBrowser(product);
		await expectRefused(await comeBack("ida"), 403, "Kontoen er stengt");
	});

	it("is a no: the person turned back", async () => {
		await expectRefused(await comeBack(""), 200, "Du avbrøt innloggingen");
	});
});

describe("a provider that is not to be had", () => {
	it("does not answer", async () => {
		const answer = await browser.get("/sign-in/gone");
		expect(answer.status).toBe(503);
		expect(answer.body).toContain("Innloggingstjenesten svarer ikke");
	});

	it("does not exist", async () => {
		expect((await browser.get("/sign-in/nobody")).status).toBe(404);
		expect((await browser.get("/sign-in/nobody/callback?code=1&state=2")).status).toBe(404);
	});

	it("is switched off: nobody comes in, those inside are out, and it is not offered", async () => {
		await browser.get(await comeBack("per", "elsewhere"));
		expect((await browser.get("/profile")).status).toBe(200);
		const outside = new TestBrowser(product);
		const under = browser;
		browser = outside;
		const back = await comeBack("per", "elsewhere");
		const operator = await makeActor(database, {
			organisation: { id: operatorOrganisationId, name: "Drift", kind: "operator" },
		});
		const outcome = await database.commanding(operator, (work) => switchProvider(work, { id: "elsewhere" }, false));
		expect(outcome.refused).toBeUndefined();
		const { rows } = await owner.query("select 1 from identity.session where provider = 'elsewhere'");
		expect(await endProviderSessions(database, "elsewhere")).toBe(rows.length);

		expect((await under.get("/profile")).url).toContain("/sign-in?to=");
		const answer = await outside.get(back);
		expect([answer.status, outside.cookie("session")]).toEqual([403, null]);
		expect((await outside.get("/sign-in/elsewhere")).status).toBe(403);
		const offered = await outside.get("/sign-in");
		expect(offered.body).toContain("/sign-in/feide?");
		expect(offered.body).not.toContain("/sign-in/elsewhere?");

		await database.commanding(operator, (work) => switchProvider(work, { id: "elsewhere" }, true));
		expect((await outside.once("/sign-in/elsewhere")).status).toBe(303);
	});

	it("can only be switched by an administrator of the operator", async () => {
		const administrator = await makeActor(database);
		const clerk = await makeActor(database, {
			organisation: { id: operatorOrganisationId, name: "Drift", kind: "operator" },
			roles: ["employee"],
		});
		for (const actor of [administrator, clerk]) {
			const outcome = await database.commanding(actor, (work) => switchProvider(work, { id: "feide" }, false));
			expect(outcome.refused?.[0]?.code).toBe("not-allowed");
		}
		// And the wall behind the door: the row itself cannot be written by another organisation.
		const around = database.commanding(administrator, async (work) => {
			await work.db
				.insertInto("identity.provider_switch")
				.values({ provider: newId(), enabled: false, changed_at: work.now })
				.execute();
			return done(undefined);
		});
		await expect(around).rejects.toThrow(/row-level security/);
	});
});

describe("what a sign-in leaves behind", () => {
	it("holds no attempt once answered, and no national identity number ever", async () => {
		await browser.get(await comeBack("per"));
		const columns = await owner.query<{ name: string }>(
			"select column_name as name from information_schema.columns where table_schema = 'identity' and table_name in ('person', 'account')",
		);
		expect(columns.rows.map((row) => row.name).filter((name) => /pid|birth|national|number/.test(name))).toEqual([]);
		await database.commanding(system("test"), async (work) => {
			const open = await work.db.selectFrom("identity.sign_in_attempt").select("provider").execute();
			expect(open.filter((attempt) => attempt.provider === "wrong-secret")).toEqual([]);
			return done(undefined);
		});
	});
});
