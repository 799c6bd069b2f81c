import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { TestBrowser } from "../test/browser.ts";
import { openTestDatabase } from "../test/database.ts";
import { makeActor } from "../test/make.ts";
import { openProduct, signedInBrowser } from "../test/product.ts";
import { identityRoutes } from "./identity/routes.ts";
import { newSecret } from "./identity/secret.server.ts";
import { sessionCookie } from "./identity/session.server.ts";

const database = await openTestDatabase();
const url = "https://laeringsarena.example";
const product = await openProduct(database, [...identityRoutes, { path: "*", file: "missing.tsx" }], {
	url,
	demo: true,
});
const owner = new pg.Client(database.owner);
await owner.connect();
afterAll(() => owner.end());

const anonymous = () => new TestBrowser(product);

describe("the headers of every answer", () => {
	it.each([
		["a page", "/sign-in"],
		["a page that is not there", "/nowhere"],
		["a redirect", "/profile"],
		["data for a page", "/sign-in.data"],
	])("%s", async (_title, path) => {
		const { headers } = await anonymous().once(path);
		const policy = headers.get("Content-Security-Policy") ?? "";
		for (const part of [
			"default-src 'self'",
			"object-src 'none'",
			"base-uri 'none'",
			"form-action 'self'",
			"frame-ancestors 'none'",
		])
			expect(policy).toContain(part);
		expect(policy).not.toMatch(/script-src[^;]*unsafe/);
		expect(policy).not.toMatch(/style-src [^;]*unsafe/);
		expect(Object.fromEntries(headers)).toMatchObject({
			"x-content-type-options": "nosniff",
			"referrer-policy": "same-origin",
			"cross-origin-opener-policy": "same-origin",
			"cross-origin-resource-policy": "same-origin",
			"cache-control": "private, no-store",
			"strict-transport-security": "max-age=31536000; includeSubDomains",
		});
	});

	it("have a nonce of their own, and every script of the page carries it", async () => {
		const [one, other] = [await anonymous().get("/sign-in"), await anonymous().get("/sign-in")];
		const nonceOf = (headers: Headers) =>
			/'nonce-([^']+)'/.exec(headers.get("Content-Security-Policy") ?? "")?.[1] ?? "";
		expect(nonceOf(one.headers)).toMatch(/^[A-Za-z0-9+/]{22}==$/);
		expect(nonceOf(one.headers)).not.toBe(nonceOf(other.headers));
		const scripts = [...one.body.matchAll(/<script([^>]*)>/g)].map((match) => match[1]);
		expect(scripts.length).toBeGreaterThan(0);
		for (const attributes of scripts) expect(attributes).toContain(`nonce="${nonceOf(one.headers)}"`);
		expect(one.body).not.toMatch(/<style|\son[a-z]+="/);
	});
});

describe("a form from another site", () => {
	it.each([
		["another site", { Origin: "https://evil.example" }],
		["a hidden origin", { Origin: "null" }],
		["a site whose name begins the same", { Origin: "https://laeringsarena.example.evil.example" }],
		["the same name on another port", { Origin: "https://laeringsarena.example:8443" }],
		["the same name without TLS", { Origin: "http://laeringsarena.example" }],
		["another site that hides its origin", { Origin: "", "Sec-Fetch-Site": "cross-site" }],
		["a neighbour under the same domain", { Origin: "", "Sec-Fetch-Site": "same-site" }],
	])("is turned away: %s", async (_title, headers) => {
		const actor = await makeActor(database);
		const browser = await signedInBrowser(product, actor);
		const { Origin, ...rest } = headers;
		const response = await product.fetch(
			new Request(`${url}/language`, {
				method: "POST",
				body: new URLSearchParams({ language: "en" }),
				headers: {
					Cookie: `__Host-session=${browser.cookie("__Host-session")}`,
					...(Origin === "" ? {} : { Origin }),
					...rest,
				},
			}),
		);
		expect(response.status).toBe(403);
		expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'self'");
		const { rows } = await owner.query("select language from identity.person where id = $1", [actor.personId]);
		expect(rows).toEqual([{ language: "nb" }]);
	});

	it("is told from one of our own, also behind a proxy that ends TLS", async () => {
		const actor = await makeActor(database);
		const browser = await signedInBrowser(product, actor);
		const cookie = { Cookie: `__Host-session=${browser.cookie("__Host-session")}` };
		const send = (headers: Record<string, string>, to = url) =>
			product.fetch(
				new Request(`${to}/language`, {
					method: "POST",
					body: new URLSearchParams({ language: "nn" }),
					headers: { ...cookie, ...headers },
				}),
			);
		expect((await send({ Origin: url })).status).toBe(303);
		expect((await send({ Origin: url }, "http://laeringsarena.example")).status).toBe(303);
		expect((await send({ "Sec-Fetch-Site": "same-origin" })).status).toBe(303);
		expect((await send({})).status).toBe(403);
	});
});

