import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import type { TestBrowser } from "../../../test/browser.ts";
import { openTestDatabase } from "../../../test/database.ts";
import { makeActor, makeMembership, makeOrganisation } from "../../../test/make.ts";
import { openProduct, signedInBrowser } from "../../../test/product.ts";
import { newId } from "../../database/work.server.ts";
import { done } from "../../outcome.ts";
import { operatorOrganisationId, type PersonActor } from "../actor.ts";
import { record } from "../audit.server.ts";
import "../../registrations.server.ts";
import { identityRoutes } from "../routes.ts";

const database = await openTestDatabase();
const product = await openProduct(database, identityRoutes, { url: "http://localhost:39990" });

describe("the log of an organisation", () => {
	it("is narrowed by name, action, kind and day, pages on, and leaves as Excel", async () => {
		const home = await makeOrganisation(database, { name: "Logg kommune" });
		const anna = await makeActor(database, { organisation: home, name: "Anna 100%" });
		const bodil = await makeActor(database, { organisation: home, name: "Bodil_" });
		const write = async (actor: PersonActor, at: string, verb: string, objectKind: string) => {
			database.setNow(at);
			await database.commanding(actor, async (work) => done(await record(work, { verb, objectKind, objectId: null })));
			database.setNow(null);
		};
		await write(anna, "2026-01-10T22:59:00Z", "link.issue", "offer");
		await write(anna, "2026-01-10T23:01:00Z", "link.revoke", "offer");
		await write(bodil, "2026-01-11T12:00:00Z", "token.create", "access-token");
		for (let count = 0; count < 60; count++) await write(bodil, "2026-01-12T12:00:00Z", "unit.change", "unit");

		const browser = await signedInBrowser(product, anna);
		const whats = async (query: string) => {
			const page = await browser.get(`/administration/log?${query}`);
			expect(page.status).toBe(200);
			return [...page.body.matchAll(/<th role="rowheader"[^>]*>([^<]*)/g)].map((match) => match[1]);
		};
		expect(await whats("from=2026-01-11&to=2026-01-11")).toEqual(["Laget et tilgangstoken", "Trakk tilbake en lenke"]);
		expect(await whats("q=anna&to=2026-01-12")).toEqual(["Trakk tilbake en lenke", "Sendte en lenke for svar"]);
		expect(await whats("q=100%25&to=2026-01-12")).toHaveLength(2);
		expect(await whats("q=l_d&to=2026-01-12")).toEqual([]);
		expect(await whats("kind=access-token&to=2026-01-12")).toEqual(["Laget et tilgangstoken"]);
		expect(await whats("verb=link.issue")).toEqual(["Sendte en lenke for svar"]);
		expect(await whats("from=tull&to=2026-99-99&after=!!!&verb=' or 1=1")).toEqual([]);

		// One form asks for all of it, and a period without entries is told from a log without any.
		const period = (await browser.get("/administration/log?q=anna&from=2026-01-11&to=2026-01-11")).body;
		expect(period.match(/role="search"/g)).toHaveLength(1);
		for (const name of ["from", "to"])
			expect(period).toMatch(new RegExp(`<input[^>]*type="date"[^>]*name="${name}"[^>]*value="2026-01-11"`));
		expect((await browser.get("/administration/log?from=2001-01-01&to=2001-01-02")).body).toContain("Ingen treff");

		const first = await browser.get("/administration/log?verb=unit.change");
		const next =
			/href="(\/administration\/log\?[^"]*after=[^"]*)"/.exec(first.body)?.[1]?.replaceAll("&amp;", "&") ?? "";
		const rows = (body: string) => [...body.matchAll(/<th role="rowheader"/g)].length;
		expect([rows(first.body), rows((await browser.get(next)).body)]).toEqual([50, 10]);

		const file = await product.fetch(
			new Request(`${product.url}/administration/log/export?q=anna&to=2026-01-12`, {
				headers: { Cookie: `session=${browser.cookie("session")}` },
			}),
		);
		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.load(await file.arrayBuffer());
		expect(workbook.getWorksheet("Logg")?.rowCount).toBe(3);
		expect((await browser.get("/administration/log?verb=log.export")).body).toContain("Hentet ut loggen");
	});

	it("is the represented organisation's only", async () => {
		const [one, other] = [await makeActor(database), await makeActor(database, { name: "Fremmed Fugl" })];
		await database.commanding(other, async (work) =>
			done(await record(work, { verb: "unit.change", objectKind: "unit", objectId: null })),
		);
		// What the reader did elsewhere is theirs to see, but not as part of this organisation's log.
		const elsewhere = { ...one, organisationId: other.organisationId, name: "Meg Et Annet Sted" };
		await database.commanding(elsewhere, async (work) =>
			done(await record(work, { verb: "unit.change", objectKind: "unit", objectId: null })),
		);
		const page = await (await signedInBrowser(product, one)).get("/administration/log");
		expect(page.status).toBe(200);
		expect(page.body).not.toContain("Fremmed Fugl");
		expect(page.body).not.toContain("Meg Et Annet Sted");
	});
});

