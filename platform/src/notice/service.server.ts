import { sql } from "kysely";
import { z } from "zod";
import { rowsTogether } from "../database/asked-together.server.ts";
import { insertMany } from "../database/insert-many.server.ts";
import { newId, type Work } from "../database/work.server.ts";
import { operatorOrganisationId } from "../identity/actor.ts";
import { record } from "../identity/audit.server.ts";
import { enqueue, enqueueAll } from "../job/store.server.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { type Frequency, type NoticeKind, oneLine } from "./kind.ts";
import { findNoticeKind, listNoticeKinds } from "./registry.server.ts";
import { insertMail, insertNotices } from "./store.server.ts";

/** A path on this site; what a notice or a mail leads to. */
const localLink = z.string().regex(/^\/(?![/\\])[^\\\s]*$/);

type Told<Detail> = {
	readonly kind: NoticeKind<Detail>;
	readonly personIds: readonly string[];
	readonly detail: Detail;
	/** The page it is about, a path. */
	readonly link?: string;
};

/**
 * Tells people something, in the transaction of what happened: it stands in their inbox, and is mailed as each of them
 * has chosen. A person named twice is told once.
 * @throws ZodError when the detail or the link is not what it should be
 */
export async function notify<Detail>(work: Work, told: Told<Detail>): Promise<void> {
	told.kind.detail.parse(told.detail);
	const link = told.link === undefined ? null : localLink.parse(told.link);
	const organisationId = sender(work);
	const { kind } = told.kind;
	const ids = await insertNotices(work, organisationId, told.personIds, { kind, detail: told.detail, link });
	if (ids.length > 0) await enqueue(work, "notice", { organisationId, ids });
}

/** The organisation in whose name this is written. */
function sender({ actor }: Work): string {
	if (actor.kind === "nobody") throw new Error("nobody has nothing to tell");
	if (actor.organisationId) return actor.organisationId;
	if (actor.kind === "system") return operatorOrganisationId;
	throw new Error("a notice is sent on behalf of an organisation");
}

/**
 * Reminds people at a time, unless what it is about was settled first. Becomes an ordinary notice then.
 * @param reminder.dueAt a moment; one that has passed is told at once
 */
export async function remind<Detail>(
	work: Work,
	reminder: Told<Detail> & { readonly dueAt: Date; readonly objectKind: string; readonly objectId: string },
): Promise<void> {
	reminder.kind.detail.parse(reminder.detail);
	const organisationId = sender(work);
	const personIds = [...new Set(reminder.personIds)];
	if (personIds.length === 0) return;
	await work.db
		.insertInto("notice.reminder")
		.values(
			personIds.map((personId) => ({
				organisation_id: organisationId,
				id: newId(),
				person_id: personId,
				kind: reminder.kind.kind,
				detail: JSON.stringify(reminder.detail),
				link: reminder.link === undefined ? null : localLink.parse(reminder.link),
				due_at: reminder.dueAt,
				object_kind: reminder.objectKind,
				object_id: reminder.objectId,
			})),
		)
		.execute();
}

/** What the reminders were about is settled: those that have not gone out never will. Returns how many. */
export async function settleReminders(
	work: Work,
	object: { readonly objectKind: string; readonly objectId: string },
): Promise<number> {
	const { rows } = await sql<{ settled: number }>`
		select notice.settle_reminders(${object.objectKind}, ${object.objectId}, ${work.now}) as settled`.execute(work.db);
	return rows[0]?.settled ?? 0;
}

/**
 * Mails someone who has no account, in the transaction of what happened. The body is plain paragraphs; a line
 * `[Label](/path)` becomes a link to this site.
 * @returns the id of the mail
 * @throws ZodError when the recipient is no e-mail address
 */
export async function mailTo(
	work: Work,
	mail: {
		readonly recipient: string;
		readonly subject: string;
		readonly body: string;
		readonly language?: "nb" | "nn" | "en";
	},
): Promise<string> {
	const organisationId = sender(work);
	const id = await insertMail(work, {
		...{ organisationId, personId: null, language: mail.language ?? "nb", body: mail.body },
		recipient: z.email().parse(mail.recipient.trim()),
		subject: oneLine(mail.subject),
	});
	await enqueue(work, "mail", { organisationId, id });
	return id;
}

/** Tells many people something, each their own: `notify` for thousands. Each of them once. */
export async function notifyEach<Detail>(
	work: Work,
	kind: NoticeKind<Detail>,
	told: readonly { readonly personId: string; readonly detail: Detail; readonly link: string }[],
): Promise<void> {
	const organisationId = sender(work);
	const rows = told.map(({ personId, detail, link }) => ({
		...{ organisation_id: organisationId, id: newId(), person_id: personId, kind: kind.kind },
		...{ detail: kind.detail.parse(detail), link: localLink.parse(link), created_at: work.now },
	}));
	await insertMany(work, "notice.notice", rows);
	await enqueueAll(work, "notice", inTasks(organisationId, rows));
}

