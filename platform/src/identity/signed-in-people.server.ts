import { sql } from "kysely";
import type { Database, Work } from "../database/work.server.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { type Actor, operatorOrganisationId, system } from "./actor.ts";
import { record } from "./audit.server.ts";
import { mayAdminister, mayOperate, type RepresentingActor } from "./rules.ts";

export type SignedInPerson = {
	readonly personId: string;
	/** As the organisation knows them; the operator sees the name of the profile. */
	readonly name: string;
	readonly sessions: number;
	readonly seenAt: Date;
};

/** The most people on the page; a search finds the others. */
const most = 200;

/**
 * Who of the organisation represented is signed in somewhere, the one seen last first; for whoever operates the
 * installation, everyone. Nobody sees where or with what: that is the person's own.
 * @param search part of a name
 * @returns null for those who may not administer
 */
export async function listSignedIn(
	database: Database,
	actor: Actor,
	search: string,
): Promise<readonly SignedInPerson[] | null> {
	if (!mayAdminister(actor)) return null;
	const part = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
	return database.reading(system("who is signed in"), async (work) => {
		const { rows } = await sql<SignedInPerson>`
			select * from (
				select person.id as "personId", ${nameFor(actor)} as name,
					count(*)::integer as sessions, max(session.seen_at) as "seenAt"
				from identity.session
				join identity.person on person.id = session.person_id
				where session.idle_expires_at > ${work.now} and session.absolute_expires_at > ${work.now}
				group by person.id
			) signed_in
			where name ilike ${part}
			order by "seenAt" desc, "personId"
			limit ${most}`.execute(work.db);
		return rows;
	});
}

/** What an administrator knows the person of a session by; null where they have never had a role there. */
function nameFor({ organisationId }: RepresentingActor) {
	if (organisationId === operatorOrganisationId) return sql<string | null>`person.name`;
	return sql<string | null>`(
		select membership.name from organisation.membership
		where membership.person_id = person.id and membership.organisation_id = ${organisationId}
		order by membership.valid_from desc, membership.id limit 1
	)`;
}

/**
 * Signs a person out everywhere, e.g. because a machine is lost or someone has left: the operator anyone, an
 * administrator those who have or have had a role at the organisation. They can sign in again.
 * @returns how many sessions ended
 */
export async function endSessionsOf(
	database: Database,
	actor: Actor,
	personId: string,
): Promise<Outcome<number, "missing">> {
	if (!mayAdminister(actor)) return refused("missing");
	return database.commanding(system("signed out by an administrator"), async (work) => {
		if (!(await isTheirs(work, actor, personId))) return refused("missing");
		const ended = await work.db
			.deleteFrom("identity.session")
			.where("person_id", "=", personId)
			.returning("id")
			.execute();
		for (const session of ended)
			await record(work, {
				verb: mayOperate(actor) ? "session.end-by-operator" : "session.end-by-administrator",
				objectKind: "session",
				objectId: session.id,
				organisationId: actor.organisationId,
				aboutPersonId: personId,
				by: actor,
			});
		return done(ended.length);
	});
}

async function isTheirs(work: Work, actor: RepresentingActor, personId: string): Promise<boolean> {
	const query =
		actor.organisationId === operatorOrganisationId
			? work.db.selectFrom("identity.person").where("id", "=", personId).select("id")
			: work.db
					.selectFrom("organisation.membership")
					.where("organisation_id", "=", actor.organisationId)
					.where("person_id", "=", personId)
					.select("id");
	return (await query.executeTakeFirst()) !== undefined;
}