describe("what a line of the log names", () => {
	const text = (html: string) => html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");

	/** The lines of the log, each as the text of its cells and the addresses in it. */
	async function lines(browser: TestBrowser, path: string): Promise<{ cells: string[]; links: string[] }[]> {
		const { body } = await browser.get(path);
		return [...body.matchAll(/<tr role="row"[^>]*>(.*?)<\/tr>/gs)]
			.map(([, row = ""]) => ({
				cells: [...row.matchAll(/<t[hd] role="(?:rowheader|cell)"[^>]*>(.*?)<\/t[hd]>/gs)].map((cell) =>
					text(cell[1] ?? "").trim(),
				),
				links: [...row.matchAll(/href="([^"]*)"/g)].map((link) => link[1] ?? ""),
			}))
			.filter(({ cells }) => cells.length > 0);
	}

	it("is the object and the person, each with its page, for those who may see them", async () => {
		const organisation = await makeOrganisation(database, { name: "Navngitt kommune" });
		const reader = await makeActor(database, { organisation, name: "Leser Leseth" });
		const colleague = await makeActor(database, { organisation, name: "Kollega Kolstad" });
		const waiting = await makeMembership(database, { organisation, name: "Uten Konto" });
		const stranger = await makeActor(database, { name: "Hemmelig Fra Et Annet Sted" });
		await database.commanding(reader, async (work) => {
			const at = (seconds: number) => ({ ...work, now: new Date(work.now.getTime() + seconds * 1000) });
			const about = (aboutPersonId: string, objectId: string | null) =>
				({ verb: "membership.change", objectKind: "membership", objectId, aboutPersonId }) as const;
			await record(at(1), about(colleague.personId, colleague.membershipIds[0] ?? ""));
			await record(at(2), { verb: "membership.add", objectKind: "membership", objectId: waiting });
			await record(at(3), about(stranger.personId, stranger.membershipIds[0] ?? ""));
			await record(at(4), { verb: "session.begin", objectKind: "organisation", objectId: organisation.id });
			await record(at(5), {
				verb: "provider.switch-off",
				objectKind: "provider",
				objectId: null,
				detail: { provider: "feide" },
			});
			return done(undefined);
		});
		const browser = await signedInBrowser(product, reader);
		const shown = await lines(browser, "/administration/log");
		const cells = shown.map((line) => line.cells.slice(3));
		expect(cells.slice(0, 5)).toEqual([
			["– Ingen", "Innloggingstjeneste: feide"],
			["– Ingen", "Navngitt kommune Bare denne"],
			["Noen du ikke har tilgang til å se", "Rolle i organisasjonen"],
			["Uten Konto", "Uten Konto Bare denne"],
			["Kollega Kolstad", "Kollega Kolstad Bare denne"],
		]);
		expect(shown[4]?.links).toEqual([
			`/people/${colleague.membershipIds[0]}`,
			`/people/${colleague.membershipIds[0]}`,
			`/administration/log?object=${colleague.membershipIds[0]}`,
		]);
		expect(JSON.stringify(shown)).not.toContain("Hemmelig");

		const narrowed = await browser.get(`/administration/log?object=${waiting}&from=2020-01-01`);
		expect(narrowed.body).toContain("Du ser bare det som gjelder Uten Konto.");
		expect(narrowed.body).toContain('href="/administration/log?from=2020-01-01"');
		expect(await lines(browser, `/administration/log?object=${waiting}`)).toHaveLength(1);
		expect(await lines(browser, "/administration/log?q=uten+konto")).toHaveLength(1);
		const ofColleague = await lines(browser, `/administration/log?person=${colleague.personId}`);
		expect(ofColleague.map((line) => line.cells[3])).toEqual(["Kollega Kolstad"]);
		// Neither an object nor a person of somebody else leads to a line or a name.
		for (const query of [`object=${stranger.membershipIds[0]}&from=2999-01-01`, `person=${newId()}`]) {
			const nothing = await browser.get(`/administration/log?${query}`);
			expect(nothing.body).toContain("Du ser bare det som gjelder én person eller ett objekt.");
			expect(nothing.body).not.toContain("Hemmelig");
		}
	});

	it("leaves as Excel with the same names, and hides the same", async () => {
		const organisation = await makeOrganisation(database);
		const reader = await makeActor(database, { organisation, roles: ["manager"] });
		const colleague = await makeActor(database, { organisation, name: "Kari Kollega" });
		const stranger = await makeActor(database, { name: "Ola Ukjent" });
		await database.commanding(reader, async (work) => {
			for (const { personId, membershipIds } of [colleague, stranger])
				await record(work, {
					...{ verb: "membership.change", objectKind: "membership", objectId: membershipIds[0] ?? null },
					aboutPersonId: personId,
				});
			return done(undefined);
		});
		const browser = await signedInBrowser(product, reader);
		const file = await product.fetch(
			new Request(`${product.url}/administration/log/export?verb=membership.change`, {
				headers: { Cookie: `session=${browser.cookie("session")}` },
			}),
		);
		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.load(await file.arrayBuffer());
		const about = workbook.getWorksheet("Logg")?.getColumn(4).values.slice(2).sort();
		expect(about).toEqual(["Kari Kollega", "Noen du ikke har tilgang til å se"]);
	});

	it("says in one's own log that it is about oneself, and names no colleague one may not see", async () => {
		const organisation = await makeOrganisation(database);
		const [me, other] = [
			await makeActor(database, { organisation, name: "Meg Selv", roles: ["student"] }),
			await makeActor(database, { organisation, name: "En Medstudent", roles: ["student"] }),
		];
		const operator = await makeActor(database, {
			organisation: { id: operatorOrganisationId, name: "Drift", kind: "operator" },
		});
		const write = (actor: PersonActor, personId: string) =>
			database.commanding(actor, async (work) =>
				done(
					await record(work, {
						...{ verb: "membership.verify", objectKind: "membership", objectId: null },
						aboutPersonId: personId,
					}),
				),
			);
		await write(operator, me.personId);
		await write(me, other.personId);
		const shown = await lines(await signedInBrowser(product, me), "/profile/log");
		const abouts = shown.filter(({ cells }) => cells[0] === "Bekreftet en persons rolle").map(({ cells }) => cells[3]);
		expect(abouts.sort()).toEqual(["Meg Selv", "Noen du ikke har tilgang til å se"]);
		expect(JSON.stringify(shown)).not.toContain("En Medstudent");
	});
});
