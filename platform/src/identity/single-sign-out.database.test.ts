import { createServer } from "node:http";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import pg from "pg";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { TestBrowser } from "../../test/browser.ts";
import { openTestDatabase } from "../../test/database.ts";
import { startProvider } from "../../test/oidc.ts";
import { openProduct } from "../../test/product.ts";
import type { Provider } from "../configuration.server.ts";
import { identityRoutes } from "./routes.ts";

const url = "http://localhost:39989";
const database = await openTestDatabase();
const people = { kari: { name: "Kari Nordmann" }, ola: { name: "Ola Dunk" } };

/** The product's own door for what the provider tells, on a real port: the provider sends, the product answers. */
const told: { token: string; status: number }[] = [];
const door = createServer(async (request, response) => {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(Buffer.from(chunk));
	const body = Buffer.concat(chunks).toString("utf8");
	const answer = await tell(body, "feide");
	told.push({ token: new URLSearchParams(body).get("logout_token") ?? "", status: answer.status });
	response.writeHead(answer.status).end();
});
await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
const at = door.address();
const tellTo = `http://127.0.0.1:${typeof at === "object" && at ? at.port : 0}/`;
const feide = await startProvider({
	redirectUris: [`${url}/sign-in/feide/callback`, `${url}/sign-in/apart/callback`],
	signedOutUris: [`${url}/signed-out`],
	tell: tellTo,
	people,
});
afterAll(() => {
	door.close();
	return feide.stop();
});
const provider = (id: string, more: Partial<Provider> = {}): Provider => {
	const { issuer, clientId, clientSecret } = feide;
	return { id, name: id, issuer, clientId, clientSecret, scope: "openid profile", parameters: {}, levels: [], ...more };
};
const product = await openProduct(database, identityRoutes, {
	url,
	providers: [provider("feide"), provider("apart", { signsOut: false })],
});
const owner = new pg.Client(database.owner);
await owner.connect();
afterAll(() => owner.end());

function tell(body: string, id: string): Promise<Response> {
	return product.fetch(
		new Request(`${url}/sign-in/${id}/ended`, {
			method: "POST",
			headers: { "Content-Type": "application/x-www-form-urlencoded" },
			body,
		}),
	);
}

let browser = new TestBrowser(product);
beforeEach(() => {
	browser = new TestBrowser(product);
	told.length = 0;
});

/** Signs in through the provider, which knows the browser afterwards. Returns whether it asked who it was. */
async function signIn(person: string, id = "feide", from = browser): Promise<boolean> {
	let answer = await from.once(`/sign-in/${id}?to=/profile`);
	let asked = false;
	for (let hops = 0; hops < 20; hops++) {
		const next = answer.headers.get("Location");
		if (next === null && answer.url.startsWith(url)) break;
		if (next === null) asked = true;
		answer = next === null ? await from.once(answer.url, { person }) : await from.once(new URL(next, answer.url).href);
	}
	expect([answer.status, new URL(answer.url).pathname]).toEqual([200, "/profile"]);
	return asked;
}

async function sessions(): Promise<number> {
	return (await owner.query("select 1 from identity.session")).rows.length;
}

/** Answers the provider's question whether to sign out there as well, with yes. */
async function confirmThere(location: string) {
	const page = await browser.once(location);
	const action = /action="([^"]*)"/.exec(page.body)?.[1] ?? "";
	const xsrf = /name="xsrf" value="([^"]*)"/.exec(page.body)?.[1] ?? "";
	return browser.follow(action, { xsrf, logout: "yes" });
}

describe("signing out", () => {
	it("ends the session here, then at the provider, and comes back", async () => {
		expect(await signIn("kari")).toBe(true);
		const answer = await browser.once("/sign-out", {});
		expect(answer.status).toBe(200);
		expect(answer.headers.get("Clear-Site-Data")).toBe('"storage"');
		expect(browser.cookie("session")).toBeNull();
		expect(answer.body).not.toContain("Kari Nordmann");
		const location = new URL(/^0; url=(.*)$/.exec(answer.headers.get("Refresh") ?? "")?.[1] ?? "");
		expect(location.origin).toBe(feide.issuer);
		expect(location.searchParams.get("post_logout_redirect_uri")).toBe(`${url}/signed-out`);
		expect(location.searchParams.get("id_token_hint")).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
		const back = await confirmThere(location.href);
		expect(back.url).toBe(`${url}/sign-in`);
		expect(back.body).toContain("Du er logget ut.");
		expect(await signIn("kari")).toBe(true);
	});

	it("everywhere says so when the browser comes back", async () => {
		await signIn("kari");
		const answer = await browser.once("/sign-out", { everywhere: "on" });
		const back = await confirmThere(answer.headers.get("Refresh")?.replace("0; url=", "") ?? "");
		expect(back.body).toContain("Du er logget ut på alle enheter.");
	});

	it("stays here where the provider is set up so: it still knows the browser", async () => {
		await signIn("kari", "apart");
		const answer = await browser.once("/sign-out", {});
		expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/sign-in"]);
		expect(await signIn("kari", "apart")).toBe(false);
	});

	it("keeps nothing in the database that could be used there", async () => {
		await signIn("kari");
		const { rows } = await owner.query<{ sealed: Buffer }>("select sealed_id_token as sealed from identity.session");
		for (const { sealed } of rows) expect(sealed.toString("latin1")).not.toMatch(/eyJ/);
	});

	it("shows a button to whoever opens the address by hand, and ends nothing", async () => {
		await signIn("kari");
		const before = await sessions();
		expect((await browser.once("/sign-out")).body).toContain("Logg ut");
		expect(await sessions()).toBe(before);
	});
});

