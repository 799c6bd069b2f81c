import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { openTestDatabase } from "../../test/database.ts";
import { makeActor, makeOrganisation } from "../../test/make.ts";
import { eventually, testContext, workOn } from "../../test/worker.ts";
import { newId } from "../database/work.server.ts";
import { nobody, type PersonActor, system } from "../identity/actor.ts";
import { done, refused } from "../outcome.ts";
import { deliverNotice, sendDigests, tellReminders } from "./deliver.server.ts";
import { defineNotice, type Frequency } from "./kind.ts";
import { listNoticeKinds, registerNotices } from "./registry.server.ts";
import {
	choosePreferences,
	notify,
	readAllNotices,
	readNotice,
	remind,
	settleReminders,
	unreadCount,
} from "./service.server.ts";
import { listNotices, listPreferences } from "./store.server.ts";
import { noticeTasks } from "./tasks.server.ts";

const database = await openTestDatabase();
const context = testContext(database);

const detail = z.object({ who: z.string() });
type Detail = z.infer<typeof detail>;
const said = {
	nb: { title: ({ who }: Detail) => `${who} spør`, body: ({ who }: Detail) => `${who} venter på svar.` },
	nn: { title: ({ who }: Detail) => `${who} spør deg`, body: ({ who }: Detail) => `${who} ventar på svar.` },
	en: { title: ({ who }: Detail) => `${who} asks`, body: ({ who }: Detail) => `${who} waits for an answer.` },
};
const name = { nb: "Spørsmål", nn: "Spørsmål", en: "Questions" };
const asked = defineNotice({ kind: "test.asked", detail, name, text: said });
const moved = defineNotice({ kind: "test.moved", detail, name, text: said, frequency: "daily" });
const others = listNoticeKinds();
registerNotices([...others, asked, moved]);
afterAll(() => registerNotices(others));

/** Tells someone, and does at once what the worker would do next. */
async function tell(from: PersonActor, to: PersonActor, kind: typeof asked, who: string): Promise<string> {
	await database.commanding(from, async (work) =>
		done(await notify(work, { kind, personIds: [to.personId], detail: { who }, link: "/answers/1" })),
	);
	const notice = (await inbox(to))[0];
	if (!notice) throw new Error("no notice");
	await deliverNotice(context, notice.organisationId, notice.id);
	return notice.id;
}

function inbox(actor: PersonActor) {
	return database.reading(actor, (work) => listNotices(work, actor.personId, { before: null, size: 50 }));
}

/** The mails to a person, oldest first. */
function mailsTo(actor: PersonActor) {
	return database.reading(system("test"), (work) =>
		work.db
			.selectFrom("notice.mail")
			.select(["subject", "body", "language", "state", "person_id as personId"])
			.where("person_id", "=", actor.personId)
			.orderBy("created_at")
			.orderBy("id")
			.execute(),
	);
}

async function choose(actor: PersonActor, kind: string, frequency: Frequency) {
	await database.commanding(actor, (work) => choosePreferences(work, actor.personId, new Map([[kind, frequency]])));
}

function at(moment: string) {
	database.setNow(moment);
	onTestFinished(() => database.setNow(null));
}

