import { sql } from "kysely";
import { createCookie } from "react-router";
import type { Configuration } from "../configuration.server.ts";
import { type Database, newId, type Work } from "../database/work.server.ts";
import { isLanguage } from "../language.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { type Actor, nobody, type PersonActor, system } from "./actor.ts";
import { record } from "./audit.server.ts";
import { hashSecret, newSecret, seal } from "./secret.server.ts";

const hours = 60 * 60 * 1000;
/** A browser left alone this long must sign in again (OWASP ASVS 5.0, 7.3). */
const idleLimit = 8 * hours;
/** However active, a session ends after this long. */
const absoluteLimit = 7 * 24 * hours;
/** `seen_at` is written at most this often, so that reading a page is not also a write. */
const seenResolution = 5 * 60 * 1000;

export function sessionCookie(configuration: Configuration) {
	const secure = configuration.url.startsWith("https:");
	// With the prefix a browser takes the cookie from this very host over https only (OWASP ASVS 5.0, 3.3.1).
	return createCookie(secure ? "__Host-session" : "session", {
		path: "/",
		httpOnly: true,
		sameSite: "lax",
		secure,
		maxAge: absoluteLimit / 1000,
	});
}

type FoundSession = {
	session_id: string;
	person_id: string;
	person_name: string;
	language: string;
	organisation_id: string | null;
	organisation_name: string | null;
	organisation_kind: string | null;
	seen_at: Date;
	roles: string[];
	whole_roles: string[];
	unit_ids: string[];
	membership_ids: string[];
};

/** Who a session token belongs to: a person, or nobody when the token is unknown, expired or revoked. */
export async function findActor(database: Database, token: string | null, now: Date): Promise<Actor> {
	if (token === null) return nobody;
	const { rows } = await sql<FoundSession>`select * from identity.find_session(${hashSecret(token)}, ${now})`.execute(
		database.bare,
	);
	const found = rows[0];
	if (!found) return nobody;
	if (now.getTime() - found.seen_at.getTime() > seenResolution) await touch(database, found.session_id, now);
	const actor: PersonActor = {
		kind: "person",
		personId: found.person_id,
		name: found.person_name,
		language: isLanguage(found.language) ? found.language : "nb",
		sessionId: found.session_id,
		organisationId: found.organisation_id,
		organisationName: found.organisation_name,
		organisationKind: found.organisation_kind,
		roles: found.roles,
		wholeRoles: found.whole_roles,
		unitIds: found.unit_ids,
		membershipIds: found.membership_ids,
	};
	return actor;
}

async function touch(database: Database, sessionId: string, now: Date): Promise<void> {
	await database.commanding(system("session"), async (work) => {
		await work.db
			.updateTable("identity.session")
			.set({ seen_at: now, idle_expires_at: new Date(now.getTime() + idleLimit) })
			.where("id", "=", sessionId)
			.execute();
		return done(undefined);
	});
}

/** What a provider gave us that signing out there takes. */
export type Vouched = { readonly idToken: string; readonly sessionId: string | null };

/**
 * Begins a session for a person and returns its token, which is stored nowhere but in the cookie. The person
 * represents the organisation used last, or the only one there is.
 */
