import { type RawBuilder, sql } from "kysely";
import type { Work } from "../database/work.server.ts";

/** Where `identity` is the name an organisation has on a day; exactly one, as periods do not overlap. */
export function isNamedOn(day: string): RawBuilder<boolean> {
	return sql<boolean>`(identity.valid_from <= ${day} and (identity.valid_to is null or identity.valid_to >= ${day}))`;
}

export type DemoPerson = { readonly id: string; readonly name: string; readonly roles: readonly string[] };

/** People made by the demo, each with the title and organisation they show a visitor. */
export async function listDemoPeople(work: Work): Promise<DemoPerson[]> {
	return work.db
		.selectFrom("identity.person as person")
		.leftJoin("organisation.membership as membership", "membership.person_id", "person.id")
		.leftJoin("organisation.identity as identity", (join) =>
			join.onRef("identity.organisation_id", "=", "membership.organisation_id").on(isNamedOn(work.today)),
		)
		.where("person.demo", "=", true)
		.groupBy("person.id")
		.orderBy("person.created_at")
		.orderBy("person.id")
		.select([
			"person.id",
			"person.name",
			sql<string[]>`coalesce(array_agg(coalesce(membership.title, membership.role) || ', ' || identity.name
				order by membership.valid_from) filter (where membership.id is not null), '{}')`.as("roles"),
		])
		.execute();
}

export type Representable = {
	readonly organisationId: string;
	readonly name: string;
	readonly roles: readonly string[];
};

/** The organisations a person holds a role at today. */
export async function listRepresentable(work: Work, personId: string): Promise<Representable[]> {
	return work.db
		.selectFrom("organisation.membership as membership")
		.innerJoin("organisation.identity as identity", (join) =>
			join.onRef("identity.organisation_id", "=", "membership.organisation_id").on(isNamedOn(work.today)),
		)
		.where("membership.person_id", "=", personId)
		.where("membership.valid_from", "<=", work.today)
		.where((where) =>
			where.or([where("membership.valid_to", "is", null), where("membership.valid_to", ">=", work.today)]),
		)
		.groupBy(["membership.organisation_id", "identity.name"])
		.orderBy(sql`identity.name collate house.norwegian`)
		.select([
			"membership.organisation_id as organisationId",
			"identity.name",
			sql<string[]>`array_agg(distinct coalesce(membership.title, membership.role))`.as("roles"),
		])
		.execute();
}
