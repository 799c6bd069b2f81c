import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Language } from "../../../language.ts";
import { languageOfSite, languageOfStudent } from "../letter-language.ts";
import type { Kept } from "../round/contract.ts";

/** Coordinators of the hosts of a publication, with how many came to each and how many of those before ended now. */
export async function listHostCoordinators(work: Work, round: Kept, publication: number) {
	const { rows } = await sql<{ personId: string; fresh: number; ended: number }>`
		select coordinator "personId", h.fresh, h.ended from (
			select p.host_id, count(*) filter (where p.publication = ${publication})::int fresh,
				count(*) filter (where p.publication < ${publication})::int ended
			from placement.placement p
			where p.round_owner_id = ${round.organisationId} and p.round_id = ${round.id} and p.host_id <> ${round.organisationId}
				and (p.publication = ${publication} or ${isEndedNow(work)})
			group by p.host_id
		) h, lateral placement.coordinators_of(h.host_id) coordinator order by 1`.execute(work.db);
	return rows;
}

/** Replaced by what is published in this transaction. */
const isEndedNow = (work: Work) => sql`p.state = 'cancelled' and exists (
	select from placement.event e where e.organisation_id = p.organisation_id and e.placement_id = p.id
		and e.verb = 'supersede' and e.at = ${work.now})`;

/** Sites that had said yes to students who do not come there after all, with an address and nobody new to answer for. */
export async function listSitesLeft(work: Work, round: Kept) {
	const { rows } = await sql<{ name: string; email: string; ended: number; language: Language }>`
		select s.name, s.contact_email email, count(*)::int ended, ${languageOfSite} language
		from placement.placement p
		join placement.site s on s.organisation_id = p.site_organisation_id and s.id = p.site_id
		where p.round_owner_id = ${round.organisationId} and p.round_id = ${round.id} and p.host_answer = 'confirmed'
			and s.contact_email is not null and ${isEndedNow(work)}
		group by s.organisation_id, s.id, s.host_id, s.name, s.contact_email order by s.name, s.id`.execute(work.db);
	return rows;
}

/** One placement with whom it concerns. */
export async function findConcerned(work: Work, placementId: string) {
	const { rows } = await sql<{
		organisationId: string;
		roundOwnerId: string;
		hostId: string;
		personId: string | null;
		studentName: string;
		studentEmail: string | null;
		studentLanguage: Language;
		siteName: string;
		siteEmail: string | null;
		siteLanguage: Language;
		courseName: string;
		reconsidered: "granted" | "refused" | null;
		/** The student has left the round. */
		out: boolean;
	}>`
		select p.organisation_id "organisationId", p.round_owner_id "roundOwnerId", p.host_id "hostId", p.person_id "personId",
			t.name "studentName", t.email "studentEmail", p.site_name "siteName", s.contact_email "siteEmail",
			p.course_name "courseName", ${languageOfStudent} "studentLanguage", ${languageOfSite} "siteLanguage", p.reconsidered, c.withdrawn_at is not null out
		from placement.placement p
		join placement.student t on t.organisation_id = p.organisation_id and t.id = p.student_id
		join placement.claim c on c.organisation_id = p.organisation_id and c.id = p.claim_id
		join placement.site s on s.organisation_id = p.site_organisation_id and s.id = p.site_id
		where p.id = ${placementId}`.execute(work.db);
	return rows[0];
}
