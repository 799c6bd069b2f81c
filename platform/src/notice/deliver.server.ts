import { sql } from "kysely";
import type { Work } from "../database/work.server.ts";
import { system } from "../identity/actor.ts";
import { enqueue } from "../job/store.server.ts";
import type { WorkerContext } from "../job/task.server.ts";
import { isLanguage, type Language } from "../language.ts";
import { lastDigestTime } from "./digest-time.ts";
import { isFrequency } from "./kind.ts";
import { linkTo } from "./letter.ts";
import { findNoticeKind } from "./registry.server.ts";
import { standardFrequency } from "./service.server.ts";
import { insertMail, insertNotices } from "./store.server.ts";
import { noticeText } from "./text.ts";

const actor = system("notice");

/** Looks up how the person wants this notice, and mails it at once where that is what they chose. Done once a notice. */
export async function deliverNotice(context: WorkerContext, organisationId: string, id: string): Promise<void> {
	await context.database.commanding(actor, async (work) => {
		const notice = await work.db
			.selectFrom("notice.notice as notice")
			.innerJoin("identity.person as person", "person.id", "notice.person_id")
			.leftJoin("notice.preference as preference", (join) =>
				join.onRef("preference.person_id", "=", "person.id").onRef("preference.kind", "=", "notice.kind"),
			)
			.select(["notice.kind", "notice.detail", "notice.link", "person.id as personId", "person.language"])
			.select(["person.email", "person.deactivated_at as deactivatedAt", "preference.frequency"])
			.where("notice.organisation_id", "=", organisationId)
			.where("notice.id", "=", id)
			.where("notice.frequency", "is", null)
			.executeTakeFirst();
		if (!notice) return { done: undefined };
		const language = isLanguage(notice.language) ? notice.language : "nb";
		const told = findNoticeKind(notice.kind)?.tell(language, notice.detail) ?? null;
		const frequency = isFrequency(notice.frequency) ? notice.frequency : standardFrequency(notice.kind);
		const mailed = frequency === "now" && told !== null && notice.email !== null && notice.deactivatedAt === null;
		const mailId = mailed
			? await mail(work, {
					...{ organisationId, personId: notice.personId, language, recipient: notice.email ?? "" },
					subject: told.title,
					body: [told.body || told.title, linkTo(notice.link ?? "/inbox", noticeText[language].mail.open)].join("\n\n"),
				})
			: null;
		await work.db
			.updateTable("notice.notice")
			.set({ frequency, mailed_by: mailId })
			.where("organisation_id", "=", organisationId)
			.where("id", "=", id)
			.execute();
		return { done: undefined };
	});
}

async function mail(work: Work, letter: Parameters<typeof insertMail>[1]): Promise<string> {
	const id = await insertMail(work, letter);
	await enqueue(work, "mail", { organisationId: letter.organisationId, id });
	return id;
}

/** One mail to each person who wants a daily one, with what has come in until seven this morning and is not yet read. */
export async function sendDigests(context: WorkerContext): Promise<void> {
	const { database } = context;
	const waiting = (work: Work) =>
		work.db
			.selectFrom("notice.notice as notice")
			.innerJoin("identity.person as person", "person.id", "notice.person_id")
			.where("notice.frequency", "=", "daily")
			.where("notice.mailed_by", "is", null)
			.where("notice.read_at", "is", null)
			.where("notice.created_at", "<", lastDigestTime(work.now))
			.where("person.email", "is not", null)
			.where("person.deactivated_at", "is", null);
	const people = await database.reading(actor, (work) => waiting(work).select("person.id").distinct().execute());
	for (const { id: personId } of people)
		await database.commanding(actor, async (work) => {
			const notices = await waiting(work)
				.leftJoin("notice.preference as preference", (join) =>
					join.onRef("preference.person_id", "=", "person.id").onRef("preference.kind", "=", "notice.kind"),
				)
				.where("person.id", "=", personId)
				.select([
					"notice.organisation_id as organisationId",
					"notice.id",
					"notice.kind",
					"notice.detail",
					"notice.link",
				])
				.select(["person.email", "person.language", sql<boolean>`preference.frequency = 'never'`.as("unwanted")])
				.orderBy("notice.created_at")
				.orderBy("notice.id")
				.limit(200)
				.execute();
			const wanted = notices.filter((notice) => !notice.unwanted);
			const mailId = await mailDigest(work, personId, wanted);
			for (const notice of notices)
				await work.db
					.updateTable("notice.notice")
					.set(notice.unwanted ? { frequency: "never" } : { mailed_by: mailId })
					.where("organisation_id", "=", notice.organisationId)
					.where("id", "=", notice.id)
					.execute();
			return { done: undefined };
		});
}

type Gathered = {
	readonly organisationId: string;
	readonly kind: string;
	readonly detail: unknown;
	readonly link: string | null;
	readonly email: string | null;
	readonly language: string;
};

async function mailDigest(work: Work, personId: string, notices: readonly Gathered[]): Promise<string | null> {
	const first = notices[0];
	if (!first || first.email === null) return null;
	const language: Language = isLanguage(first.language) ? first.language : "nb";
	const words = noticeText[language].mail;
	const lines = notices.map(({ kind, detail, link }) =>
		linkTo(link ?? "/inbox", findNoticeKind(kind)?.tell(language, detail)?.title ?? noticeText[language].unknownKind),
	);
	return mail(work, {
		...{ organisationId: first.organisationId, personId, language, recipient: first.email },
		subject: words.digestSubject(notices.length),
		body: [words.digestLead(notices.length), ...lines, linkTo("/inbox", words.openInbox)].join("\n\n"),
	});
}

/** Turns reminders that are due into notices. What was settled before this is never told. */
export async function tellReminders(context: WorkerContext): Promise<void> {
	const { database } = context;
	const due = (work: Work) =>
		work.db
			.selectFrom("notice.reminder")
			.where("due_at", "<=", work.now)
			.where("noticed_at", "is", null)
			.where("cancelled_at", "is", null);
	const reminders = await database.reading(actor, (work) =>
		due(work).select(["organisation_id as organisationId", "id"]).orderBy("due_at").limit(1000).execute(),
	);
	for (const { organisationId, id } of reminders)
		await database.commanding(system("notice", organisationId), async (work) => {
			const reminder = await due(work)
				.where("organisation_id", "=", organisationId)
				.where("id", "=", id)
				.select(["person_id as personId", "kind", "detail", "link"])
				.executeTakeFirst();
			if (!reminder) return { done: undefined };
			const ids = await insertNotices(work, organisationId, [reminder.personId], reminder);
			await enqueue(work, "notice", { organisationId, ids });
			await work.db
				.updateTable("notice.reminder")
				.set({ noticed_at: work.now })
				.where("organisation_id", "=", organisationId)
				.where("id", "=", id)
				.execute();
			return { done: undefined };
		});
}
