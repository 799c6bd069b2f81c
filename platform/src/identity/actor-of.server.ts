import { sql } from "kysely";
import type { Work } from "../database/work.server.ts";
import { isLanguage } from "../language.ts";
import type { PersonActor } from "./actor.ts";
import { isNamedOn } from "./store.server.ts";

/**
 * A person as they stand today at an organisation, for work done on their behalf while they are not there: jobs and
 * the calendar feed. Someone who has lost their roles has none here either. Reads as the system.
 * @returns null when the person is gone or deactivated.
 */
export async function actorOf(
	work: Work,
	personId: string,
	organisationId: string,
): Promise<(PersonActor & { readonly organisationId: string }) | null> {
	const person = await work.db
		.selectFrom("identity.person")
		.select(["name", "language"])
		.where("id", "=", personId)
		.where("deactivated_at", "is", null)
		.executeTakeFirst();
	if (!person) return null;
	const organisation = await work.db
		.selectFrom("organisation.organisation as organisation")
		.leftJoin("organisation.identity as identity", (join) =>
			join.onRef("identity.organisation_id", "=", "organisation.id").on(isNamedOn(work.today)),
		)
		.select(["organisation.kind", "identity.name"])
		.where("organisation.id", "=", organisationId)
		.executeTakeFirst();
	const held = await work.db
		.selectFrom("organisation.membership")
		.select([
			sql<string[]>`coalesce(array_agg(distinct role), '{}')`.as("roles"),
			sql<string[]>`coalesce(array_agg(distinct role) filter (where unit_id is null), '{}')`.as("wholeRoles"),
			sql<string[]>`coalesce(array_agg(distinct unit_id) filter (where unit_id is not null), '{}')`.as("unitIds"),
			sql<string[]>`coalesce(array_agg(id), '{}')`.as("membershipIds"),
		])
		.where("organisation_id", "=", organisationId)
		.where("person_id", "=", personId)
		.where("valid_from", "<=", work.today)
		.where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", work.today)]))
		.executeTakeFirst();
	return {
		kind: "person",
		personId,
		name: person.name,
		language: isLanguage(person.language) ? person.language : "nb",
		sessionId: null,
		organisationId,
		organisationName: organisation?.name ?? null,
		organisationKind: organisation?.kind ?? null,
		roles: held?.roles ?? [],
		wholeRoles: held?.wholeRoles ?? [],
		unitIds: held?.unitIds ?? [],
		membershipIds: held?.membershipIds ?? [],
	};
}
