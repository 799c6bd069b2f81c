import { sql } from "kysely";
import { insertMany } from "../database/insert-many.server.ts";
import type { Database, Work } from "../database/work.server.ts";
import { newId } from "../database/work.server.ts";
import type { Language } from "../language.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { type Actor, system } from "./actor.ts";
import { record, recordAll } from "./audit.server.ts";
import { mayRevokeLink } from "./rules.ts";
import { hashSecret, newSecret } from "./secret.server.ts";
import { isNamedOn } from "./store.server.ts";

const day = 24 * 60 * 60 * 1000;
/** However far ahead someone asks, a link is not good for longer than this, days. */
const longestLife = 365;
/** The purpose of an invitation, which the log calls by that name. */
const joining = "join";

export type LinkActor = Extract<Actor, { kind: "link" }>;

/** What a link is for, and what the page tells the one who follows it. */
export type Link = {
	readonly tokenId: string;
	readonly organisationId: string;
	readonly purpose: string;
	readonly objectKind: string;
	readonly objectId: string;
	readonly askedBy: string | null;
	readonly askerName: string;
	readonly askerOrganisation: string;
	/** Why, in the language of the letter, or as a person wrote it. `reasonIn` says it in another. */
	readonly reason: string;
	readonly reasonNb: string | null;
	readonly reasonNn: string | null;
	readonly reasonEn: string | null;
	/** The language the reason is written in; null where nobody has said. */
	readonly language: string | null;
	readonly recipientName: string | null;
	readonly recipientEmail: string | null;
	readonly createdAt: Date;
	readonly expiresAt: Date;
};

/** Why the recipient is asked, in words they will read: as a person wrote it, or said by the program in any language. */
export type Reason = string | ((language: Language) => string);

export type LinkRequest = {
	/** The one thing the link can do; a room registers its purposes. */
	readonly purpose: string;
	readonly objectKind: string;
	readonly objectId: string;
	readonly reason: Reason;
	/** The language of the letter: the page of the link opens in it. */
	readonly language?: Language;
	readonly recipientName?: string | null;
	readonly recipientEmail?: string | null;
	/** Days until it expires, 1–365; 14 unless said. */
	readonly days?: number;
	/** Who asks, where that is not the actor (reminders sent by the program). */
	readonly asker?: { readonly personId: string | null; readonly name: string; readonly organisation: string };
};

export type IssuedLink = { readonly path: string; readonly tokenId: string; readonly expiresAt: Date };

/**
 * Makes a link that does one thing to one object of the represented organisation. Whether the actor may ask is for the
 * room to judge. The token is in the path and nowhere else: only its hash is stored.
 * @throws when the actor acts for no organisation
 */
export async function issueLink(work: Work, request: LinkRequest): Promise<IssuedLink> {
	const [issued] = await issueLinks(work, [request]);
	if (!issued) throw new Error("no link was made");
	return issued;
}

/** Makes many links at once, one for each request, in their order. @throws when the actor acts for no organisation */
export async function issueLinks(work: Work, requests: readonly LinkRequest[]): Promise<readonly IssuedLink[]> {
	const { actor } = work;
	const organisationId = actor.kind === "nobody" ? undefined : actor.organisationId;
	if (!organisationId || actor.kind === "link") throw new Error("a link is issued on behalf of an organisation");
	const usual = requests.every(({ asker }) => asker !== undefined) ? undefined : await askerOf(work, actor);
	const made = requests.map((request) => {
		const days = Math.min(Math.max(request.days ?? 14, 1), longestLife);
		const expiresAt = new Date(work.now.getTime() + days * day);
		return { request, asker: request.asker ?? usual, token: newSecret(), tokenId: newId(), expiresAt };
	});
	await insertMany(
		work,
		"identity.link_token",
		made.map(({ request, asker, token, tokenId, expiresAt }) => ({
			organisation_id: organisationId,
			id: tokenId,
			token_hash: `\\x${hashSecret(token).toString("hex")}`,
			purpose: request.purpose,
			object_kind: request.objectKind,
			object_id: request.objectId,
			asked_by: asker?.personId ?? null,
			asker_name: asker?.name ?? "",
			asker_organisation: asker?.organisation ?? "",
			...reasonColumns(request),
			language: request.language ?? null,
			recipient_name: request.recipientName ?? null,
			recipient_email: request.recipientEmail ?? null,
			created_at: work.now,
			expires_at: expiresAt,
		})),
	);
	await recordAll(
		work,
		made.map(({ request, tokenId }) => ({
			verb: request.purpose === joining ? "link.invite" : "link.issue",
			objectKind: request.objectKind,
			objectId: request.objectId,
			organisationId,
			detail: { purpose: request.purpose, link: tokenId },
		})),
	);
	return made.map(({ token, tokenId, expiresAt }) => ({ path: `/link/${token}`, tokenId, expiresAt }));
}

