import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { TestBrowser } from "../../../test/browser.ts";
import { openTestDatabase } from "../../../test/database.ts";
import { makeActor } from "../../../test/make.ts";
import { openProduct, signedInBrowser } from "../../../test/product.ts";
import { newId } from "../../database/work.server.ts";
import { operatorOrganisationId, type PersonActor, system } from "../../identity/actor.ts";
import { done } from "../../outcome.ts";
import { defineNotice } from "../kind.ts";
import { listNoticeKinds, registerNotices } from "../registry.server.ts";
import { noticeRoutes } from "../routes.ts";
import { mailTo, notify } from "../service.server.ts";
import { listPreferences } from "../store.server.ts";

const database = await openTestDatabase();
const product = await openProduct(database, noticeRoutes);

const detail = z.object({ who: z.string() });
const words = { title: ({ who }: { who: string }) => `${who} spør` };
const asked = defineNotice({
	...{ kind: "pages.asked", detail, text: { nb: words, nn: words, en: words } },
	name: { nb: "Noen spør deg", nn: "Nokon spør deg", en: "Someone asks you" },
});
const others = listNoticeKinds();
registerNotices([...others, asked]);
afterAll(() => registerNotices(others));

async function tell(to: PersonActor, who: string) {
	await database.commanding(to, async (work) =>
		done(await notify(work, { kind: asked, personIds: [to.personId], detail: { who }, link: "/profile/notices" })),
	);
}

async function idsOf(actor: PersonActor): Promise<string[]> {
	const rows = await database.reading(actor, (work) =>
		work.db.selectFrom("notice.notice").select("id").where("person_id", "=", actor.personId).orderBy("id").execute(),
	);
	return rows.map((row) => row.id);
}

describe("the inbox", () => {
	it("shows what is unread, opens it where it leads, and counts it in the header", async () => {
		const actor = await makeActor(database);
		const browser = await signedInBrowser(product, actor);
		expect((await browser.get("/inbox")).body).toContain("Innboksen er tom");
		await tell(actor, "Stjørdal <b>");
		await tell(actor, "Levanger");
		const page = await browser.get("/inbox");
		expect(page.body).toContain("Stjørdal &lt;b&gt; spør");
		expect(page.body).toContain('<span class="visually-hidden">2 uleste</span>');
		const [first = ""] = await idsOf(actor);
		const opened = await browser.post("/inbox", { what: "open", notice: first });
		expect(opened.url).toBe(`${product.url}/profile/notices`);
		expect((await browser.get("/inbox")).body).toContain('<span class="visually-hidden">1 ulest</span>');
		const all = await browser.post("/inbox", { what: "all" });
		expect(all.body).toContain("Du har lest alt.");
		expect(all.body).not.toContain("shell-count");
	});

	it("answers a notice of somebody else as one that is not there", async () => {
		const [actor, other] = [await makeActor(database), await makeActor(database)];
		await tell(other, "Verdal");
		const browser = await signedInBrowser(product, actor);
		const [theirs = ""] = await idsOf(other);
		for (const notice of [theirs, newId(), "x"])
			for (const what of ["open", "read"]) expect((await browser.once("/inbox", { what, notice })).status).toBe(404);
		expect((await (await signedInBrowser(product, other)).get("/inbox")).body).toContain("1 ulest");
	});

	it("is paged, newest first, and a made-up place in it is its beginning", async () => {
		const actor = await makeActor(database);
		const browser = await signedInBrowser(product, actor);
		for (let count = 1; count <= 31; count++) await tell(actor, `Nummer ${count}.`);
		const first = await browser.get("/inbox");
		expect(first.body).toContain("Nummer 31. spør");
		expect(first.body).not.toContain("Nummer 1. spør");
		const older = /href="(\/inbox\?after=[^"]+)"/.exec(first.body)?.[1] ?? "";
		const second = await browser.get(older);
		expect(second.body).toContain("Nummer 1. spør");
		expect(second.body).not.toContain("Nummer 2. spør");
		expect((await browser.get("/inbox?after=1.x")).body).toContain("Nummer 31. spør");
	});
});

