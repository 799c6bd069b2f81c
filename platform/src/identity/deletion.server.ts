import type { Work } from "../database/work.server.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { operatorOrganisationId, type PersonActor } from "./actor.ts";
import { record } from "./audit.server.ts";
import { listOwnMemberships, type OwnMembership } from "./profile.server.ts";

/** Years a wish to be deleted is carried out, if a role must end first. */
const wishYears = 1;

/** A wish to be deleted made after this moment still stands, unless it was withdrawn. */
export function wishesSince(today: string): Date {
	const since = new Date(`${today}T00:00:00Z`);
	since.setUTCFullYear(since.getUTCFullYear() - wishYears);
	return since;
}

/**
 * Asks to be deleted: an entry in the operator's log, with what the person wrote. The nightly deletion carries it out
 * when no role holds it back. Asked again while it stands, the first request stands.
 */
export async function requestDeletion(work: Work, note: string): Promise<Outcome<undefined, "not-allowed" | "asked">> {
	const { actor } = work;
	if (actor.kind !== "person") return refused("not-allowed");
	if ((await findDeletionRequest(work, actor)) !== null) return refused("asked");
	await recordWish(work, actor, "person.ask-deletion", { note: note.slice(0, 1000) });
	return done(undefined);
}

/** Takes the wish back, as long as the deletion has not been carried out. */
export async function withdrawDeletion(work: Work): Promise<Outcome<undefined, "not-allowed" | "not-asked">> {
	const { actor } = work;
	if (actor.kind !== "person") return refused("not-allowed");
	if ((await findDeletionRequest(work, actor)) === null) return refused("not-asked");
	await recordWish(work, actor, "person.withdraw-deletion", {});
	return done(undefined);
}

async function recordWish(work: Work, { personId }: PersonActor, verb: string, detail: { note?: string }) {
	const about = { objectKind: "person", objectId: personId, aboutPersonId: personId };
	await record(work, { verb, ...about, organisationId: operatorOrganisationId, detail });
}

/** When a person asked to be deleted, if the wish still stands. */
export async function findDeletionRequest(work: Work, actor: PersonActor): Promise<Date | null> {
	const last = await work.db
		.selectFrom("audit.entry")
		.where("about_person_id", "=", actor.personId)
		.where("verb", "in", ["person.ask-deletion", "person.withdraw-deletion"])
		.where("at", ">=", wishesSince(work.today))
		.orderBy("at", "desc")
		.orderBy("id", "desc")
		.select(["at", "verb"])
		.executeTakeFirst();
	return last?.verb === "person.ask-deletion" ? last.at : null;
}

/** The roles that hold a deletion back: those that are not over. */
export async function listHoldingRoles(work: Work, actor: PersonActor): Promise<OwnMembership[]> {
	const memberships = await listOwnMemberships(work, actor.personId);
	return memberships.filter(({ validTo }) => validTo === null || validTo >= work.today);
}

/** People made for the demo are there for everyone who tries it: they are not deleted. */
export async function isDemoPerson(work: Work, actor: PersonActor): Promise<boolean> {
	const found = await work.db
		.selectFrom("identity.person")
		.where("id", "=", actor.personId)
		.select("demo")
		.executeTakeFirst();
	return found?.demo ?? false;
}
