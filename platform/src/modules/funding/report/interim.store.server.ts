import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { AwardKey } from "../award/store.server.ts";
import { type Interim, type ReportContent, reportContent } from "./contract.ts";

const of = ({ organisationId, id }: AwardKey, dueOn: string) =>
	sql`organisation_id = ${organisationId} and award_id = ${id} and due_on = ${dueOn}`;

/** The report underway of an award that is due on a day; undefined where none is. */
export async function findInterim(work: Work, key: AwardKey, dueOn: string): Promise<Interim | undefined> {
	const { rows } = await sql<Omit<Interim, "content"> & { readonly content: unknown }>`
		select due_on "dueOn", message, content, sent_at "sentAt", sent_by "sentBy", answer, answered_at "answeredAt",
			answered_by "answeredBy"
		from funding.interim_report where ${of(key, dueOn)}`.execute(work.db);
	const [row] = rows;
	return row && { ...row, content: row.content === null ? null : reportContent.parse(row.content) };
}

/** When a report underway is due, and what has become of it. */
export type DueInterim = Pick<Interim, "dueOn" | "sentAt" | "answeredAt"> & { readonly awardId: string };

/** The reports underway of awards, those due first. */
export async function listInterims(work: Work, awardIds: readonly string[]): Promise<readonly DueInterim[]> {
	const { rows } = await sql<DueInterim>`
		select award_id "awardId", due_on "dueOn", sent_at "sentAt", answered_at "answeredAt" from funding.interim_report
		where award_id = any(${[...awardIds]}::uuid[]) order by due_on, award_id`.execute(work.db);
	return rows;
}

/** Writes down what is sent; false where it was sent already. */
export async function sendInterim(
	work: Work,
	key: AwardKey,
	dueOn: string,
	sent: { readonly message: string; readonly content: ReportContent; readonly by: string },
): Promise<boolean> {
	const { numAffectedRows } = await sql`
		update funding.interim_report set message = ${sent.message}, content = ${JSON.stringify(sent.content)}, sent_at = ${work.now},
			sent_by = ${sent.by}
		where ${of(key, dueOn)} and sent_at is null`.execute(work.db);
	return numAffectedRows === 1n;
}

/** Writes down that it is read, and what is said of it; false where it was read already. */
export async function answerInterim(
	work: Work,
	key: AwardKey,
	dueOn: string,
	{ answer, by }: { readonly answer: string; readonly by: string },
): Promise<boolean> {
	const { numAffectedRows } = await sql`
		update funding.interim_report set answer = ${answer}, answered_at = ${work.now}, answered_by = ${by}
		where ${of(key, dueOn)} and sent_at is not null and answered_at is null`.execute(work.db);
	return numAffectedRows === 1n;
}

export type InterimToRemind = AwardKey & { readonly title: string; readonly dueOn: string };

/** Reports underway due by a day and not sent, whose writers have not been told of it, or not since it was late. */
export async function listInterimsToRemind(work: Work, by: string): Promise<readonly InterimToRemind[]> {
	const { rows } = await sql<InterimToRemind>`
		select r.organisation_id "organisationId", r.award_id id, a.title, r.due_on "dueOn" from funding.interim_report r
		join funding.award a on a.organisation_id = r.organisation_id and a.id = r.award_id
		where a.accepted_at is not null and r.sent_at is null and r.due_on <= ${by}
			and (r.told_on is null or (r.told_on <= r.due_on and r.due_on < ${work.today}))
		order by r.due_on, r.award_id`.execute(work.db);
	return rows;
}

export async function markInterimTold(work: Work, key: AwardKey, dueOn: string): Promise<void> {
	await sql`update funding.interim_report set told_on = ${work.today} where ${of(key, dueOn)}`.execute(work.db);
}
