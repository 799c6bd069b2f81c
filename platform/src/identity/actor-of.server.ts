import { sql } from "kysely";
import type { Work } from "../database/work.server.ts";
import { isLanguage } from "../language.ts";
import type { PersonActor } from "./actor.ts";

/**
 * A person as they stand today at an organisation, for work done on their behalf while they are not there: jobs and
 * the calendar feed. Someone who has lost their roles has none here either. Asked as the system.
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
	const { rows } = await sql<{
		roles: string[];
		whole_roles: string[];
		unit_ids: string[];
		membership_ids: string[];
		organisation_name: string;
		organisation_kind: string;
	}>`select * from identity.find_roles(${personId}, ${organisationId}, ${work.now})`.execute(work.db);
	const held = rows[0];
	return {
		kind: "person",
		personId,
		name: person.name,
		language: isLanguage(person.language) ? person.language : "nb",
		sessionId: null,
		organisationId,
		organisationName: held?.organisation_name ?? null,
		organisationKind: held?.organisation_kind ?? null,
		roles: held?.roles ?? [],
		wholeRoles: held?.whole_roles ?? [],
		unitIds: held?.unit_ids ?? [],
		membershipIds: held?.membership_ids ?? [],
	};
}
