import { describe, expect, it, onTestFinished } from "vitest";
import { openTestDatabase } from "../../test/database.ts";
import { startMailServer } from "../../test/mail.ts";
import { makeActor } from "../../test/make.ts";
import { startMortalWorker } from "../../test/mortal.ts";
import { eventually, testContext, workOn } from "../../test/worker.ts";
import { newId } from "../database/work.server.ts";
import { operatorOrganisationId, type PersonActor, system } from "../identity/actor.ts";
import { done } from "../outcome.ts";
import { dropMail, sendHeldMail, sendMailAgain } from "./mail.server.ts";
import { sendMail } from "./outbox.server.ts";
import { mailTo } from "./service.server.ts";
import { countMail, listStuckMail } from "./store.server.ts";
import { noticeSweeps, noticeTasks } from "./tasks.server.ts";

const database = await openTestDatabase();

async function post(actor: PersonActor, subject: string, recipient = "mottaker@example.no"): Promise<string> {
	const outcome = await database.commanding(actor, async (work) =>
		done(await mailTo(work, { recipient, subject, body: "Hei på deg.\n\n[Svar her](/answer/x)" })),
	);
	return outcome.done ?? "";
}

function find(id: string) {
	return database.reading(system("test"), (work) =>
		work.db.selectFrom("notice.mail").selectAll().where("id", "=", id).executeTakeFirstOrThrow(),
	);
}

function inState(id: string, state: string) {
	return eventually(async () => {
		const mail = await find(id);
		return mail.state === state ? mail : null;
	});
}

async function mailServer() {
	const server = await startMailServer();
	onTestFinished(() => server.close());
	return server;
}

function workWith(url: string | null) {
	const env: Record<string, string> = url === null ? {} : { LAERINGSARENA_SMTP_URL: url };
	return workOn(database, { tasks: noticeTasks, sweeps: noticeSweeps }, { env });
}

async function operator() {
	const name = "Drift av Læringsarena";
	return makeActor(database, { organisation: { id: operatorOrganisationId, name, kind: "operator" } });
}