function reasonColumns({ reason, language = "nb" }: LinkRequest) {
	if (typeof reason === "string") return { reason, reason_nb: null, reason_nn: null, reason_en: null };
	return { reason: reason(language), reason_nb: reason("nb"), reason_nn: reason("nn"), reason_en: reason("en") };
}

/** Why the recipient is asked, in the language they read in where the program said it, else as it was written. */
export function reasonIn(link: Pick<Link, LinkReasons>, language: Language): string {
	return { nb: link.reasonNb, nn: link.reasonNn, en: link.reasonEn }[language] ?? link.reason;
}

export type LinkReasons = "reason" | "reasonNb" | "reasonNn" | "reasonEn";

async function askerOf(work: Work, actor: Actor) {
	if (actor.kind === "person")
		return { personId: actor.personId, name: actor.name, organisation: actor.organisationName ?? "" };
	const named =
		actor.kind === "system" && actor.organisationId
			? await work.db
					.selectFrom("organisation.identity as identity")
					.select("name")
					.where("organisation_id", "=", actor.organisationId)
					.where(isNamedOn(work.today))
					.executeTakeFirst()
			: undefined;
	const name = named?.name ?? "Læringsarena";
	return { personId: null, name, organisation: name };
}

export type LinkRefusal = "unknown" | "expired" | "used" | "revoked";

/** Finds what a token is for. Whoever holds a real token is told why it no longer works; any other text is unknown. */
export async function openLink(
	database: Database,
	token: string,
): Promise<Outcome<{ readonly actor: LinkActor; readonly link: Link }, LinkRefusal>> {
	return database.reading(system("link"), async (work) => {
		const row = await work.db
			.selectFrom("identity.link_token")
			.where("token_hash", "=", hashSecret(token))
			.select(linkColumns)
			.select(["used_at", "revoked_at"])
			.executeTakeFirst();
		if (!row) return refused("unknown");
		const { used_at, revoked_at, ...link } = row;
		if (revoked_at) return refused("revoked");
		if (used_at) return refused("used");
		if (link.expiresAt <= work.now) return refused("expired");
		const { organisationId, tokenId, purpose, objectId } = link;
		return done({ actor: { kind: "link" as const, organisationId, tokenId, purpose, objectId }, link });
	});
}

/**
 * Uses a link up, in the transaction of what it was for. Two answers at once: one is taken, the other refused.
 * Call it as the link's actor, with the purpose the verb serves.
 */
export async function spendLink(work: Work, purpose: string): Promise<Outcome<LinkActor, "link-spent">> {
	const { actor } = work;
	if (actor.kind !== "link" || actor.purpose !== purpose) return refused("link-spent");
	const used = await work.db
		.updateTable("identity.link_token")
		.set({ used_at: work.now })
		.where("organisation_id", "=", actor.organisationId)
		.where("id", "=", actor.tokenId)
		.where("object_id", "=", actor.objectId)
		.where("used_at", "is", null)
		.where("revoked_at", "is", null)
		.where("expires_at", ">", work.now)
		.returning(["object_kind", "object_id"])
		.executeTakeFirst();
	if (!used) return refused("link-spent");
	await record(work, {
		verb: "link.use",
		objectKind: used.object_kind,
		objectId: used.object_id,
		detail: { purpose },
	});
	return done(actor);
}