describe("a notice", () => {
	it("stands in the inbox of those told, once each, if the transaction is kept", async () => {
		const sender = await makeActor(database);
		const [first, second] = [await makeActor(database), await makeActor(database)];
		const personIds = [first.personId, second.personId, first.personId];
		await database.commanding(sender, async (work) =>
			done(await notify(work, { kind: asked, personIds, detail: { who: "Stjørdal" }, link: "/answers/1" })),
		);
		await database.commanding(sender, async (work) => {
			await notify(work, { kind: asked, personIds, detail: { who: "Ingen" } });
			return refused("undone");
		});
		for (const actor of [first, second])
			expect(await inbox(actor)).toMatchObject([{ kind: "test.asked", detail: { who: "Stjørdal" }, readAt: null }]);
		expect(await inbox(sender)).toEqual([]);
		expect(asked.tell("en", { who: "Stjørdal" })).toEqual({
			title: "Stjørdal asks",
			body: "Stjørdal waits for an answer.",
		});
	});

	it("leads nowhere but to this site, and says only what its kind can say", async () => {
		const sender = await makeActor(database);
		const personIds = [sender.personId];
		for (const link of ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "answers/1"])
			await expect(
				database.commanding(sender, async (work) =>
					done(await notify(work, { kind: asked, personIds, detail: { who: "x" }, link })),
				),
			).rejects.toThrow();
		await expect(
			database.commanding(nobody, async (work) =>
				done(await notify(work, { kind: asked, personIds, detail: { who: "x" } })),
			),
		).rejects.toThrow();
		expect(asked.tell("nb", { other: 1 })).toBeNull();
	});

	it("is counted and read by the person it is to, and by nobody else", async () => {
		const [sender, reader] = [await makeActor(database), await makeActor(database)];
		const first = await tell(sender, reader, asked, "Levanger");
		await tell(sender, reader, asked, "Verdal");
		const unread = () => database.reading(reader, unreadCount);
		expect(await unread()).toBe(2);
		const stolen = await database.commanding(sender, (work) => readNotice(work, first));
		expect(stolen.refused).toMatchObject([{ code: "notice-missing" }]);
		expect(await database.commanding(reader, (work) => readNotice(work, first))).toEqual(done("/answers/1"));
		expect(await unread()).toBe(1);
		await database.commanding(sender, readAllNotices);
		expect(await unread()).toBe(1);
		await database.commanding(reader, readAllNotices);
		expect(await unread()).toBe(0);
	});

	it("is paged without losing or repeating any", async () => {
		const [sender, reader] = [await makeActor(database), await makeActor(database)];
		at("2026-03-01T10:00:00Z");
		const people = [reader.personId];
		for (let count = 0; count < 5; count++)
			await database.commanding(sender, async (work) =>
				done(await notify(work, { kind: asked, personIds: people, detail: { who: String(count) } })),
			);
		const page = (before: { at: Date; id: string } | null) =>
			database.reading(reader, (work) => listNotices(work, reader.personId, { before, size: 2 }));
		const seen: string[] = [];
		let before: { at: Date; id: string } | null = null;
		for (;;) {
			const rows: Awaited<ReturnType<typeof page>> = await page(before);
			const last = rows.at(-1);
			if (!last) break;
			seen.push(...rows.map((row) => JSON.stringify(row.detail)));
			before = { at: last.createdAt, id: last.id };
		}
		expect(seen).toEqual(["4", "3", "2", "1", "0"].map((who) => JSON.stringify({ who })));
	});
});

describe("mail of notices", () => {
	it("goes out as its kind says until a person has chosen, in the person's language, and once", async () => {
		const [sender, reader] = [await makeActor(database), await makeActor(database)];
		await database.commanding(system("test"), async (work) =>
			done(
				await work.db
					.updateTable("identity.person")
					.set({ language: "nn" })
					.where("id", "=", reader.personId)
					.execute(),
			),
		);
		const id = await tell(sender, reader, asked, "Frosta");
		await tell(sender, reader, moved, "Frosta");
		await deliverNotice(context, sender.organisationId ?? "", id);
		expect(await mailsTo(reader)).toEqual([
			{
				subject: "Frosta spør deg",
				body: "Frosta ventar på svar.\n\n[Opne i Læringsarena](/answers/1)",
				language: "nn",
				state: "waiting",
				personId: reader.personId,
			},
		]);
	});

	it("follows what the person chose", async () => {
		const [sender, reader] = [await makeActor(database), await makeActor(database)];
		await choose(reader, "test.asked", "never");
		await choose(reader, "test.moved", "now");
		await choose(reader, "test.unknown", "now");
		await tell(sender, reader, asked, "Inderøy");
		await tell(sender, reader, moved, "Steinkjer");
		expect((await mailsTo(reader)).map((mail) => mail.subject)).toEqual(["Steinkjer spør"]);
		const chosen = await database.reading(reader, (work) => listPreferences(work, reader.personId));
		expect([...chosen].sort()).toEqual([
			["test.asked", "never"],
			["test.moved", "now"],
		]);
		expect(await inbox(reader)).toHaveLength(2);
	});

	it("is not written to those without an address or with a closed account", async () => {
		const sender = await makeActor(database);
		const [homeless, gone] = [await makeActor(database), await makeActor(database)];
		await database.commanding(system("test"), async (work) => {
			const people = work.db.updateTable("identity.person");
			await people.set({ email: null }).where("id", "=", homeless.personId).execute();
			await people.set({ deactivated_at: work.now }).where("id", "=", gone.personId).execute();
			return done(undefined);
		});
		for (const reader of [homeless, gone]) {
			await tell(sender, reader, asked, "Snåsa");
			expect(await mailsTo(reader)).toEqual([]);
			expect(await inbox(reader)).toHaveLength(1);
		}
	});

	it("is gathered into one a day, at seven, of what is not read by then", async () => {
		const [sender, reader] = [await makeActor(database), await makeActor(database)];
		at("2026-02-10T14:00:00Z");
		await tell(sender, reader, moved, "Namsos");
		const read = await tell(sender, reader, moved, "Grong");
		await tell(sender, reader, moved, "Høylandet");
		await database.commanding(reader, (work) => readNotice(work, read));
		await sendDigests(context);
		expect(await mailsTo(reader)).toEqual([]);

		database.setNow("2026-02-11T06:00:00Z");
		await tell(sender, reader, moved, "Overhalla");
		database.setNow("2026-02-11T06:03:00Z");
		await Promise.all([sendDigests(context), sendDigests(context)]);
		await sendDigests(context);
		expect(await mailsTo(reader)).toMatchObject([
			{
				subject: "2 nye varsler i Læringsarena",
				body: [
					"Siden sist har du fått 2 varsler:",
					"[Namsos spør](/answers/1)",
					"[Høylandet spør](/answers/1)",
					"[Åpne innboksen](/inbox)",
				].join("\n\n"),
			},
		]);

		database.setNow("2026-02-12T06:03:00Z");
		await sendDigests(context);
		expect((await mailsTo(reader)).map((mail) => mail.subject)).toEqual([
			"2 nye varsler i Læringsarena",
			"1 nytt varsel i Læringsarena",
		]);
	});

	it("leaves out of the daily one what the person has since chosen never to get", async () => {
		const [sender, reader] = [await makeActor(database), await makeActor(database)];
		at("2026-02-10T14:00:00Z");
		await tell(sender, reader, moved, "Flatanger");
		await choose(reader, "test.moved", "never");
		database.setNow("2026-02-11T08:00:00Z");
		await sendDigests(context);
		await choose(reader, "test.moved", "daily");
		await sendDigests(context);
		expect(await mailsTo(reader)).toEqual([]);
	});

	it("is written by the worker, without anybody asking", async () => {
		await workOn(database, { tasks: noticeTasks });
		const [sender, reader] = [await makeActor(database), await makeActor(database)];
		await database.commanding(sender, async (work) =>
			done(await notify(work, { kind: asked, personIds: [reader.personId], detail: { who: "Meråker" } })),
		);
		const mails = await eventually(async () => {
			const found = await mailsTo(reader);
			return found[0]?.state === "held" ? found : null;
		});
		expect(mails).toMatchObject([{ subject: "Meråker spør" }]);
	});
});

