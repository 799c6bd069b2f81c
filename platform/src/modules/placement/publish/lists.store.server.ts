import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Language } from "../../../language.ts";
import { languageOfSite, languageOfStudent } from "../letter-language.ts";
import { nameOf } from "../name.store.server.ts";
import type { Kept } from "../round/contract.ts";
import type { Telling } from "./tell.server.ts";

/** How a student is known and reached, as far as the organisation acted for keeps them. */
export type Reached = { readonly number: string | null; readonly email: string | null; readonly phone: string | null };

/** By placement: those whose student another keeps are left out. */
export async function listReached(
	work: Work,
	placements: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, Reached>> {
	if (placements.length === 0) return new Map();
	const { rows } = await sql<Reached & { id: string }>`
		select p.id, s.number, s.email, s.phone from placement.placement p
		join placement.student s on s.organisation_id = p.organisation_id and s.id = p.student_id
		where p.id = any(${placements.map(({ id }) => id)}::uuid[])`.execute(work.db);
	return new Map(rows.map(({ id, ...reached }) => [id, reached]));
}

export type WithoutPlace = Reached & {
	readonly studentName: string;
	readonly institutionName: string;
	readonly courseName: string;
	readonly yearOfStudy: number;
	readonly firstDay: string;
	readonly lastDay: string;
};

/** Students an organisation keeps that a published round gave no place, or who have lost it: in one round, or in all that are not over. */
export async function listUnplaced(
	work: Work,
	organisationId: string,
	roundId: string | undefined,
): Promise<readonly WithoutPlace[]> {
	const { rows } = await sql<WithoutPlace>`
		select s.name "studentName", s.number, s.email, s.phone, ${nameOf("c.institution_id", work.today)} "institutionName",
			k.name "courseName", k.year_of_study "yearOfStudy", p.first_day "firstDay", p.last_day "lastDay"
		from placement.claim c
		join placement.round r on r.organisation_id = c.round_owner_id and r.id = c.round_id and r.state = 'published'
		join placement.student s on s.organisation_id = c.organisation_id and s.id = c.student_id
		join placement.period p on p.organisation_id = c.organisation_id and p.id = c.period_id
		join placement.course k on k.organisation_id = p.organisation_id and k.id = p.course_id
		where c.organisation_id = ${organisationId} and c.withdrawn_at is null
			and ${roundId === undefined ? sql`p.last_day >= ${work.today}` : sql`c.round_id = ${roundId}`}
			and not exists (select from placement.placement t where t.organisation_id = c.organisation_id and t.claim_id = c.id
				and t.state not in ('cancelled', 'declined'))
		order by s.name collate house.norwegian, p.first_day, c.id`.execute(work.db);
	return rows;
}

/**
 * How many of a round could not be written to: sites nobody has answered for, and students, without an address or account, as
 * long as they can answer; where no e-mail is sent, those with an address too.
 */
export type Unreached = {
	/** `own`: kept by whoever runs the round, who can give it an address. `placementId`: one of those to answer for. */
	readonly sites: readonly {
		readonly id: string;
		readonly name: string;
		readonly own: boolean;
		readonly placementId: string;
	}[];
	readonly students: number;
};

export type StudentUnreached = {
	readonly placementId: string;
	readonly name: string;
	readonly number: string | null;
	readonly email: string | null;
	readonly siteName: string;
	readonly courseName: string;
	readonly language: Language;
};

/** Of those students, the ones whom whoever runs the round keeps: others see to their own. */
export async function listStudentsUnreached(work: Work, round: Kept, { mails }: Telling): Promise<StudentUnreached[]> {
	const { rows } = await sql<StudentUnreached>`
		select p.id "placementId", t.name, t.number, t.email, p.site_name "siteName", p.course_name "courseName",
			${languageOfStudent} language
		from placement.placement p
		join placement.student t on t.organisation_id = p.organisation_id and t.id = p.student_id
		where p.organisation_id = ${round.organisationId} and ${isUnreached(work, round, mails)}
		order by t.name collate house.norwegian, p.id`.execute(work.db);
	return rows;
}

/** Placements `p` of students `t` with no account, who can answer, have not, and cannot be written to. */
const isUnreached = (work: Work, round: Kept, mails: boolean) => sql`
	p.round_owner_id = ${round.organisationId} and p.round_id = ${round.id} and p.person_id is null and t.named
		and (t.email is null or not ${mails})
		and p.student_answer is null and p.state in ('published', 'confirmed') and p.first_day >= ${work.today}`;

export async function readUnreached(work: Work, round: Kept, { mails }: Telling): Promise<Unreached> {
	const sites = await sql<Unreached["sites"][number]>`
		select s.id, s.name, s.organisation_id = ${round.organisationId} own, min(p.id::text) "placementId" from placement.placement p
		join placement.site s on s.organisation_id = p.site_organisation_id and s.id = p.site_id
		where p.round_owner_id = ${round.organisationId} and p.round_id = ${round.id} and p.state = 'published'
			and p.host_answer is null and p.last_day >= ${work.today} and (s.contact_email is null or not ${mails})
		group by s.organisation_id, s.id, s.name order by s.name, s.id`.execute(work.db);
	const students = await sql<{ count: number }>`
		select count(*)::int count from placement.placement p
		join placement.student t on t.organisation_id = p.organisation_id and t.id = p.student_id
		where ${isUnreached(work, round, mails)}`.execute(work.db);
	return { sites: sites.rows, students: students.rows[0]?.count ?? 0 };
}

/** The languages the site and the student of a placement are written to in. */
export async function readWrittenIn(work: Work, placementId: string): Promise<{ site: Language; student: Language }> {
	const { rows } = await sql<{ site: Language; student: Language | null }>`
		select ${languageOfSite} site, case when t.id is not null then ${languageOfStudent} end student
		from placement.placement p
		join placement.site s on s.organisation_id = p.site_organisation_id and s.id = p.site_id
		left join placement.student t on t.organisation_id = p.organisation_id and t.id = p.student_id
		where p.id = ${placementId}`.execute(work.db);
	return { site: rows[0]?.site ?? "nb", student: rows[0]?.student ?? "nb" };
}