/** Withdraws a link. One that is another organisation's, or no more, is missing. */
export async function revokeLink(work: Work, tokenId: string): Promise<Outcome<undefined, "missing" | "not-allowed">> {
	const link = (await openLinks(work).where("id", "=", tokenId).execute())[0];
	if (!link) return refused("missing");
	if (!mayRevokeLink(work.actor, link)) return refused("not-allowed");
	await work.db
		.updateTable("identity.link_token")
		.set({ revoked_at: work.now })
		.where("organisation_id", "=", link.organisationId)
		.where("id", "=", tokenId)
		.execute();
	await record(work, {
		verb: "link.revoke",
		objectKind: link.objectKind,
		objectId: link.objectId,
		organisationId: link.organisationId,
		detail: { purpose: link.purpose, link: tokenId },
	});
	return done(undefined);
}

/**
 * Withdraws every open link to an object, e.g. because what was asked is settled: those sent by the organisation acted
 * for, where there is one. Returns how many there were.
 */
export function revokeLinksTo(
	work: Work,
	{ kind, id }: { readonly kind: string; readonly id: string },
	purpose?: string,
): Promise<number> {
	return revokeLinksToAll(work, { kind, ids: [id] }, purpose);
}

/** The same for many objects of one kind. */
export async function revokeLinksToAll(
	work: Work,
	{ kind, ids }: { readonly kind: string; readonly ids: readonly string[] },
	purpose?: string,
): Promise<number> {
	let query = work.db
		.updateTable("identity.link_token")
		.set({ revoked_at: work.now })
		.where("object_kind", "=", kind)
		.where("object_id", "=", sql<string>`any(${ids})`)
		.where("used_at", "is", null)
		.where("revoked_at", "is", null);
	if (purpose !== undefined) query = query.where("purpose", "=", purpose);
	const organisationId = work.actor.kind === "nobody" ? null : work.actor.organisationId;
	if (organisationId) query = query.where("organisation_id", "=", organisationId);
	const revoked = await query.returning(["id", "organisation_id", "object_id", "purpose"]).execute();
	await recordAll(
		work,
		revoked.map((link) => ({
			verb: "link.revoke",
			objectKind: kind,
			objectId: link.object_id,
			organisationId: link.organisation_id,
			detail: { purpose: link.purpose, link: link.id },
		})),
	);
	return revoked.length;
}

/** The links to an object that still work, newest first. */
export async function listOpenLinks(
	work: Work,
	object: { readonly kind: string; readonly id: string },
): Promise<Link[]> {
	return openLinks(work)
		.where("object_kind", "=", object.kind)
		.where("object_id", "=", object.id)
		.orderBy("created_at", "desc")
		.orderBy("id", "desc")
		.execute();
}

/** The links of one purpose from the organisation acted for that still work, newest first. */
export async function listOpenLinksFor(work: Work, organisationId: string, purpose: string): Promise<Link[]> {
	return openLinks(work)
		.where("organisation_id", "=", organisationId)
		.where("purpose", "=", purpose)
		.orderBy("created_at", "desc")
		.orderBy("id", "desc")
		.execute();
}

const linkColumns = [
	"id as tokenId",
	"organisation_id as organisationId",
	"purpose",
	"object_kind as objectKind",
	"object_id as objectId",
	"asked_by as askedBy",
	"asker_name as askerName",
	"asker_organisation as askerOrganisation",
	"reason",
	"reason_nb as reasonNb",
	"reason_nn as reasonNn",
	"reason_en as reasonEn",
	"language",
	"recipient_name as recipientName",
	"recipient_email as recipientEmail",
	"created_at as createdAt",
	"expires_at as expiresAt",
] as const;

function openLinks(work: Work) {
	return work.db
		.selectFrom("identity.link_token")
		.select(linkColumns)
		.where("used_at", "is", null)
		.where("revoked_at", "is", null)
		.where("expires_at", ">", work.now);
}