export async function beginSession(
	work: Work,
	personId: string,
	provider: string,
	agent: string | null,
	vouched?: Vouched,
): Promise<string> {
	const token = newSecret();
	const memberships = await work.db
		.selectFrom("organisation.membership")
		.select("organisation_id")
		.distinct()
		.orderBy("organisation_id")
		.where("person_id", "=", personId)
		.where("valid_from", "<=", work.today)
		.where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", work.today)]))
		.execute();
	const last = await work.db
		.selectFrom("identity.session")
		.select("organisation_id")
		.where("person_id", "=", personId)
		.where("organisation_id", "is not", null)
		.orderBy("created_at", "desc")
		.limit(1)
		.executeTakeFirst();
	const held = memberships.map((membership) => membership.organisation_id);
	const organisationId = held.find((id) => id === last?.organisation_id) ?? held[0] ?? null;
	const id = newId();
	await work.db
		.insertInto("identity.session")
		.values({
			id,
			token_hash: hashSecret(token),
			person_id: personId,
			organisation_id: organisationId,
			provider,
			created_at: work.now,
			seen_at: work.now,
			idle_expires_at: new Date(work.now.getTime() + idleLimit),
			absolute_expires_at: new Date(work.now.getTime() + absoluteLimit),
			agent: agent === null ? null : agent.slice(0, 200),
			sealed_id_token: vouched ? seal(token, vouched.idToken) : null,
			provider_session: vouched?.sessionId ?? null,
		})
		.execute();
	const person = await work.db
		.selectFrom("identity.person")
		.select("name")
		.where("id", "=", personId)
		.executeTakeFirstOrThrow();
	await record(work, {
		verb: "session.begin",
		objectKind: "session",
		objectId: id,
		aboutPersonId: personId,
		by: { personId, name: person.name },
		detail: { provider },
	});
	return token;
}

/** Ends the session a cookie stands for, when the browser signs in anew. */
export async function endSessionOf(work: Work, token: string): Promise<void> {
	await work.db.deleteFrom("identity.session").where("token_hash", "=", hashSecret(token)).execute();
}

/** Ends the session in use, or all of a person's sessions on every machine. */
export async function endSessions(work: Work, actor: PersonActor, which: "this" | "all"): Promise<void> {
	let query = work.db.deleteFrom("identity.session").where("person_id", "=", actor.personId);
	if (which === "this") query = query.where("id", "=", actor.sessionId);
	await query.execute();
	await record(work, {
		verb: `session.end-${which}`,
		objectKind: "session",
		objectId: actor.sessionId,
		aboutPersonId: actor.personId,
	});
}

/** Ends one of a person's own sessions, e.g. on a machine left behind. A session of someone else is not there. */
export async function endSession(
	work: Work,
	actor: PersonActor,
	sessionId: string,
): Promise<Outcome<undefined, "missing">> {
	const ended = await work.db
		.deleteFrom("identity.session")
		.where("person_id", "=", actor.personId)
		.where("id", "=", sessionId)
		.returning("id")
		.executeTakeFirst();
	if (!ended) return refused("missing");
	await record(work, {
		verb: "session.end-one",
		objectKind: "session",
		objectId: ended.id,
		aboutPersonId: actor.personId,
	});
	return done(undefined);
}

export type OwnSession = {
	readonly id: string;
	readonly provider: string;
	readonly agent: string | null;
	readonly createdAt: Date;
	readonly seenAt: Date;
};

/** A person's sessions that still hold, the one used last first. */
export async function listSessions(work: Work, actor: PersonActor): Promise<OwnSession[]> {
	return work.db
		.selectFrom("identity.session")
		.where("person_id", "=", actor.personId)
		.where("idle_expires_at", ">", work.now)
		.where("absolute_expires_at", ">", work.now)
		.orderBy("seen_at", "desc")
		.orderBy("id")
		.select(["id", "provider", "agent", "created_at as createdAt", "seen_at as seenAt"])
		.execute();
}

/** Deletes sessions and sign-in attempts that have expired. Run by a job, as the system. */
export async function sweepSessions(work: Work): Promise<{ readonly sessions: number; readonly attempts: number }> {
	const sessions = await work.db
		.deleteFrom("identity.session")
		.where((where) =>
			where.or([where("idle_expires_at", "<=", work.now), where("absolute_expires_at", "<=", work.now)]),
		)
		.executeTakeFirst();
	const attempts = await work.db
		.deleteFrom("identity.sign_in_attempt")
		.where("expires_at", "<=", work.now)
		.executeTakeFirst();
	return { sessions: Number(sessions.numDeletedRows), attempts: Number(attempts.numDeletedRows) };
}