describe("what a provider tells", () => {
	it("ends the session that came through it, and no other, in the moment someone signs out there", async () => {
		await owner.query("delete from identity.session");
		const [other, stranger] = [new TestBrowser(product), new TestBrowser(product)];
		await signIn("kari");
		await signIn("kari", "feide", other);
		await signIn("ola", "feide", stranger);
		const page = await browser.once(`${feide.issuer}/session/end`);
		const xsrf = /name="xsrf" value="([^"]*)"/.exec(page.body)?.[1] ?? "";
		await browser.once(/action="([^"]*)"/.exec(page.body)?.[1] ?? "", { xsrf, logout: "yes" });
		expect(told.map(({ status }) => status)).toEqual([200]);
		expect((await browser.once("/profile")).status).toBe(303);
		for (const inside of [other, stranger]) expect((await inside.once("/profile")).status).toBe(200);
		const log = await owner.query("select detail from audit.entry where verb = 'session.end-by-provider'");
		expect(log.rows).toEqual([{ detail: { provider: "feide" } }]);
		// Told again, nothing more happens; told to another provider's address of ours, its own sessions stay.
		const again = new URLSearchParams({ logout_token: told[0]?.token ?? "" }).toString();
		expect((await tell(again, "feide")).status).toBe(200);
		expect((await tell(again, "apart")).status).toBe(200);
		expect(await sessions()).toBe(2);
	});

	it("is believed only when the provider has signed it, for us, just now, and as a sign-out", async () => {
		await owner.query("delete from identity.session");
		await signIn("kari");
		const { rows } = await owner.query<{ sid: string }>("select provider_session as sid from identity.session");
		const sid = rows[0]?.sid ?? "";
		expect(sid).not.toBe("");
		const { privateKey, publicKey } = await generateKeyPair("RS256");
		const events = { "http://schemas.openid.net/event/backchannel-logout": {} };
		const forged = await new SignJWT({ sid, events })
			.setProtectedHeader({ alg: "RS256", jwk: await exportJWK(publicKey) })
			.setIssuer(feide.issuer)
			.setAudience(feide.clientId)
			.setIssuedAt()
			.sign(privateKey);
		const shared = await new SignJWT({ sid, events })
			.setProtectedHeader({ alg: "HS256" })
			.setIssuer(feide.issuer)
			.setAudience(feide.clientId)
			.setIssuedAt()
			.sign(new TextEncoder().encode(feide.clientSecret));
		const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
		const claims = { iss: feide.issuer, aud: feide.clientId, iat: Math.floor(Date.now() / 1000), sid, events };
		const unsigned = `${part({ alg: "none" })}.${part(claims)}.`;
		// An ID token is signed by the provider, for us; but it does not say that anyone has signed out.
		const signOut = await browser.once("/sign-out", {});
		const idToken = new URL(signOut.headers.get("Refresh")?.replace("0; url=", "") ?? "").searchParams.get(
			"id_token_hint",
		);
		await signIn("kari");
		for (const token of [forged, shared, unsigned, idToken ?? "", "", "x".repeat(30_000)])
			expect((await tell(new URLSearchParams({ logout_token: token }).toString(), "feide")).status).toBe(400);
		expect((await tell("", "feide")).status).toBe(400);
		expect((await tell("logout_token=x", "nobody")).status).toBe(404);
		expect(await sessions()).toBe(1);
	});

	it("is the only form another site may send", async () => {
		expect((await product.fetch(new Request(`${url}/sign-in/feide`, { method: "POST" }))).status).toBe(403);
		expect((await product.fetch(new Request(`${url}/sign-out`, { method: "POST" }))).status).toBe(403);
	});
});
