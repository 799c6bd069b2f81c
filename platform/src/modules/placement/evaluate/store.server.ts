import { sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import type { Work } from "../../../database/work.server.ts";
import type { Language } from "../../../language.ts";
import { languageOfStudent } from "../letter-language.ts";
import type { SiteEvaluation } from "./codes.ts";
import type { Evaluation, EvaluationAnswer } from "./contract.ts";
import { answerDays, askDays, remindAfterDays } from "./rules.ts";

export async function findEvaluation(work: Work, placementId: string): Promise<Evaluation | undefined> {
	const { rows } = await sql<Evaluation>`
		select e.organisation_id "organisationId", e.placement_id "placementId", e.person_id "personId",
			p.site_name "siteName", p.course_name "courseName", p.first_day "firstDay", p.last_day "lastDay",
			e.answered_at "answeredAt", e.outcomes, e.supervision, e.welcome, e.recommend, e.remark, e.version
		from placement.evaluation e
		join placement.placement p on p.organisation_id = e.organisation_id and p.id = e.placement_id
		where e.placement_id = ${placementId}`.execute(work.db);
	return rows[0];
}

export async function updateEvaluation(work: Work, of: Evaluation, answer: EvaluationAnswer): Promise<boolean> {
	const result = await work.db
		.updateTable("placement.evaluation")
		.set({
			answered_at: work.now,
			outcomes: Number(answer.outcomes),
			supervision: Number(answer.supervision),
			welcome: Number(answer.welcome),
			recommend: answer.recommend === "yes",
			remark: answer.remark,
			version: answer.version + 1,
		})
		.where("organisation_id", "=", of.organisationId)
		.where("placement_id", "=", of.placementId)
		.where("version", "=", answer.version)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

/** What has been said of sites, by site: those nobody has been asked about are left out. */
export async function readSiteEvaluations(
	work: Work,
	siteIds: readonly string[],
): Promise<ReadonlyMap<string, SiteEvaluation>> {
	if (siteIds.length === 0) return new Map();
	type Shown = NonNullable<SiteEvaluation["shown"]>;
	const { rows } = await sql<{ siteId: string; asked: number; answered: number | null } & Omit<Shown, "answered">>`
		select site_id "siteId", asked, answered, first_year "firstYear", last_year "lastYear", outcomes, supervision, welcome,
			recommend
		from placement.evaluations_of(${[...siteIds]}::uuid[])`.execute(work.db);
	return new Map(
		rows.map(({ siteId, asked, answered, ...counts }) => [
			siteId,
			{ asked, shown: answered === null ? null : { answered, ...counts } },
		]),
	);
}

/** What students have written of a site, as far as the organisation acted for may read it. */
export async function listRemarks(work: Work, siteId: string) {
	const { rows } = await sql<{ year: number; remark: string }>`
		select year, remark from placement.remarks_of(${siteId})`.execute(work.db);
	return rows;
}

/** What a person has been asked and not answered. */
export async function listUnanswered(work: Work, personId: string) {
	const rows = await rowsTogether(
		work,
		sql<{ placementId: string; siteName: string; lastDay: string }>`
		select e.placement_id "placementId", p.site_name "siteName", p.last_day "lastDay" from placement.evaluation e
		join placement.placement p on p.organisation_id = e.organisation_id and p.id = e.placement_id
		where e.person_id = ${personId} and e.answered_at is null and e.last_day >= ${work.today}::date - ${answerDays}::int
		order by e.last_day, e.placement_id`,
	);
	return rows;
}

const toBeAsked = (work: Work) => sql`p.last_day < ${work.today} and p.last_day >= ${work.today}::date - ${askDays}::int
	and p.state not in ('cancelled', 'declined') and (p.person_id is not null or t.email is not null)
	and not exists (select from placement.evaluation e where e.organisation_id = p.organisation_id and e.placement_id = p.id)`;
const toBeReminded = (work: Work) => sql`e.answered_at is null and e.reminded_at is null
	and e.asked_at < ${work.now}::timestamptz - make_interval(days => ${remindAfterDays})
	and e.last_day >= ${work.today}::date - ${answerDays}::int`;

/** Institutions with students to ask or to remind. */
export async function listAskers(work: Work): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select distinct p.organisation_id id from placement.placement p
		join placement.student t on t.organisation_id = p.organisation_id and t.id = p.student_id
		where ${toBeAsked(work)}
		union select e.organisation_id from placement.evaluation e where ${toBeReminded(work)} order by 1`.execute(work.db);
	return rows.map(({ id }) => id);
}

export type ToAsk = {
	readonly placementId: string;
	readonly personId: string | null;
	readonly name: string;
	readonly email: string | null;
	readonly siteName: string;
	readonly language: Language;
};

/** Writes down that students of placements that are over are asked, at most so many, and gives whom. */
export async function askSome(work: Work, organisationId: string, most: number): Promise<ToAsk[]> {
	const { rows } = await sql<ToAsk>`
		with due as (
			select p.organisation_id, p.id, t.name, t.email, ${languageOfStudent} language, p.site_name from placement.placement p
			join placement.student t on t.organisation_id = p.organisation_id and t.id = p.student_id
			where p.organisation_id = ${organisationId} and ${toBeAsked(work)} order by p.id limit ${most}
		), asked as (
			insert into placement.evaluation (organisation_id, placement_id, host_id, site_organisation_id, site_id, person_id,
				last_day, asked_at)
			select p.organisation_id, p.id, p.host_id, p.site_organisation_id, p.site_id, p.person_id, p.last_day, ${work.now}
			from due join placement.placement p on p.organisation_id = due.organisation_id and p.id = due.id
			returning placement_id, person_id
		)
		select a.placement_id "placementId", a.person_id "personId", d.name, d.email, d.language, d.site_name "siteName"
		from asked a join due d on d.id = a.placement_id order by d.id`.execute(work.db);
	return rows;
}

/** Writes down that students who have not answered are reminded, at most so many, and gives whom. */
export async function remindSome(work: Work, organisationId: string, most: number): Promise<ToAsk[]> {
	const { rows } = await sql<ToAsk>`
		with due as (
			select e.organisation_id, e.placement_id from placement.evaluation e
			where e.organisation_id = ${organisationId} and ${toBeReminded(work)} order by e.placement_id limit ${most}
		), reminded as (
			update placement.evaluation e set reminded_at = ${work.now} from due
			where e.organisation_id = due.organisation_id and e.placement_id = due.placement_id
			returning e.organisation_id, e.placement_id, e.person_id
		)
		select r.placement_id "placementId", r.person_id "personId", t.name, t.email, ${languageOfStudent} language, p.site_name "siteName"
		from reminded r
		join placement.placement p on p.organisation_id = r.organisation_id and p.id = r.placement_id
		join placement.student t on t.organisation_id = p.organisation_id and t.id = p.student_id
		order by r.placement_id`.execute(work.db);
	return rows;
}
