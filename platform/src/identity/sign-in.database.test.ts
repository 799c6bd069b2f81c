import { afterAll, describe, expect, it } from "vitest";
import { TestBrowser } from "../../test/browser.ts";
import { openTestDatabase } from "../../test/database.ts";
import { startProvider } from "../../test/oidc.ts";
import { openProduct } from "../../test/product.ts";
import { identityRoutes } from "./routes.ts";

const url = "http://localhost:39999";
const database = await openTestDatabase();
const provider = await startProvider({ redirectUris: [`${url}/sign-in/feide/callback`] });
afterAll(() => provider.stop());
const product = await openProduct(database, identityRoutes, {
	url,
	providers: [
		{
			id: "feide",
			name: "Feide",
			scope: "openid profile email",
			parameters: {},
			levels: [],
			issuer: provider.issuer,
			clientId: provider.clientId,
			clientSecret: provider.clientSecret,
		},
	],
});

describe("signing in", () => {
	it("works", async () => {
		const browser = new TestBrowser(product);
		const list = await browser.get("/sign-in");
		expect(list.body).toContain("Logg inn med Feide");
		const asked = await browser.get("/sign-in/feide?to=/represent");
		expect(asked.url).toContain("/interaction/");
		const back = await browser.post(asked.url, { person: "kari" });
		expect(back.status, back.body.slice(0, 2000)).toBe(200);
		expect(back.url).toBe(`${url}/represent`);
	});
});
