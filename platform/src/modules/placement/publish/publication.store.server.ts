import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Kept } from "../round/contract.ts";
import { inText } from "../round/snapshot.store.server.ts";
import type { RoundCount } from "../round/store.server.ts";
import type { Publication, PublicationChanges } from "./contract.ts";
import type { Slice } from "./slices.ts";

/** Where claims of a round have a place now: pairs of claim and offer as a text of JSON. */
export async function standingInText(work: Work, round: Kept): Promise<string> {
	return inText(
		work,
		sql`select claim_id claim, offer_id offer from placement.placement
			where round_owner_id = ${round.organisationId} and round_id = ${round.id} and state not in ('cancelled', 'declined')`,
	);
}

/** Places of a round that were declined by the site, or cancelled, since a moment: not those another publication replaced. */
export async function endedInText(work: Work, round: Kept, since: Date): Promise<string> {
	return inText(
		work,
		sql`select distinct p.claim_id claim, p.offer_id offer from placement.placement p
			join placement.event e on e.organisation_id = p.organisation_id and e.placement_id = p.id
				and e.verb in ('decline', 'cancel') and e.at >= ${since}
			where p.round_owner_id = ${round.organisationId} and p.round_id = ${round.id} and p.state in ('cancelled', 'declined')`,
	);
}

/** Writes placements, each with its first event, in slices; what is the same for all stands in `published`. */
export async function insertPlacements(
	work: Work,
	published: { readonly round: Kept; readonly runId: string; readonly publication: number; readonly byName: string },
	slices: readonly Slice[],
	told: (done: number) => Promise<void>,
): Promise<void> {
	const { round, runId, publication, byName } = published;
	let written = 0;
	for (const { count, json } of slices) {
		await sql`
			with given as (
				select * from jsonb_to_recordset(${json}::jsonb)
					as x(id uuid, event uuid, claim uuid, offer uuid, rank int, minutes int)
			), made as (
				insert into placement.placement (organisation_id, id, round_owner_id, round_id, run_id, publication, claim_id,
					student_id, person_id, institution_id, host_id, site_organisation_id, site_id, offer_organisation_id, offer_id,
					period_id, student_name, site_name, course_name, profession, year_of_study, first_day, last_day, minutes, rank, state)
				select c.organisation_id, g.id, ${round.organisationId}, ${round.id}, ${runId}, ${publication}, c.id,
					c.student_id, c.person_id, c.institution_id, s.host_id, s.organisation_id, s.id, o.organisation_id, o.id,
					c.period_id, t.name, s.name, k.name, k.profession, k.year_of_study, p.first_day, p.last_day, g.minutes, g.rank, 'published'
				from given g
				join placement.claim c on c.id = g.claim and c.round_owner_id = ${round.organisationId} and c.round_id = ${round.id}
				join placement.student t on t.organisation_id = c.organisation_id and t.id = c.student_id
				join placement.period p on p.organisation_id = c.organisation_id and p.id = c.period_id
				join placement.course k on k.organisation_id = p.organisation_id and k.id = p.course_id
				join placement.offer o on o.id = g.offer
				join placement.site s on s.organisation_id = o.organisation_id and s.id = o.site_id
				returning organisation_id, id, host_id, person_id
			)
			insert into placement.event (organisation_id, placement_id, id, host_id, person_id, at, by_name, by_side, verb)
			select m.organisation_id, m.id, g.event, m.host_id, m.person_id, ${work.now}, ${byName}, 'owner', 'publish'
			from made m join given g on g.id = m.id`.execute(work.db);
		written += count;
		await told(written);
	}
}

/** Ends the placements of claims that have another place now, or none; each with an event. */
export async function supersede(work: Work, round: Kept, claimIds: readonly string[], byName: string): Promise<void> {
	if (claimIds.length === 0) return;
	await sql`
		with ended as (
			update placement.placement set state = 'cancelled', version = version + 1
			where round_owner_id = ${round.organisationId} and round_id = ${round.id} and claim_id = any(${claimIds})
				and state not in ('cancelled', 'declined')
			returning organisation_id, id, host_id, person_id
		), settled as (
			select notice.settle_reminders('placement', id, ${work.now}) from ended
		), counted as (
			select count(*) from settled
		)
		insert into placement.event (organisation_id, placement_id, id, host_id, person_id, at, by_name, by_side, verb)
		select organisation_id, id, gen_random_uuid(), host_id, person_id, ${work.now}, ${byName}, 'owner', 'supersede'
		from ended cross join counted`.execute(work.db);
}

export async function insertPublication(
	work: Work,
	round: Kept,
	given: {
		readonly number: number;
		readonly runId: string;
		readonly personId: string | null;
		readonly byName: string;
		readonly changes: PublicationChanges;
		readonly counted: RoundCount;
	},
): Promise<void> {
	await work.db
		.insertInto("placement.publication")
		.values({
			organisation_id: round.organisationId,
			round_id: round.id,
			number: given.number,
			run_id: given.runId,
			published_by: given.personId,
			published_by_name: given.byName,
			published_at: work.now,
			changes: JSON.stringify(given.changes),
			claims: given.counted.claims,
			without_wishes: given.counted.withoutWishes,
		})
		.execute();
	await work.db
		.updateTable("placement.round")
		.set((set) => ({
			state: "published",
			publication: given.number,
			published_at: work.now,
			chosen_run_id: given.runId,
			version: set("version", "+", 1),
		}))
		.where("organisation_id", "=", round.organisationId)
		.where("id", "=", round.id)
		.execute();
}

export async function listPublications(work: Work, round: Kept): Promise<Publication[]> {
	const { rows } = await sql<Publication>`
		select p.number, p.run_id "runId", u.name "runName", p.published_by_name "publishedBy", p.published_at "publishedAt", p.changes
		from placement.publication p
		join placement.run u on u.organisation_id = p.organisation_id and u.id = p.run_id
		where p.organisation_id = ${round.organisationId} and p.round_id = ${round.id} order by p.number desc`.execute(
		work.db,
	);
	return rows;
}
