import { sql } from "kysely";
import { z } from "zod";
import { type Database, newId, type Work } from "../database/work.server.ts";
import { isLanguage } from "../language.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { type PersonActor, system } from "./actor.ts";
import { record } from "./audit.server.ts";
import { allow, allowSender } from "./rate.server.ts";
import { rates } from "./rate.ts";
import { isInPerson, mayAdminister, mayRevokeToken, type Scope } from "./rules.ts";
import { hashSecret, newSecret } from "./secret.server.ts";
import { isNamedOn } from "./store.server.ts";
import { scopesOf } from "./token-area.ts";

const day = 24 * 60 * 60 * 1000;
/** `last_used_at` is written at most this often, so that reading through the API is not also a write. */
const usedResolution = 60 * 60 * 1000;
/** Tells people, and scanners of published code, what they are looking at. */
const prefix = "la_";
const tokensAtOnce = 20;

/** The days a token may last, at most a year. */
export const tokenLives = [30, 90, 180, 365] as const;

export const tokenForm = z.object({
	name: z.string().trim().min(1).max(100),
	scopes: z.array(z.string()).min(1),
	days: z.coerce.number().refine((days) => tokenLives.some((life) => life === days)),
});

/**
 * Makes a personal access token for the organisation represented. The token itself is in the answer and nowhere else.
 * Made only in a signed-in browser: a token cannot make tokens.
 */
export async function createAccessToken(
	work: Work,
	input: z.output<typeof tokenForm>,
): Promise<
	Outcome<
		{ readonly id: string; readonly token: string; readonly scopes: readonly Scope[] },
		"not-allowed" | "unknown-scope" | "too-many"
	>
> {
	const { actor } = work;
	if (!isInPerson(actor) || actor.organisationId === null || actor.roles.length === 0) return refused("not-allowed");
	const scopes = scopesOf(input.scopes);
	if (!scopes) return refused("unknown-scope", { field: "scopes" });
	if ((await listOwnTokens(work, actor)).length >= tokensAtOnce)
		return refused("too-many", { detail: { limit: tokensAtOnce } });
	const id = newId();
	const token = prefix + newSecret();
	await work.db
		.insertInto("identity.access_token")
		.values({
			organisation_id: actor.organisationId,
			id,
			token_hash: hashSecret(token),
			person_id: actor.personId,
			name: input.name,
			scopes,
			created_at: work.now,
			expires_at: new Date(work.now.getTime() + input.days * day),
		})
		.execute();
	await record(work, {
		verb: "token.create",
		objectKind: "access-token",
		objectId: id,
		aboutPersonId: actor.personId,
		detail: { scopes, days: input.days },
	});
	return done({ id, token, scopes });
}

/** Ends a token. One that belongs to another person or organisation, or has ended, is missing. */
export async function revokeAccessToken(work: Work, id: string): Promise<Outcome<undefined, "missing">> {
	const token = await work.db
		.selectFrom("identity.access_token")
		.select(["organisation_id as organisationId", "person_id as personId"])
		.where("id", "=", id)
		.where("revoked_at", "is", null)
		.executeTakeFirst();
	if (!token || !mayRevokeToken(work.actor, token)) return refused("missing");
	await work.db
		.updateTable("identity.access_token")
		.set({ revoked_at: work.now })
		.where("organisation_id", "=", token.organisationId)
		.where("id", "=", id)
		.execute();
	await record(work, {
		verb: "token.revoke",
		objectKind: "access-token",
		objectId: id,
		organisationId: token.organisationId,
		aboutPersonId: token.personId,
	});
	return done(undefined);
}

export type AccessToken = {
	readonly id: string;
	readonly name: string;
	readonly scopes: readonly string[];
	readonly organisationName: string;
	readonly createdAt: Date;
	readonly expiresAt: Date;
	readonly lastUsedAt: Date | null;
};

/** A person's own tokens that still work, at every organisation. */
export async function listOwnTokens(work: Work, actor: PersonActor): Promise<AccessToken[]> {
	return openTokens(work).where("token.person_id", "=", actor.personId).execute();
}

