import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeMembership, makeOrganisation } from "../../../../test/make.ts";
import { openProduct, signedInBrowser } from "../../../../test/product.ts";
import { operatorOrganisationId, system } from "../../../identity/actor.ts";
import { done } from "../../../outcome.ts";
import { organisationRoutes } from "../routes.ts";
import { createUnit, readAdministrators } from "../service.server.ts";

const database = await openTestDatabase();
const product = await openProduct(
	database,
	organisationRoutes.filter((route) => !route.file.includes("/register/")),
	{ url: "http://localhost:39995" },
);
const own = await makeOrganisation(database, { name: "Egenby" });
const administrator = await makeActor(database, { organisation: own });
const base = `/organisations/${own.id}`;

async function addUnit(name: string, parentId: string | null, code: string | null = null): Promise<string> {
	const outcome = await database.commanding(administrator, (work) =>
		createUnit(work, {
			...{ name, parentId, code, setting: "nursing-home", sector: null, address: null, postcode: null },
			...{ place: null, municipalityNumber: null, latitude: null, longitude: null, email: null, phone: null },
			...{ published: true, validFrom: "2020-01-01" },
		}),
	);
	return outcome.done?.id ?? Promise.reject(new Error(JSON.stringify(outcome.refused)));
}

describe("the pages of an organisation", () => {
	it("search the units by their address, with those above, and say what to do when nothing fits", async () => {
		const browser = await signedInBrowser(product, administrator);
		expect((await browser.once(`${base}/units`)).body).toContain("Ingen enheter ennå");
		const top = await addUnit("Omsorgen", null);
		await addUnit("Bakken", await addUnit("Dalen", top), "77");
		await addUnit("Haugen", top);
		const found = await browser.once(`${base}/units?q=bakk`);
		expect(found.body).toContain("Én enhet passer.");
		for (const name of ["Omsorgen", "Dalen", "Bakken"]) expect(found.body).toContain(`>${name}</a>`);
		expect(found.body).not.toContain(">Haugen</a>");
		expect((await browser.once(`${base}/units?q=77`)).body).toContain(">Bakken</a>");
		const none = await browser.once(`${base}/units?q=finnes+ikke`);
		expect(none.body).toContain("Ingen enheter passer");
		expect(none.body).toContain("Vis alle enhetene");
	});

	it("lead whoever may import to the import of their own kind, and nobody else", async () => {
		const pages = {
			[`${base}/units`]: "units",
			[`${base}/contacts`]: "contacts",
			"/contacts": "contacts",
			"/people": "people",
		};
		const student = await makeActor(database, { organisation: own, roles: ["student"] });
		const unitId = await addUnit("Lederens", null);
		const leader = await makeActor(database, { organisation: own, roles: ["unit-leader"], unitId });
		for (const [person, may] of [
			[administrator, true],
			[leader, true],
			[student, false],
		] as const) {
			const browser = await signedInBrowser(product, person);
			for (const [page, kind] of Object.entries(pages))
				expect((await browser.once(page)).body.includes(`href="/import/${kind}"`), page).toBe(may);
		}
		const stranger = await signedInBrowser(product, await makeActor(database));
		expect((await stranger.once(`${base}/contacts`)).body).not.toContain('href="/import/contacts"');
	});

	it("say what is true of postcodes, and what a contact needs", async () => {
		const browser = await signedInBrowser(product, administrator);
		expect((await browser.once(`${base}/units/new`)).body).toContain("Postnummerregisteret er ikke lest inn.");
		await database.commanding(system("test"), async (work) => {
			await work.db
				.insertInto("geography.source")
				.values({
					...{ id: "postcodes", title: "Postnummer", licence: "NLOD", facts_date: "2026-01-01" },
					...{ imported_at: work.now, row_count: 1, content_hash: "x" },
				})
				.execute();
			await work.db
				.insertInto("geography.postcode")
				.values({ postcode: "7500", place: "STJØRDAL", municipality_number: "5035", source_id: "postcodes" })
				.execute();
			return done(undefined);
		});
		const form = await browser.once(`${base}/units/new`);
		expect(form.body).toContain("hentes fra postnummeret");
		expect(form.body).not.toContain("ikke lest inn");
		const contact = await browser.once(`${base}/contacts/new`);
		expect(contact.body).toContain("Oppgi en person her, eller en felles e-postadresse eller telefon under.");
		expect(contact.body).not.toMatch(/Den som svarer\s*<[^>]*>\s*\(?valgfritt/);
	});

	it("call a county what people call it, and say that the best fit comes first", async () => {
		await makeOrganisation(database, {
			...{ kind: "county", name: "Hovedstaden kommune (fylkeskommunale oppgaver)" },
			...{ shortName: "Hovedstaden", number: "97" },
		});
		const browser = await signedInBrowser(product, administrator);
		const list = await browser.once("/organisations?q=egenby");
		expect(list.body).toContain('<option value="97">Hovedstaden</option>');
		expect(list.body).toContain('<option value="" selected="">Best treff</option>');
		expect(list.body).not.toContain('aria-sort="ascending"');
		const byName = await browser.once("/organisations?q=egenby&sort=name");
		expect(byName.body).toContain('aria-sort="ascending"');
		expect(byName.body).toContain('href="/organisations?q=egenby"');
	});
});

it("everybody who administers an organisation is shown to whoever appoints one more", async () => {
	const organisation = await makeOrganisation(database, { name: "Mangeby" });
	for (const name of ["Én", "To", "Tre", "Fire", "Fem"])
		await makeMembership(database, {
			...{ organisation, name, email: `${name.toLowerCase()}@example.no`, role: "administrator" },
		});
	const operator = await makeActor(database, {
		organisation: { id: operatorOrganisationId, name: "Drift", kind: "operator" },
	});
	const found = await database.reading(operator, (work) => readAdministrators(work, organisation.id));
	expect(found?.administrators.map((one) => one.name).sort()).toEqual(["Fem", "Fire", "To", "Tre", "Én"]);
});
