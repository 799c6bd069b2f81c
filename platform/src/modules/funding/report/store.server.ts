import { sql } from "kysely";
import { newId, type Work } from "../../../database/work.server.ts";
import type { AwardKey } from "../award/store.server.ts";
import type { ReportState } from "./codes.ts";
import {
	type NationalFigure,
	type ReportContent,
	type ReportLine,
	type ReportStep,
	reportContent,
	type SentAnswers,
	sentAnswers,
} from "./contract.ts";

const of = ({ organisationId, id }: AwardKey) => sql`organisation_id = ${organisationId} and award_id = ${id}`;

/** What is typed of a report; nothing, in version 0, before anything is. */
export async function findDraft(work: Work, key: AwardKey): Promise<{ answers: SentAnswers; version: number }> {
	const { rows } = await sql<{ answers: unknown; version: number }>`
		select answers, version from funding.report where ${of(key)}`.execute(work.db);
	const [row] = rows;
	return row ? { answers: sentAnswers.parse(row.answers), version: row.version } : { answers: {}, version: 0 };
}

/** Writes what is typed in the version that was looked at; false where another was first. */
export async function writeDraft(work: Work, key: AwardKey, version: number, answers: SentAnswers): Promise<boolean> {
	const said = JSON.stringify(answers);
	const { numAffectedRows } =
		version === 0
			? await sql`insert into funding.report (organisation_id, award_id, answers)
				values (${key.organisationId}, ${key.id}, ${said}) on conflict do nothing`.execute(work.db)
			: await sql`update funding.report set answers = ${said}, version = version + 1
				where ${of(key)} and version = ${version}`.execute(work.db);
	return numAffectedRows === 1n;
}

/** What has become of a report, the first first. */
export async function listSteps(work: Work, key: AwardKey): Promise<readonly ReportStep[]> {
	const { rows } = await sql<Omit<ReportStep, "content"> & { readonly content: unknown }>`
		select id, kind, message, reference, content, at, by from funding.report_step where ${of(key)} order by at, id`.execute(
		work.db,
	);
	return rows.map((row) => ({ ...row, content: row.content === null ? null : reportContent.parse(row.content) }));
}

export async function insertStep(work: Work, key: AwardKey, step: Omit<ReportStep, "id" | "at">): Promise<void> {
	await work.db
		.insertInto("funding.report_step")
		.values({
			...{ organisation_id: key.organisationId, award_id: key.id, id: newId(), kind: step.kind, message: step.message },
			...{ reference: step.reference, content: step.content === null ? null : JSON.stringify(step.content) },
			...{ at: work.now, by: step.by },
		})
		.execute();
}

export type LastReport = {
	readonly awardId: string;
	readonly title: string;
	readonly issuerName: string;
	readonly content: ReportContent;
};

/** Reports an organisation has sent, as each was last sent; the newest first. */
export async function listSent(work: Work, organisationId: string, most: number): Promise<readonly LastReport[]> {
	const { rows } = await sql<Omit<LastReport, "content"> & { readonly content: unknown }>`
		select * from (
			select distinct on (s.award_id) s.award_id "awardId", a.title, a.issuer_name "issuerName", s.content, s.at from funding.report_step s
			join funding.award a on a.organisation_id = s.organisation_id and a.id = s.award_id
			where s.organisation_id = ${organisationId} and s.kind = 'sent' order by s.award_id, s.at desc, s.id desc
		) sent order by at desc limit ${most}`.execute(work.db);
	return rows.map((row) => ({ ...row, content: reportContent.parse(row.content) }));
}

/** What an organisation says of its awards, by award; those the actor may read. */
export async function listComments(work: Work, organisationId: string): Promise<ReadonlyMap<string, string>> {
	const { rows } = await sql<{ readonly id: string; readonly comment: string }>`
		select award_id id, comment from funding.award_comment where organisation_id = ${organisationId}`.execute(work.db);
	return new Map(rows.map(({ id, comment }) => [id, comment]));
}

/** Writes what is said of an award; nothing takes it away. */
export async function writeComment(work: Work, key: AwardKey, comment: string, by: string): Promise<void> {
	if (comment === "") await sql`delete from funding.award_comment where ${of(key)}`.execute(work.db);
	else
		await sql`insert into funding.award_comment (organisation_id, award_id, comment, at, by)
			values (${key.organisationId}, ${key.id}, ${comment}, ${work.now}, ${by})
			on conflict (organisation_id, award_id) do update set comment = excluded.comment, at = excluded.at, by = excluded.by`.execute(
			work.db,
		);
}

