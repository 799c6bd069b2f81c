import { sql } from "kysely";
import { newId, type Work } from "../../../database/work.server.ts";
import type { NewParticipation, Participation, ParticipationCount, ParticipationQuery } from "./contract.ts";

/** Writes what an organisation takes part in; the same part from the same day is overwritten. */
export async function upsertParticipation(work: Work, recordedBy: string, given: NewParticipation): Promise<void> {
	await sql`insert into organisation.participation
			(organisation_id, id, object_kind, object_id, title, role, from_date, to_date, published, recorded_by)
		values (${given.organisationId}, ${newId()}, ${given.objectKind}, ${given.objectId}, ${given.title}, ${given.role},
			${given.fromDate}, ${given.toDate}, ${given.published}, ${recordedBy})
		on conflict (organisation_id, object_kind, object_id, role, from_date) do update
			set title = excluded.title, to_date = excluded.to_date, published = excluded.published`.execute(work.db);
}

/** Gives parts in an object that go on their last day: of one organisation, or of all. Returns how many. */
export async function endParticipation(
	work: Work,
	object: { readonly kind: string; readonly id: string },
	lastDay: string,
	organisationId: string | null,
): Promise<number> {
	const result = await sql`update organisation.participation set to_date = greatest(from_date, ${lastDay}::date)
		where object_kind = ${object.kind} and object_id = ${object.id} and (to_date is null or to_date > ${lastDay})
			and ${organisationId === null ? sql`true` : sql`organisation_id = ${organisationId}`}`.execute(work.db);
	return Number(result.numAffectedRows ?? 0);
}

/** What organisations take or took part in, newest first. */
export async function listParticipation(work: Work, organisationIds: readonly string[]): Promise<Participation[]> {
	return work.db
		.selectFrom("organisation.participation")
		.select([
			"organisation_id as organisationId",
			"id",
			"object_kind as objectKind",
			"object_id as objectId",
			"title",
			"role",
			"from_date as fromDate",
			"to_date as toDate",
			"published",
		])
		.where("organisation_id", "=", sql<string>`any(${organisationIds}::uuid[])`)
		.orderBy("from_date", "desc")
		.orderBy("id", "desc")
		.execute();
}

/** How many objects each organisation took part in during a time, those that took part in least first. */
export async function countParticipation(
	work: Work,
	{ kind, county, objectKind, from, to }: ParticipationQuery,
): Promise<ParticipationCount[]> {
	const { rows } = await sql<ParticipationCount>`
		select o.id, o.kind, i.name, i.number, count(distinct (p.object_kind, p.object_id)) filter (where p.id is not null) count,
			(select f.value from geography.municipality_fact f
				where o.kind = 'municipality' and f.municipality_number = i.number and f.name = 'population'
					and f.year <= ${Number(to.slice(0, 4))} order by f.year desc limit 1) population
		from organisation.organisation o
		join organisation.identity i on i.organisation_id = o.id
			and i.valid_from <= ${to} and (i.valid_to is null or i.valid_to >= ${to})
		left join organisation.participation p on p.organisation_id = o.id
			and p.from_date <= ${to} and (p.to_date is null or p.to_date >= ${from})
			${objectKind === undefined ? sql`` : sql`and p.object_kind = ${objectKind}`}
		where o.kind <> 'operator'
			${kind === undefined ? sql`` : sql`and o.kind = ${kind}`}
			${county === undefined ? sql`` : sql`and i.county_number = ${county}`}
		group by o.id, i.organisation_id, i.id
		order by count, i.name collate house.norwegian, o.id`.execute(work.db);
	return rows;
}