describe("the outbox", () => {
	it("sends what was written in a transaction that was kept, once", async () => {
		const server = await mailServer();
		const actor = await makeActor(database);
		const id = await post(actor, "Kan dere ta imot åtte studenter?");
		await database
			.commanding(actor, async (work) => {
				await mailTo(work, { recipient: "ingen@example.no", subject: "Aldri", body: "Aldri" });
				throw new Error("undone");
			})
			.catch(() => {});
		await workWith(server.url);
		await inState(id, "sent");
		expect(server.received).toMatchObject([
			{
				to: ["mottaker@example.no"],
				subject: "Kan dere ta imot åtte studenter?",
				messageId: `<${id}@localhost>`,
				from: "ikke-svar@localhost",
			},
		]);
		expect(server.received[0]?.text).toContain("Svar her: http://localhost:3000/answer/x");
		expect(server.received[0]?.html).toContain('<a href="http://localhost:3000/answer/x"');
		expect(server.received[0]?.headers.get("auto-submitted")).toBe("auto-generated");
	});

	it("tries again when the server says later, and when there is none", async () => {
		const server = await mailServer();
		server.behave({ how: "refuse", code: 451 });
		await workWith(server.url);
		const id = await post(await makeActor(database), "Senere");
		await eventually(async () => (await find(id)).attempts >= 2);
		expect((await find(id)).fault).toBe("RCPT TO 451");
		server.behave({ how: "accept" });
		await inState(id, "sent");
		expect(server.received.map((mail) => mail.subject)).toEqual(["Senere"]);
	});

	it("waits while no server answers", async () => {
		const gone = await startMailServer();
		await gone.close();
		const worker = await workWith(gone.url);
		const id = await post(await makeActor(database), "Ingen hjemme");
		const tried = await eventually(async () => {
			const mail = await find(id);
			return mail.attempts >= 2 && mail.state === "waiting" ? mail : null;
		});
		expect(tried.fault).toBe("ESOCKET ECONNREFUSED");
		await worker.stop();
	});

	it("gives up at once, with the reason, when the server says never", async () => {
		const server = await mailServer();
		server.behave({ how: "refuse", code: 550 });
		await workWith(server.url);
		const id = await post(await makeActor(database), "Avvist");
		expect(await inState(id, "failed")).toMatchObject({ attempts: 1, fault: "RCPT TO 550" });
	});

	it("does not know what became of a mail the server hung up on, and does not send it again by itself", async () => {
		const server = await mailServer();
		server.behave({ how: "hang-up" });
		await workWith(server.url);
		const actor = await makeActor(database);
		const id = await post(actor, "Usikker");
		const stuck = await inState(id, "uncertain");
		expect(stuck.fault).not.toBeNull();
		server.behave({ how: "accept" });
		await inState(await post(actor, "Etterpå"), "sent");
		expect(server.received.map((mail) => mail.subject)).toEqual(["Usikker", "Etterpå"]);
	});

	it("keeps what the sender was killed in the middle of, sends it never by itself, and again when told to", async () => {
		const server = await mailServer();
		server.behave({ how: "silent" });
		const id = await post(await makeActor(database), "Midt i");
		const { child, ended } = startMortalWorker(database, null, { LAERINGSARENA_SMTP_URL: server.url });
		await eventually(async () => server.received.length === 1);
		child.kill("SIGKILL");
		expect(await ended).toBe("SIGKILL");
		expect(await find(id)).toMatchObject({ state: "sending", attempts: 1 });

		server.behave({ how: "accept" });
		await workWith(server.url);
		expect(await inState(id, "uncertain")).toMatchObject({ fault: "the sender died" });
		// Whatever is left of it on the queue comes to nothing.
		await sendMail(testContext(database, { LAERINGSARENA_SMTP_URL: server.url }), (await find(id)).organisation_id, id);
		expect(server.received).toHaveLength(1);

		const operating = await operator();
		expect(await database.commanding(operating, (work) => sendMailAgain(work, id))).toEqual(done(undefined));
		await inState(id, "sent");
		expect(server.received.map((mail) => mail.messageId)).toEqual([`<${id}@localhost>`, `<${id}@localhost>`]);
	});

	it("sends nothing twice from two senders", async () => {
		const server = await mailServer();
		const actor = await makeActor(database);
		await workWith(server.url);
		await workWith(server.url);
		const subjects = Array.from({ length: 60 }, (_, index) => `Sak ${index + 1}`);
		const ids = await Promise.all(subjects.map((subject) => post(actor, subject)));
		const contexts = [1, 2].map(() => ({
			...testContext(database, { LAERINGSARENA_SMTP_URL: server.url }),
			workerId: newId(),
		}));
		// The same task twice at once, as a queue may deliver it.
		await Promise.all(
			ids.slice(0, 10).flatMap((id) => contexts.map((context) => sendMail(context, actor.organisationId, id))),
		);
		await Promise.all(ids.map((id) => inState(id, "sent")));
		expect(server.received.map((mail) => mail.subject).sort()).toEqual(subjects.sort());
	});

	it("holds mail while no server is set up, and sends it when told to", async () => {
		const silent = await workWith(null);
		const id = await post(await makeActor(database), "Tilbakeholdt");
		await inState(id, "held");
		await silent.stop();
		const server = await mailServer();
		await workWith(server.url);
		const operating = await operator();
		expect((await database.reading(operating, countMail)).get("held")).toBe(1);
		expect(await database.commanding(operating, sendHeldMail)).toEqual(done(1));
		await inState(id, "sent");
	});

	it("is for the operator alone to see and to decide on", async () => {
		const silent = await workWith(null);
		const actor = await makeActor(database);
		const id = await post(actor, "Andres sak");
		await inState(id, "held");
		await silent.stop();
		const page = { offset: 0, size: 50, state: undefined };
		expect(await database.reading(actor, (work) => listStuckMail(work, page))).toEqual([]);
		for (const verb of [sendMailAgain, dropMail])
			expect((await database.commanding(actor, (work) => verb(work, id))).refused).toMatchObject([
				{ code: "mail-missing" },
			]);
		const operating = await operator();
		const seen = await database.reading(operating, (work) => listStuckMail(work, page));
		expect(seen.find((mail) => mail.id === id)).toMatchObject({ subject: "Andres sak", state: "held" });
		expect(await database.commanding(operating, (work) => dropMail(work, id))).toEqual(done(undefined));
		expect((await database.commanding(operating, (work) => sendMailAgain(work, id))).refused).toMatchObject([
			{ code: "mail-moved" },
		]);
		expect((await database.commanding(operating, (work) => dropMail(work, newId()))).refused).toMatchObject([
			{ code: "mail-missing" },
		]);
	});

	it("lets no subject or recipient smuggle in a header or a second recipient", async () => {
		const server = await mailServer();
		await workWith(server.url);
		const actor = await makeActor(database);
		const id = await post(actor, "Hei\r\nBcc: alle@example.no");
		await inState(id, "sent");
		expect(server.received).toMatchObject([{ to: ["mottaker@example.no"], subject: "Hei Bcc: alle@example.no" }]);
		expect(server.received[0]?.headers.has("bcc")).toBe(false);
		await expect(post(actor, "To", "a@example.no, b@example.no")).rejects.toThrow();
	});
});
