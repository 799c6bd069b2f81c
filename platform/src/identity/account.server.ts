import { sql } from "kysely";
import { newId, type Work } from "../database/work.server.ts";
import type { Language } from "../language.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { record } from "./audit.server.ts";
import type { Claims } from "./claims.ts";

/** What a provider says of the person who signed in. Nothing else of it is kept; a national identity number never. */
export type Claimed = Claims & { readonly provider: string };

export type SignedIn = {
	readonly personId: string;
	readonly name: string;
	readonly isNew: boolean;
	/** Memberships that waited for someone with this e-mail address. */
	readonly boundMemberships: number;
};

/**
 * Finds the person behind an account, or makes the person at the first sign-in, and ties memberships that wait for a
 * verified e-mail address to them. An account never ties itself to a person by e-mail address alone.
 */
export async function signInAccount(
	work: Work,
	claimed: Claimed,
	language: Language,
): Promise<Outcome<SignedIn, "deactivated">> {
	const known = await work.db
		.selectFrom("identity.account as account")
		.innerJoin("identity.person as person", "person.id", "account.person_id")
		.where("account.provider", "=", claimed.provider)
		.where("account.subject", "=", claimed.subject)
		.select(["person.id", "person.name", "person.deactivated_at as deactivatedAt"])
		.executeTakeFirst();
	if (known?.deactivatedAt) return refused("deactivated");
	const personId = known?.id ?? (await makePerson(work, claimed, language));
	if (known)
		await work.db
			.updateTable("identity.account")
			.set({ last_sign_in_at: work.now, email: claimed.email })
			.where("provider", "=", claimed.provider)
			.where("subject", "=", claimed.subject)
			.execute();
	const boundMemberships = claimed.isEmailVerified ? await bindMemberships(work, personId, claimed.email) : 0;
	return done({ personId, name: known?.name ?? claimed.name, isNew: !known, boundMemberships });
}

async function makePerson(work: Work, claimed: Claimed, language: Language): Promise<string> {
	const id = newId();
	await work.db
		.insertInto("identity.person")
		.values({ id, name: claimed.name, email: claimed.email, language, created_at: work.now })
		.execute();
	await work.db
		.insertInto("identity.account")
		.values({
			provider: claimed.provider,
			subject: claimed.subject,
			person_id: id,
			email: claimed.email,
			created_at: work.now,
			last_sign_in_at: work.now,
		})
		.execute();
	await record(work, {
		verb: "person.begin",
		objectKind: "person",
		objectId: id,
		aboutPersonId: id,
		by: { personId: id, name: claimed.name },
		detail: { provider: claimed.provider },
	});
	return id;
}

async function bindMemberships(work: Work, personId: string, email: string | null): Promise<number> {
	if (email === null) return 0;
	const bound = await work.db
		.updateTable("organisation.membership")
		.set({ person_id: personId })
		.where("person_id", "is", null)
		.where(sql`lower(email)`, "=", email.toLowerCase())
		.where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", work.today)]))
		.returning(["organisation_id as organisationId", "id"])
		.execute();
	for (const membership of bound)
		await record(work, {
			verb: "membership.bind",
			objectKind: "membership",
			objectId: membership.id,
			organisationId: membership.organisationId,
			aboutPersonId: personId,
			detail: { by: "verified e-mail address" },
		});
	return bound.length;
}
