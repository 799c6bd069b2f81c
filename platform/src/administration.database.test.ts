import { describe, expect, it } from "vitest";
import { TestBrowser } from "../test/browser.ts";
import { openTestDatabase } from "../test/database.ts";
import { makeActor, makeMembership, makeOrganisation } from "../test/make.ts";
import { openProduct, signedInBrowser } from "../test/product.ts";
import { operatorOrganisationId, type PersonActor } from "./identity/actor.ts";
import "./registrations.server.ts";
import routes from "./routes.ts";

const database = await openTestDatabase();
const product = await openProduct(
	database,
	routes.flatMap((route) => [
		route,
		...(route.children ?? []).map((child) => ({ ...child, path: `${route.path}/${child.path ?? ""}` })),
	]),
	{ url: "http://localhost:39981" },
);

const home = await makeOrganisation(database, { name: "Verran kommune" });
const operatorOrganisation = { id: operatorOrganisationId, name: "Drift", kind: "operator" };
const manager = await makeActor(database, { organisation: home, roles: ["manager"] });
const administrator = await makeActor(database, { organisation: home });
const operator = await makeActor(database, { organisation: operatorOrganisation });

/** Where the lists of a page lead. */
function waysOf(body: string): string[] {
	return [...body.matchAll(/<ul class="ways".*?<\/ul>/gs)].flatMap(([list]) =>
		[...list.matchAll(/href="([^"]+)"/g)].map(([, to = ""]) => to),
	);
}

const menuEntry = /<a[^>]*href="\/administration"[^>]*>Administrasjon<\/a>/;

describe("administration", () => {
	it.each<[string, PersonActor, readonly string[], readonly string[]]>([
		["a manager", manager, ["/people", "/administration/log"], ["/administration/sessions", "/administration/mail"]],
		[
			"an administrator",
			administrator,
			["/administration/sessions", "/administration/tokens"],
			["/administration/mail"],
		],
		[
			"the operator",
			operator,
			["/administration/administrators", "/administration/mail", "/administration/providers", "/import/public"],
			[],
		],
	])(
		"is reached by %s from every page, and leads only to what opens and leads back",
		async (_who, person, with_, without) => {
			const browser = await signedInBrowser(product, person);
			expect((await browser.get("/inbox")).body).toMatch(menuEntry);
			const page = await browser.get("/administration");
			const ways = waysOf(page.body);
			expect(ways).toEqual(expect.arrayContaining([...with_]));
			for (const one of without) expect(ways).not.toContain(one);
			for (const to of ways) {
				const opened = await browser.once(to);
				expect([to, opened.status]).toEqual([to, 200]);
				if (!to.startsWith("/administration/")) continue;
				const trail = /<nav class="trail".*?<\/nav>/s.exec(opened.body)?.[0];
				expect(trail, `${to} leads back`).toContain('href="/administration"');
			}
			expect(page.body.includes('href="/health"')).toBe(person === operator);
		},
	);

	it("is not there for those who administer nothing", async () => {
		const browser = await signedInBrowser(
			product,
			await makeActor(database, { organisation: home, roles: ["adviser"] }),
		);
		expect((await browser.once("/administration")).status).toBe(404);
		expect((await browser.get("/inbox")).body).not.toMatch(menuEntry);
		expect((await new TestBrowser(product).once("/administration")).status).toBe(303);
	});
});

describe("the log of one person", () => {
	it("is led to from the person's page and from who is signed in, for those who may read it", async () => {
		const colleague = await makeActor(database, { organisation: home, roles: ["adviser"], name: "Kollega Kar" });
		const unknown = await makeMembership(database, { organisation: home, name: "Uten Konto", role: "adviser" });
		const browser = await signedInBrowser(product, administrator);
		await signedInBrowser(product, colleague);
		const log = `/administration/log?person=${colleague.personId}`;
		expect((await browser.get(`/people/${colleague.membershipIds[0]}`)).body).toContain(`href="${log}"`);
		expect((await browser.get("/administration/sessions")).body).toContain(`href="${log}"`);
		expect((await browser.get(log)).body).toContain("Du ser bare det som gjelder Kollega Kar.");
		expect((await browser.get(`/people/${unknown}`)).body).toContain(`href="/administration/log?object=${unknown}"`);
		const own = await signedInBrowser(product, colleague);
		const page = await own.get(`/people/${colleague.membershipIds[0]}`);
		expect(page.status).toBe(200);
		expect(page.body).not.toContain("/administration/log");
	});
});
