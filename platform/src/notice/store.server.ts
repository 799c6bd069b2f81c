import { sql } from "kysely";
import { newId, type Work } from "../database/work.server.ts";
import { type Frequency, isFrequency } from "./kind.ts";
import { type StuckState, stuckStates } from "./mail-state.ts";

export type StoredNotice = {
	readonly organisationId: string;
	readonly id: string;
	readonly kind: string;
	readonly detail: unknown;
	readonly link: string | null;
	readonly createdAt: Date;
	readonly readAt: Date | null;
};

/** A person's own notices, newest first; `before` is where the page before this one ended. */
export async function listNotices(
	work: Work,
	personId: string,
	page: { readonly before: { readonly at: Date; readonly id: string } | null; readonly size: number },
): Promise<StoredNotice[]> {
	let query = work.db
		.selectFrom("notice.notice")
		.select([
			"organisation_id as organisationId",
			"id",
			"kind",
			"detail",
			"link",
			"created_at as createdAt",
			"read_at as readAt",
		])
		.where("person_id", "=", personId)
		.orderBy("created_at", "desc")
		.orderBy("id", "desc")
		.limit(page.size);
	if (page.before) query = query.where(sql<boolean>`(created_at, id) < (${page.before.at}, ${page.before.id}::uuid)`);
	return query.execute();
}

export async function insertNotices(
	work: Work,
	organisationId: string,
	personIds: readonly string[],
	notice: { readonly kind: string; readonly detail: unknown; readonly link: string | null },
): Promise<string[]> {
	const rows = [...new Set(personIds)].map((personId) => ({
		organisation_id: organisationId,
		id: newId(),
		person_id: personId,
		kind: notice.kind,
		detail: JSON.stringify(notice.detail),
		link: notice.link,
		created_at: work.now,
	}));
	if (rows.length > 0) await work.db.insertInto("notice.notice").values(rows).execute();
	return rows.map((row) => row.id);
}

/** What a person has chosen, by kind. */
export async function listPreferences(work: Work, personId: string): Promise<ReadonlyMap<string, Frequency>> {
	const rows = await work.db
		.selectFrom("notice.preference")
		.select(["kind", "frequency"])
		.where("person_id", "=", personId)
		.execute();
	return new Map(rows.flatMap(({ kind, frequency }) => (isFrequency(frequency) ? [[kind, frequency]] : [])));
}

export type NewMail = {
	readonly organisationId: string;
	readonly personId: string | null;
	readonly language: string;
	readonly recipient: string;
	readonly subject: string;
	readonly body: string;
};

export async function insertMail(work: Work, mail: NewMail): Promise<string> {
	const id = newId();
	await work.db
		.insertInto("notice.mail")
		.values({
			organisation_id: mail.organisationId,
			id,
			person_id: mail.personId,
			language: mail.language,
			recipient: mail.recipient,
			subject: mail.subject,
			body: mail.body,
			created_at: work.now,
			next_attempt_at: work.now,
		})
		.execute();
	return id;
}

export type StuckMail = {
	readonly organisationId: string;
	readonly id: string;
	readonly recipient: string;
	readonly subject: string;
	readonly state: string;
	readonly fault: string | null;
	readonly attempts: number;
	readonly createdAt: Date;
};

/** Mail that will not be sent by itself, newest first. */
export async function listStuckMail(
	work: Work,
	page: { readonly offset: number; readonly size: number; readonly state: StuckState | undefined },
): Promise<StuckMail[]> {
	return work.db
		.selectFrom("notice.mail")
		.select([
			"organisation_id as organisationId",
			"id",
			"recipient",
			"subject",
			"state",
			"fault",
			"attempts",
			"created_at as createdAt",
		])
		.where("state", "in", page.state ? [page.state] : [...stuckStates])
		.orderBy("created_at", "desc")
		.orderBy("id", "desc")
		.offset(page.offset)
		.limit(page.size)
		.execute();
}

/** How many mails stand in each state that is not over. */
export async function countMail(work: Work): Promise<ReadonlyMap<string, number>> {
	const rows = await work.db
		.selectFrom("notice.mail")
		.select(["state", sql<number>`count(*)`.as("count")])
		.where("state", "in", ["waiting", "sending", ...stuckStates])
		.groupBy("state")
		.execute();
	return new Map(rows.map(({ state, count }) => [state, count]));
}