/** So many are sent on in one task: the queue takes longer with a task than with what is in it. */
const inOneTask = 50;

function inTasks(organisationId: string, rows: readonly { readonly id: string }[]) {
	return Array.from({ length: Math.ceil(rows.length / inOneTask) }, (_, at) => ({
		organisationId,
		ids: rows.slice(at * inOneTask, (at + 1) * inOneTask).map(({ id }) => id),
	}));
}

/** Reminds many people at one time, each of their own object: `remind` for thousands. */
export async function remindEach<Detail>(
	work: Work,
	kind: NoticeKind<Detail>,
	{ dueAt, objectKind }: { readonly dueAt: Date; readonly objectKind: string },
	told: readonly {
		readonly personId: string;
		readonly detail: Detail;
		readonly link: string;
		readonly objectId: string;
	}[],
): Promise<void> {
	const organisationId = sender(work);
	await insertMany(
		work,
		"notice.reminder",
		told.map(({ personId, detail, link, objectId }) => ({
			...{ organisation_id: organisationId, id: newId(), person_id: personId, kind: kind.kind },
			...{ detail: kind.detail.parse(detail), link: localLink.parse(link), due_at: dueAt },
			...{ object_kind: objectKind, object_id: objectId },
		})),
	);
}

/** Mails many who have no account, each their own letter: `mailTo` for thousands. @throws ZodError as it does */
export async function mailEach(
	work: Work,
	mails: readonly {
		readonly recipient: string;
		readonly subject: string;
		readonly body: string;
		readonly language?: "nb" | "nn" | "en";
	}[],
): Promise<void> {
	const organisationId = sender(work);
	const rows = mails.map(({ recipient, subject, body, language = "nb" }) => ({
		...{ organisation_id: organisationId, id: newId(), person_id: null, language, body },
		...{ recipient: z.email().parse(recipient.trim()), subject: oneLine(subject), state: "waiting", attempts: 0 },
		...{ created_at: work.now, next_attempt_at: work.now },
	}));
	await insertMany(work, "notice.mail", rows);
	await enqueueAll(work, "mail", inTasks(organisationId, rows));
}

/** How many notices the person has not read, counted no further than 100. */
export async function unreadCount(work: Work): Promise<number> {
	if (work.actor.kind !== "person") return 0;
	const rows = await rowsTogether(
		work,
		sql<{ count: number }>`select count(*) as count from (
		select from notice.notice where person_id = ${work.actor.personId} and read_at is null limit 100) unread`,
	);
	return rows[0]?.count ?? 0;
}

/** Marks one of the person's own notices as read and gives where it leads. */
export async function readNotice(work: Work, id: string): Promise<Outcome<string | null, "notice-missing">> {
	if (work.actor.kind !== "person") return refused("notice-missing");
	const notice = await work.db
		.selectFrom("notice.notice")
		.select(["link", "read_at"])
		.where("person_id", "=", work.actor.personId)
		.where("id", "=", id)
		.executeTakeFirst();
	if (!notice) return refused("notice-missing");
	if (notice.read_at === null)
		await work.db
			.updateTable("notice.notice")
			.set({ read_at: work.now })
			.where("person_id", "=", work.actor.personId)
			.where("id", "=", id)
			.execute();
	return done(notice.link);
}

/** Marks all the person's notices until now as read. */
export async function readAllNotices(work: Work): Promise<Outcome<undefined, never>> {
	if (work.actor.kind === "person")
		await work.db
			.updateTable("notice.notice")
			.set({ read_at: work.now })
			.where("person_id", "=", work.actor.personId)
			.where("read_at", "is", null)
			.execute();
	return done(undefined);
}

/** Keeps how often a person wants each kind mailed. Kinds that are not registered are passed over. */
export async function choosePreferences(
	work: Work,
	personId: string,
	chosen: ReadonlyMap<string, Frequency>,
): Promise<Outcome<undefined, never>> {
	const rows = listNoticeKinds().flatMap(({ kind }) => {
		const frequency = chosen.get(kind);
		return frequency === undefined ? [] : [{ person_id: personId, kind, frequency }];
	});
	if (rows.length === 0) return done(undefined);
	await work.db
		.insertInto("notice.preference")
		.values(rows)
		.onConflict((conflict) =>
			conflict.columns(["person_id", "kind"]).doUpdateSet((set) => ({ frequency: set.ref("excluded.frequency") })),
		)
		.execute();
	await record(work, {
		...{ verb: "notice.choose", objectKind: "person", objectId: personId, aboutPersonId: personId },
		detail: Object.fromEntries(rows.map(({ kind, frequency }) => [kind, frequency])),
	});
	return done(undefined);
}

/** What holds for a kind that the person has chosen nothing for. */
export function standardFrequency(kind: string): Frequency {
	return findNoticeKind(kind)?.frequency ?? "never";
}
