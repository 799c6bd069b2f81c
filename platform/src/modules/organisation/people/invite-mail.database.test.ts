import { expect, it, onTestFinished } from "vitest";
import { TestBrowser } from "../../../../test/browser.ts";
import { openTestDatabase } from "../../../../test/database.ts";
import { startMailServer } from "../../../../test/mail.ts";
import { makeActor, makeMembership, makeOrganisation } from "../../../../test/make.ts";
import { openProduct, signedInBrowser } from "../../../../test/product.ts";
import { eventually, workOn } from "../../../../test/worker.ts";
import { identityRoutes } from "../../../identity/routes.ts";
import { noticeSweeps, noticeTasks } from "../../../notice/tasks.server.ts";
import { organisationRoutes } from "../routes.ts";

const database = await openTestDatabase();
const url = "http://localhost:39987";
const from = "Læringsarena <ikke-svar@example.no>";
const server = await startMailServer();
const product = await openProduct(
	database,
	[...identityRoutes, ...organisationRoutes.filter((route) => route.path === "people/:membershipId/invite")],
	{ url, mail: { from, smtpUrl: server.url } },
);

it("mails the invitation once, to the person alone, with a link that works", async () => {
	onTestFinished(() => server.close());
	const organisation = await makeOrganisation(database, { name: "Ås kommune" });
	const administrator = await makeActor(database, { organisation, name: "Åse Administrator" });
	const email = "kari@example.no";
	const id = await makeMembership(database, { organisation, name: "Kari", email, role: "supervisor" });
	const browser = await signedInBrowser(product, administrator);
	const page = await browser.post(`/people/${id}/invite`, { reason: "Vi trenger deg <b>som</b> veileder." });
	expect(page.status).toBe(201);
	const link = /\/link\/[A-Za-z0-9_-]{43}/.exec(page.body)?.[0] ?? "";
	expect(link).not.toBe("");
	await workOn(
		database,
		{ tasks: noticeTasks, sweeps: noticeSweeps },
		{ env: { LAERINGSARENA_SMTP_URL: server.url, LAERINGSARENA_URL: url, LAERINGSARENA_MAIL_FROM: from } },
	);
	const mail = await eventually(async () => server.received[0]);
	expect(mail).toMatchObject({ to: [email], from: "ikke-svar@example.no" });
	expect(mail.subject).toContain("Ås kommune");
	expect(mail.text).toContain("Vi trenger deg <b>som</b> veileder.");
	expect(mail.text).toContain(`${url}${link}`);
	expect(mail.html).toContain(`href="${url}${link}"`);
	expect(mail.html).not.toContain("<b>som</b>");
	const stranger = new TestBrowser(product);
	const opened = await stranger.get(link);
	expect(opened.status).toBe(200);
	for (const words of ["Åse Administrator", "Ås kommune", "Vi trenger deg"]) expect(opened.body).toContain(words);

	// Invited again, there is one more mail, and the link in the first no longer works.
	await browser.post(`/people/${id}/invite`, { reason: "En gang til." });
	const again = await eventually(async () => server.received[1]);
	expect(again.messageId).not.toBe(mail.messageId);
	expect((await new TestBrowser(product).get(link)).status).toBe(410);
	const next = /\/link\/[A-Za-z0-9_-]{43}/.exec(again.text)?.[0] ?? "";
	expect((await new TestBrowser(product).get(next)).status).toBe(200);
	// What is refused is not mailed.
	const refused = await browser.post(`/people/${id}/invite`, { reason: "" });
	expect(refused.status).toBe(422);
	expect(server.received).toHaveLength(2);
});
