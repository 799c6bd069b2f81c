import { sql } from "kysely";
import type { Work } from "../database/work.server.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import type { PersonActor } from "./actor.ts";
import { record } from "./audit.server.ts";
import { type LinkActor, spendLink } from "./link-token.server.ts";
import { isNamedOn } from "./store.server.ts";

/** What an invitation offers: a role at an organisation, from a date. */
export type Invitation = {
	readonly organisationId: string;
	readonly organisationName: string;
	readonly role: string;
	readonly title: string | null;
	readonly unitName: string | null;
	readonly name: string;
	readonly validFrom: string;
	readonly validTo: string | null;
	readonly personId: string | null;
};

/** The membership a join link is for; undefined when it has been removed. */
export async function findInvitation(work: Work, actor: LinkActor): Promise<Invitation | undefined> {
	return work.db
		.selectFrom("organisation.membership as membership")
		.innerJoin("organisation.identity as identity", (join) =>
			join.onRef("identity.organisation_id", "=", "membership.organisation_id").on(isNamedOn(work.today)),
		)
		.leftJoin("organisation.unit as unit", (join) =>
			join.onRef("unit.organisation_id", "=", "membership.organisation_id").onRef("unit.id", "=", "membership.unit_id"),
		)
		.where("membership.organisation_id", "=", actor.organisationId)
		.where("membership.id", "=", actor.objectId)
		.select([
			"membership.organisation_id as organisationId",
			"identity.name as organisationName",
			"membership.role",
			"membership.title",
			"unit.name as unitName",
			"membership.name",
			"membership.valid_from as validFrom",
			"membership.valid_to as validTo",
			"membership.person_id as personId",
		])
		.executeTakeFirst();
}

/**
 * Ties the membership someone was invited to to the person who signed in, and uses the link up. Runs as the link's
 * actor, who may touch that one membership only.
 */
export async function acceptInvitation(
	work: Work,
	person: PersonActor,
): Promise<Outcome<Invitation, "link-spent" | "taken">> {
	const used = await spendLink(work, "join");
	if (used.refused) return used;
	const actor = used.done;
	const invitation = await findInvitation(work, actor);
	if (!invitation || (invitation.validTo !== null && invitation.validTo < work.today)) return refused("link-spent");
	if (invitation.personId !== null && invitation.personId !== person.personId) return refused("taken");
	await work.db
		.updateTable("organisation.membership")
		.set({ person_id: person.personId, version: sql<number>`version + 1` })
		.where("organisation_id", "=", actor.organisationId)
		.where("id", "=", actor.objectId)
		.execute();
	await record(work, {
		verb: "membership.accept",
		objectKind: "membership",
		objectId: actor.objectId,
		aboutPersonId: person.personId,
		by: person,
	});
	return done(invitation);
}

/** Lets a person's session act for an organisation where they hold a role from now on. Runs as the person. */
export async function representFromNow(work: Work, actor: PersonActor, organisationId: string): Promise<void> {
	await work.db
		.updateTable("identity.session")
		.set({ organisation_id: organisationId })
		.where("id", "=", actor.sessionId)
		.execute();
	await record(work, {
		verb: "session.represent",
		objectKind: "organisation",
		objectId: organisationId,
		organisationId,
		aboutPersonId: actor.personId,
	});
}