describe("the session of a browser", () => {
	it("travels in a cookie no script, no other site and no plain connection can have", async () => {
		const actor = await makeActor(database);
		await owner.query("update identity.person set demo = true where id = $1", [actor.personId]);
		const browser = anonymous();
		const answer = await browser.once("/sign-in", { person: actor.personId });
		expect(answer.status).toBe(303);
		const session = answer.cookies.find((cookie) => cookie.startsWith("__Host-session="));
		expect(session).toMatch(/; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
		expect(session).not.toContain("Domain");
		expect(answer.cookies).toHaveLength(2);
		for (const cookie of answer.cookies) expect(cookie).toMatch(/^__Host-.*Path=\/; HttpOnly; Secure; SameSite=Lax$/);
	});

	it("is gone after signing out, and so is what the browser kept", async () => {
		const browser = await signedInBrowser(product, await makeActor(database));
		const token = browser.cookie("__Host-session") ?? "";
		const answer = await browser.once("/sign-out", {});
		expect(answer.headers.get("Clear-Site-Data")).toBe('"storage"');
		expect(browser.cookie("__Host-session")).toBeNull();
		browser.setCookie("__Host-session", token);
		expect((await browser.once("/profile")).status).toBe(303);
	});

	it("is nobody's when the token is made up, another shape, or someone else's kind of secret", async () => {
		for (const value of [newSecret(), "", "a", null, 7, { token: 1 }, "x".repeat(4000)]) {
			const browser = anonymous();
			const [pair = ""] = (await sessionCookie(product.house.configuration).serialize(value)).split(";");
			browser.setCookie("__Host-session", pair.slice(pair.indexOf("=") + 1));
			expect((await browser.once("/profile")).headers.get("Location")).toBe("/sign-in?to=%2Fprofile");
		}
		const browser = anonymous();
		browser.setCookie("__Host-session", "%%%not-base64%%%");
		expect((await browser.once("/profile")).headers.get("Location")).toBe("/sign-in?to=%2Fprofile");
	});

	it.each([
		["left alone too long", "idle_expires_at = now() - interval '1 second'"],
		["as old as it may be", "absolute_expires_at = now() - interval '1 second'"],
	])("ends when %s", async (_title, change) => {
		const actor = await makeActor(database);
		const browser = await signedInBrowser(product, actor);
		expect((await browser.once("/profile")).status).toBe(200);
		await owner.query(`update identity.session set ${change} where person_id = $1`, [actor.personId]);
		expect((await browser.once("/profile")).headers.get("Location")).toBe("/sign-in?to=%2Fprofile");
	});

	it("lives on while it is used, but never past its end", async () => {
		const actor = await makeActor(database);
		const browser = await signedInBrowser(product, actor);
		await owner.query(
			"update identity.session set seen_at = now() - interval '1 hour', idle_expires_at = now() + interval '1 minute' where person_id = $1",
			[actor.personId],
		);
		const before = await owner.query("select absolute_expires_at from identity.session where person_id = $1", [
			actor.personId,
		]);
		await browser.once("/profile");
		const { rows } = await owner.query(
			"select idle_expires_at > now() + interval '7 hours' as extended, absolute_expires_at from identity.session where person_id = $1",
			[actor.personId],
		);
		expect(rows).toEqual([{ extended: true, ...before.rows[0] }]);
	});

	it("acts for no organisation once the role there has ended", async () => {
		const actor = await makeActor(database);
		const browser = await signedInBrowser(product, actor);
		expect((await browser.once("/administration/tokens")).status).toBe(200);
		await owner.query("update organisation.membership set valid_to = '2020-02-01' where person_id = $1", [
			actor.personId,
		]);
		expect((await browser.once("/administration/tokens")).headers.get("Location")).toBe(
			"/represent?to=%2Fadministration%2Ftokens",
		);
	});
});

describe("a database that is away", () => {
	it("makes the page wait, and signs nobody out", async () => {
		const browser = await signedInBrowser(product, await makeActor(database));
		const { level } = product.house.log;
		product.house.log.level = "silent";
		await owner.query("alter function identity.find_session rename to find_session_away");
		const away = await browser.once("/profile");
		await owner.query("alter function identity.find_session_away rename to find_session");
		product.house.log.level = level;
		expect([away.status, away.headers.get("Retry-After"), away.cookies]).toEqual([503, "5", []]);
		expect(away.headers.get("Content-Security-Policy")).toContain("default-src 'self'");
		expect((await browser.once("/profile")).status).toBe(200);
	});
});

describe("a message after a redirect", () => {
	it("is shown once, and cannot bring markup", async () => {
		const actor = await makeActor(database, { name: "<b>Kari</b>" });
		await owner.query("update identity.person set demo = true where id = $1", [actor.personId]);
		const browser = anonymous();
		await browser.once("/sign-in", { person: actor.personId, to: "/profile" });
		const first = await browser.get("/profile");
		expect(first.body).toContain("Du er logget inn som &lt;b&gt;Kari&lt;/b&gt;.");
		expect(first.body).not.toContain("<b>Kari</b>");
		expect((await browser.get("/profile")).body).not.toContain("Du er logget inn som");
	});
});

describe("what is not there, and what is not yours", () => {
	it("is the same answer", async () => {
		const actor = await makeActor(database, { roles: ["employee"] });
		const browser = await signedInBrowser(product, actor);
		const strip = (body: string) => body.replaceAll(/nonce[^>]*|\/[a-z/]*/g, "");
		const [absent, hidden] = [await browser.get("/nowhere/at/all"), await browser.get("/administration/log")];
		expect([absent.status, hidden.status]).toEqual([404, 404]);
		expect(/<main[\s\S]*<\/main>/.exec(hidden.body)?.[0]).toBe(/<main[\s\S]*<\/main>/.exec(absent.body)?.[0]);
		expect(strip(hidden.body)).not.toContain("Logg,");
	});
});

describe("a sender who asks too often", () => {
	it("is told to wait, and others are not", async () => {
		const flood = new TestBrowser(product, "198.51.100.7");
		const { house } = product;
		const { allowSender } = await import("./identity/rate.server.ts");
		const sender = house.database.forRequest({ requestId: "", address: "198.51.100.7" });
		while ((await allowSender(sender, "link")).allowed);
		const answer = await flood.get(`/link/${newSecret()}`);
		expect(answer.status).toBe(429);
		expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0);
		expect(answer.body).toContain("For mange forsøk");
		expect((await new TestBrowser(product, "198.51.100.8").get(`/link/${newSecret()}`)).status).toBe(404);
	});
});

describe("what is written down of a request", () => {
	it("has its id, and no other has the same; what nobody asked for has none", async () => {
		const actor = await makeActor(database, { roles: ["employee"] });
		const browsers = [await signedInBrowser(product, actor), await signedInBrowser(product, actor)];
		for (const browser of browsers) await browser.post("/sign-out", {});
		const idsOf = async (verb: string) => {
			const asked = "select request_id from audit.entry where verb = $1 and about_person_id = $2";
			const { rows } = await owner.query<{ request_id: string | null }>(asked, [verb, actor.personId]);
			return rows.map((row) => row.request_id);
		};
		expect(await idsOf("session.begin")).toEqual([null, null]);
		const ended = await idsOf("session.end-this");
		expect(ended).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), expect.stringMatching(/^[0-9a-f-]{36}$/)]);
		expect(new Set(ended).size).toBe(2);
	});
});