/** Every token that still works at the organisation an administrator represents, with whose it is. */
export async function listOrganisationTokens(
	work: Work,
): Promise<(AccessToken & { readonly personName: string | null })[]> {
	if (!mayAdminister(work.actor)) return [];
	return openTokens(work)
		.where("token.organisation_id", "=", work.actor.organisationId)
		.select((select) =>
			select
				.selectFrom("organisation.membership as membership")
				.whereRef("membership.organisation_id", "=", "token.organisation_id")
				.whereRef("membership.person_id", "=", "token.person_id")
				.orderBy("membership.valid_from", "desc")
				.limit(1)
				.select("membership.name")
				.as("personName"),
		)
		.execute();
}

function openTokens(work: Work) {
	return work.db
		.selectFrom("identity.access_token as token")
		.innerJoin("organisation.identity as identity", (join) =>
			join.onRef("identity.organisation_id", "=", "token.organisation_id").on(isNamedOn(work.today)),
		)
		.where("token.revoked_at", "is", null)
		.where("token.expires_at", ">", work.now)
		.orderBy("token.created_at", "desc")
		.orderBy("token.id", "desc")
		.select([
			"token.id",
			"token.name",
			"token.scopes",
			"identity.name as organisationName",
			"token.created_at as createdAt",
			"token.expires_at as expiresAt",
			"token.last_used_at as lastUsedAt",
		]);
}

export type TokenActor = PersonActor & { readonly organisationId: string; readonly scopes: readonly string[] };

type FoundToken = {
	token_id: string;
	person_id: string;
	person_name: string;
	language: string;
	organisation_id: string;
	organisation_name: string;
	organisation_kind: string;
	last_used_at: Date | null;
	scopes: string[];
	roles: string[];
	whole_roles: string[];
	unit_ids: string[];
	membership_ids: string[];
};

/** Who a bearer token acts for; null when unknown, expired or revoked, and when its person holds no role there any more. */
export async function findTokenActor(database: Database, bearer: string, now = new Date()): Promise<TokenActor | null> {
	if (!bearer.startsWith(prefix)) return null;
	const { rows } =
		await sql<FoundToken>`select * from identity.find_access_token(${hashSecret(bearer)}, ${now})`.execute(
			database.bare,
		);
	const found = rows[0];
	if (!found) return null;
	if (!found.last_used_at || now.getTime() - found.last_used_at.getTime() > usedResolution)
		await touch(database, found, now);
	return {
		kind: "person",
		personId: found.person_id,
		name: found.person_name,
		language: isLanguage(found.language) ? found.language : "nb",
		sessionId: null,
		organisationId: found.organisation_id,
		organisationName: found.organisation_name,
		organisationKind: found.organisation_kind,
		roles: found.roles,
		wholeRoles: found.whole_roles,
		unitIds: found.unit_ids,
		membershipIds: found.membership_ids,
		scopes: found.scopes,
	};
}

async function touch(database: Database, found: FoundToken, now: Date): Promise<void> {
	await database.commanding(system("token"), async (work) => {
		await work.db
			.updateTable("identity.access_token")
			.set({ last_used_at: now })
			.where("organisation_id", "=", found.organisation_id)
			.where("id", "=", found.token_id)
			.execute();
		return done(undefined);
	});
}

/**
 * How the HTTP API finds out who asks: the token's actor, null, or `limited` when its owner, or someone guessing at
 * tokens, asks too often.
 */
export async function authenticateToken(bearer: string, database: Database): Promise<TokenActor | null | "limited"> {
	const { tries, seconds } = rates.token;
	const allowance = await allow(database, `token ${hashSecret(bearer).toString("base64url")}`, tries, seconds);
	if (!allowance.allowed) return "limited";
	const actor = await findTokenActor(database, bearer);
	if (actor) return actor;
	return (await allowSender(database, "unknown-token")).allowed ? null : "limited";
}
