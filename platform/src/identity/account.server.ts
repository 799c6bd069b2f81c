import { sql } from "kysely";
import { newId, type Work } from "../database/work.server.ts";
import type { Language } from "../language.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import type { PersonActor } from "./actor.ts";
import { record } from "./audit.server.ts";
import { bindRooms } from "./binding.server.ts";
import type { Claims } from "./claims.ts";
import { isInPerson } from "./rules.ts";

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
	await insertAccount(work, claimed, id);
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

async function insertAccount(work: Work, claimed: Claimed, personId: string): Promise<void> {
	await work.db
		.insertInto("identity.account")
		.values({
			provider: claimed.provider,
			subject: claimed.subject,
			person_id: personId,
			email: claimed.email,
			created_at: work.now,
			last_sign_in_at: work.now,
		})
		.execute();
}

/** Gives a person one more way in. An account that is another person's stays theirs. */
export async function connectAccount(
	work: Work,
	claimed: Claimed,
	person: PersonActor,
): Promise<Outcome<undefined, "taken">> {
	const known = await work.db
		.selectFrom("identity.account")
		.where("provider", "=", claimed.provider)
		.where("subject", "=", claimed.subject)
		.select("person_id as personId")
		.executeTakeFirst();
	if (known) return known.personId === person.personId ? done(undefined) : refused("taken");
	await insertAccount(work, claimed, person.personId);
	await record(work, {
		...{ verb: "account.connect", objectKind: "person", objectId: person.personId, aboutPersonId: person.personId },
		by: person,
		detail: { provider: claimed.provider },
	});
	if (claimed.isEmailVerified) await bindMemberships(work, person.personId, claimed.email);
	return done(undefined);
}

export type OwnAccount = {
	readonly provider: string;
	/** What the provider knows the person by. */
	readonly subject: string;
	readonly email: string | null;
	readonly createdAt: Date;
	readonly lastSignInAt: Date;
};

/** The ways in a person has, the oldest first. */
export function listAccounts(work: Work, actor: PersonActor): Promise<OwnAccount[]> {
	return work.db
		.selectFrom("identity.account")
		.where("person_id", "=", actor.personId)
		.orderBy("created_at")
		.orderBy("provider")
		.select(["provider", "subject", "email", "created_at as createdAt", "last_sign_in_at as lastSignInAt"])
		.execute();
}

/** The provider a person is signed in through at this moment. */
export async function findProviderInUse(work: Work, actor: PersonActor): Promise<string | null> {
	const session = await work.db
		.selectFrom("identity.session")
		.where("id", "=", actor.sessionId)
		.select("provider")
		.executeTakeFirst();
	return session?.provider ?? null;
}

/**
 * Takes away one of a person's ways in, and ends what was begun through it. Never the one in use: so the person has
 * just shown that another works, and nobody locks themselves out.
 */
export async function disconnectAccount(
	work: Work,
	account: { readonly provider: string; readonly subject: string },
): Promise<Outcome<undefined, "not-allowed" | "missing" | "in-use">> {
	const { actor } = work;
	if (!isInPerson(actor)) return refused("not-allowed");
	if ((await findProviderInUse(work, actor)) === account.provider) return refused("in-use");
	const gone = await work.db
		.deleteFrom("identity.account")
		.where("person_id", "=", actor.personId)
		.where("provider", "=", account.provider)
		.where("subject", "=", account.subject)
		.returning("provider")
		.executeTakeFirst();
	if (!gone) return refused("missing");
	await work.db
		.deleteFrom("identity.session")
		.where("person_id", "=", actor.personId)
		.where("provider", "=", account.provider)
		.execute();
	await record(work, {
		...{ verb: "account.disconnect", objectKind: "person", objectId: actor.personId, aboutPersonId: actor.personId },
		detail: { provider: account.provider },
	});
	return done(undefined);
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
	await bindRooms(work, personId, email);
	return bound.length;
}