describe("the preferences", () => {
	it("keep what the person chose, and nothing that is no choice", async () => {
		const actor = await makeActor(database);
		const browser = await signedInBrowser(product, actor);
		const saved = await browser.post("/profile/notices", { "pages.asked": "daily", "pages.other": "now", x: "often" });
		expect(saved.body).toContain("Valgene dine er lagret.");
		const chosen = await database.reading(actor, (work) => listPreferences(work, actor.personId));
		expect([...chosen]).toEqual([["pages.asked", "daily"]]);
		expect(saved.body).toMatch(/<input[^>]*(checked=""[^>]*value="daily"|value="daily"[^>]*checked="")/);
	});

	it("show a calendar address once, and delete it", async () => {
		const actor = await makeActor(database);
		const browser = await signedInBrowser(product, actor);
		const made = await browser.post("/profile/notices", { what: "renew-calendar" });
		const address = /http:\/\/localhost:39999(\/calendar\/[\w-]{43}\.ics)/.exec(made.body)?.[1] ?? "";
		expect((await browser.get("/profile/notices")).body).not.toContain(address);
		const anyone = new TestBrowser(product);
		const feed = await anyone.get(address);
		expect([feed.status, feed.headers.get("Content-Type")]).toEqual([200, "text/calendar; charset=utf-8"]);
		expect(feed.body).toContain("BEGIN:VCALENDAR");
		await browser.post("/profile/notices", { what: "revoke-calendar" });
		const unknown = [address, "/calendar/x.ics", `/calendar/${"a".repeat(43)}.ics`];
		for (const path of unknown) expect((await anyone.get(path)).status).toBe(404);
	});

	it("makes guessing calendar addresses slow", async () => {
		const guesser = new TestBrowser(product, "192.0.2.77");
		let last = 0;
		for (let guess = 0; guess < 25; guess++)
			last = (await guesser.get(`/calendar/${String(guess).padStart(43, "b")}.ics`)).status;
		expect(last).toBe(429);
	});
});

describe("the mail that needs attention", () => {
	const name = "Drift av Læringsarena";
	const operatorOrganisation = { id: operatorOrganisationId, name, kind: "operator" };

	async function stuckMail(state: string): Promise<string> {
		const actor = await makeActor(database);
		const mail = { recipient: "noen@example.no", subject: `Sak ${newId()}`, body: "Hei" };
		const posted = await database.commanding(actor, async (work) => done(await mailTo(work, mail)));
		const id = posted.done ?? "";
		await database.commanding(system("test"), async (work) =>
			done(await work.db.updateTable("notice.mail").set({ state }).where("id", "=", id).execute()),
		);
		return id;
	}

	async function stateOf(id: string): Promise<string | undefined> {
		const row = await database.reading(system("test"), (work) =>
			work.db.selectFrom("notice.mail").select("state").where("id", "=", id).executeTakeFirst(),
		);
		return row?.state;
	}

	it("is shown to an administrator of the operator, who decides", async () => {
		const operator = await signedInBrowser(product, await makeActor(database, { organisation: operatorOrganisation }));
		const [first, second] = [await stuckMail("uncertain"), await stuckMail("failed")];
		expect((await operator.get("/inbox")).body).toContain("E-post trenger tilsyn");
		const page = await operator.get("/administration/mail");
		expect(page.body).toContain("noen@example.no");
		await operator.post("/administration/mail", { what: "again", mail: first });
		await operator.post("/administration/mail", { what: "drop", mail: second });
		expect([await stateOf(first), await stateOf(second)]).toEqual(["waiting", "dropped"]);
		expect((await operator.once("/administration/mail", { what: "drop", mail: second })).status).toBe(422);
		const held = await stuckMail("held");
		await operator.post("/administration/mail", { what: "held" });
		expect(await stateOf(held)).toBe("waiting");
	});

	it("is not there for anybody else", async () => {
		const mail = await stuckMail("failed");
		const administrator = await makeActor(database);
		const clerk = await makeActor(database, { organisation: operatorOrganisation, roles: ["employee"] });
		for (const actor of [administrator, clerk]) {
			const browser = await signedInBrowser(product, actor);
			expect((await browser.get("/administration/mail")).status).toBe(404);
			for (const what of ["again", "drop", "held"])
				expect((await browser.once("/administration/mail", { what, mail })).status).toBe(404);
			expect((await browser.get("/inbox")).body).not.toContain("E-post trenger tilsyn");
		}
		const nobody = await new TestBrowser(product).once("/administration/mail");
		expect(nobody.headers.get("Location")).toContain("/sign-in");
		expect(await stateOf(mail)).toBe("failed");
	});
});
