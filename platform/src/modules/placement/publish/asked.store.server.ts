import { type RawBuilder, sql } from "kysely";
import { inPieces } from "../../../database/in-pieces.server.ts";
import type { Work } from "../../../database/work.server.ts";
import type { Language } from "../../../language.ts";
import { languageOfSite, languageOfStudent } from "../letter-language.ts";
import type { Kept } from "../round/contract.ts";

export type AnswerCounts = {
	readonly standing: number;
	/** Those whose student has a name, and can answer. */
	readonly named: number;
	readonly confirmed: number;
	readonly declined: number;
	readonly accepted: number;
	readonly reconsider: number;
};

/** How sites and students of a round have answered. */
export async function countAnswers(work: Work, round: Kept): Promise<AnswerCounts> {
	const { rows } = await sql<AnswerCounts>`
		select count(*) filter (where state not in ('cancelled', 'declined'))::int standing,
			count(*) filter (where state not in ('cancelled', 'declined') and not exists (select from placement.student t
				where t.organisation_id = p.organisation_id and t.id = p.student_id and not t.named))::int named,
			count(*) filter (where host_answer = 'confirmed' and state not in ('cancelled', 'declined'))::int confirmed,
			count(*) filter (where state = 'declined')::int declined,
			count(*) filter (where student_answer = 'accepted' and state not in ('cancelled', 'declined'))::int accepted,
			count(*) filter (where student_answer = 'reconsider' and reconsidered is null and state not in ('cancelled', 'declined'))::int reconsider
		from placement.placement p where round_owner_id = ${round.organisationId} and round_id = ${round.id}`.execute(
		work.db,
	);
	return rows[0] ?? { standing: 0, named: 0, confirmed: 0, declined: 0, accepted: 0, reconsider: 0 };
}

export type ToReplan = { readonly id: string; readonly studentName: string; readonly siteName: string };

/** Students of a round who are to have another place than they have. */
export async function listToReplan(work: Work, round: Kept): Promise<ToReplan[]> {
	const { rows } = await sql<ToReplan>`
		select id, student_name "studentName", site_name "siteName" from placement.placement
		where round_owner_id = ${round.organisationId} and round_id = ${round.id} and reconsidered = 'granted'
			and state not in ('cancelled', 'declined') order by student_name collate house.norwegian, id`.execute(work.db);
	return rows;
}

/** Only sites not written to since a moment; only those a publication gave somebody new. */
export type SitesToAsk = { readonly quietSince?: Date; readonly publication?: number };

/** Sites of a round with placements nobody there has answered, and whom to ask. */
export async function listSitesToAsk(work: Work, round: Kept, { quietSince, publication }: SitesToAsk) {
	const fresh = publication === undefined ? sql`` : sql`having bool_or(p.publication = ${publication})`;
	const { rows } = await sql<{
		siteId: string;
		name: string;
		contactName: string | null;
		contactEmail: string | null;
		placements: number;
		language: Language;
	}>`
		select p.site_id "siteId", s.name, s.contact_name "contactName", s.contact_email "contactEmail", count(*)::int placements,
			${languageOfSite} language
		from placement.placement p
		join placement.site s on s.organisation_id = p.site_organisation_id and s.id = p.site_id
		where p.round_owner_id = ${round.organisationId} and p.round_id = ${round.id} and p.state = 'published' and p.host_answer is null
			and p.last_day >= ${work.today} and not ${writtenTo("placement-confirm", sql`p.site_id`, quietSince ?? null)}
		group by p.site_id, s.host_id, s.name, s.contact_name, s.contact_email ${fresh} order by s.name, p.site_id`.execute(
		work.db,
	);
	return rows;
}

/** Whether a link was sent since a moment; never, where there is no moment. */
const writtenTo = (purpose: string, objectId: RawBuilder<unknown>, since: Date | null) =>
	since === null
		? sql`false`
		: sql`exists (select from identity.link_token l where l.organisation_id = p.round_owner_id
			and l.purpose = ${purpose} and l.object_id = ${objectId} and l.created_at > ${since})`;

export type StudentToTell = {
	readonly placementId: string;
	readonly personId: string | null;
	readonly name: string;
	readonly email: string | null;
	readonly siteName: string;
	readonly courseName: string;
	readonly language: Language;
};

/** Students to be told of a publication, or those who have not answered and were not written to of late: some at a time. */
export async function eachStudentToTell(
	work: Work,
	round: Kept,
	which: { readonly publication: number } | { readonly quietSince: Date },
	tell: (students: readonly StudentToTell[]) => Promise<void>,
): Promise<void> {
	const narrowed =
		"publication" in which
			? sql`p.publication = ${which.publication}`
			: sql`p.student_answer is null and p.first_day > ${work.today}
				and not ${writtenTo("placement-answer", sql`p.id`, which.quietSince)}`;
	const found = sql<StudentToTell>`
		select p.id "placementId", p.person_id "personId", t.name, t.email, p.site_name "siteName", p.course_name "courseName",
			${languageOfStudent} language
		from placement.placement p
		join placement.student t on t.organisation_id = p.organisation_id and t.id = p.student_id
		where p.round_owner_id = ${round.organisationId} and p.round_id = ${round.id} and ${narrowed}
			and p.state not in ('cancelled', 'declined') order by p.id`;
	await inPieces(work, found, tell);
}

/** Students of these claims, with the place each had last. */
export async function listWithoutPlace(work: Work, round: Kept, claimIds: readonly string[]) {
	if (claimIds.length === 0) return [];
	const { rows } = await sql<{
		personId: string | null;
		name: string;
		email: string | null;
		siteName: string;
		courseName: string;
		language: Language;
	}>`
		select distinct on (p.claim_id) p.person_id "personId", t.name, t.email, p.site_name "siteName", p.course_name "courseName",
			${languageOfStudent} language
		from placement.placement p
		join placement.student t on t.organisation_id = p.organisation_id and t.id = p.student_id
		where p.round_owner_id = ${round.organisationId} and p.round_id = ${round.id} and p.claim_id = any(${claimIds})
		order by p.claim_id, p.publication desc`.execute(work.db);
	return rows;
}

/** Published rounds with answers missing, to be given by this day or before it. */
export async function listRoundsToRemind(work: Work, confirmBy: string): Promise<Kept[]> {
	const { rows } = await sql<Kept>`
		select r.organisation_id "organisationId", r.id from placement.round r
		where r.publication > 0 and r.confirm_by <= ${confirmBy}
			and exists (select from placement.placement p where p.round_owner_id = r.organisation_id and p.round_id = r.id
				and p.first_day > ${work.today} and ((p.state = 'published' and p.host_answer is null)
					or (p.state in ('published', 'confirmed') and p.student_answer is null)))
		order by r.id`.execute(work.db);
	return rows;
}