/** How each report the actor may read stands, by award. */
export async function listStates(work: Work): Promise<ReadonlyMap<string, ReportState>> {
	const { rows } = await sql<{ readonly id: string; readonly kind: ReportState }>`
		select distinct on (award_id) award_id id, kind from funding.report_step order by award_id, at desc, id desc`.execute(
		work.db,
	);
	return new Map(rows.map(({ id, kind }) => [id, kind]));
}

/** Writes what an accepted report says for the national figures, by category and year. */
export async function insertReported(
	work: Work,
	key: AwardKey,
	scheme: string,
	lines: readonly ReportLine[],
): Promise<void> {
	for (const line of lines)
		await sql`
			insert into funding.reported as r (organisation_id, award_id, scheme, category, budget_year, county, granted, spent,
				returned, lost, own_spent, begun, completed, dropped)
			select ${key.organisationId}::uuid, ${key.id}::uuid, ${scheme}, ${line.category}, ${line.budgetYear}::int, coalesce((select i.county_number
					from organisation.identity i where i.organisation_id = ${key.organisationId} and i.valid_from <= ${work.today}
					and (i.valid_to is null or i.valid_to >= ${work.today}) limit 1), ''), ${line.granted}::bigint, ${line.spent}::bigint,
				${line.returned}::bigint, ${line.lost}::bigint, ${line.ownSpent}::bigint, ${line.begun}::int, ${line.completed}::int, ${line.dropped}::int
			on conflict (organisation_id, award_id, category, budget_year) do update set granted = r.granted + excluded.granted,
				spent = r.spent + excluded.spent, returned = r.returned + excluded.returned, lost = r.lost + excluded.lost,
				own_spent = r.own_spent + excluded.own_spent, begun = r.begun + excluded.begun,
				completed = r.completed + excluded.completed, dropped = r.dropped + excluded.dropped`.execute(work.db);
}

/** Sums of accepted reports, with small counts still in them. */
export async function listFigures(work: Work): Promise<readonly NationalFigure[]> {
	const { rows } = await sql<NationalFigure>`
		select scheme, budget_year "budgetYear", category, coalesce(nullif(county, ''), '') county, recipients, granted, spent,
			returned, lost, own_spent "ownSpent", begun, completed, dropped
		from funding.national_figures() order by scheme, budget_year desc, category, county`.execute(work.db);
	return rows;
}

export type ToRemind = {
	readonly organisationId: string;
	readonly id: string;
	readonly title: string;
	readonly reportBy: string;
};

/** Awards whose report is due by a day and not sent, and whose writers have not been told since `since`. */
export async function listToRemind(work: Work, by: string): Promise<readonly ToRemind[]> {
	const { rows } = await sql<ToRemind>`
		select a.organisation_id "organisationId", a.id, a.title, a.report_by "reportBy" from funding.award a
		left join funding.report r on r.organisation_id = a.organisation_id and r.award_id = a.id
		where a.accepted_at is not null and a.report_by <= ${by}
			and (r.told_on is null or (r.told_on <= a.report_by and a.report_by < ${work.today}))
			and coalesce((select s.kind from funding.report_step s where s.organisation_id = a.organisation_id and s.award_id = a.id
				order by s.at desc, s.id desc limit 1), 'returned') = 'returned'`.execute(work.db);
	return rows;
}

export async function markTold(work: Work, key: AwardKey): Promise<void> {
	await sql`insert into funding.report (organisation_id, award_id, told_on) values (${key.organisationId}, ${key.id}, ${work.today})
		on conflict (organisation_id, award_id) do update set told_on = excluded.told_on`.execute(work.db);
}

/** Who applies for grants on behalf of an organisation. */
export async function listApplying(work: Work, organisationId: string): Promise<readonly string[]> {
	const { rows } = await sql<{ id: string }>`
		select distinct person_id id from organisation.membership
		where organisation_id = ${organisationId} and role = 'grants-coordinator' and unit_id is null and person_id is not null
			and valid_from <= ${work.today} and (valid_to is null or valid_to >= ${work.today})`.execute(work.db);
	return rows.map(({ id }) => id);
}