describe("a reminder", () => {
	async function remindOf(sender: PersonActor, reader: PersonActor, objectId: string, dueAt: string) {
		await database.commanding(sender, async (work) =>
			done(
				await remind(work, {
					...{ kind: asked, personIds: [reader.personId], detail: { who: "Selbu" }, link: "/answers/2" },
					...{ dueAt: new Date(dueAt), objectKind: "test", objectId },
				}),
			),
		);
	}

	it("becomes a notice when it is due, once", async () => {
		const [sender, reader] = [await makeActor(database), await makeActor(database)];
		at("2026-04-01T08:00:00Z");
		await remindOf(sender, reader, newId(), "2026-04-08T08:00:00Z");
		await tellReminders(context);
		expect(await inbox(reader)).toEqual([]);
		database.setNow("2026-04-08T08:00:00Z");
		await Promise.all([tellReminders(context), tellReminders(context)]);
		await tellReminders(context);
		expect(await inbox(reader)).toMatchObject([{ kind: "test.asked", detail: { who: "Selbu" }, link: "/answers/2" }]);
	});

	it("is never told when what it is about was settled first, by whoever was asked", async () => {
		const [sender, reader] = [await makeActor(database), await makeActor(database)];
		const colleague = await makeActor(database, {
			organisation: await makeOrganisation(database),
		});
		at("2026-04-01T08:00:00Z");
		const [settled, other] = [newId(), newId()];
		await remindOf(sender, reader, settled, "2026-04-08T08:00:00Z");
		await remindOf(sender, reader, other, "2026-04-08T08:00:00Z");
		const object = { objectKind: "test", objectId: settled };
		const settle = () => database.commanding(colleague, async (work) => done(await settleReminders(work, object)));
		expect(await settle()).toEqual(done(1));
		expect(await settle()).toEqual(done(0));
		database.setNow("2026-04-08T08:00:00Z");
		await tellReminders(context);
		expect(await inbox(reader)).toHaveLength(1);
	});

	it("cannot be settled by nobody, nor by a command that is refused", async () => {
		const [sender, reader] = [await makeActor(database), await makeActor(database)];
		const objectId = newId();
		await remindOf(sender, reader, objectId, "2020-01-01T00:00:00Z");
		const object = { objectKind: "test", objectId };
		expect(await database.commanding(nobody, async (work) => done(await settleReminders(work, object)))).toEqual(
			done(0),
		);
		await database.commanding(reader, async (work) => {
			await settleReminders(work, object);
			return refused("undone");
		});
		await tellReminders(context);
		expect(await inbox(reader)).toHaveLength(1);
	});
});
