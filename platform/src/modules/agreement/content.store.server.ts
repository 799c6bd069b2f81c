import { sql } from "kysely";
import { newId, type Work } from "../../database/work.server.ts";
import type { Agreement, ContentVersion } from "./contract.ts";

type Key = Pick<Agreement, "organisationId" | "id">;

export async function insertContent(
	work: Work,
	{ organisationId, id }: Key,
	version: Omit<ContentVersion, "madeAt" | "madeForName">,
	readers: readonly string[],
): Promise<void> {
	await work.db
		.insertInto("agreement.content")
		.values({
			...{ organisation_id: organisationId, agreement_id: id, number: version.number, message: version.message },
			...{ body: JSON.stringify(version.body), fingerprint: version.fingerprint, made_at: work.now },
			...{ made_for: version.madeFor, made_by: version.madeBy, readers: [...readers] },
		})
		.execute();
}

export type ContentRow = Omit<ContentVersion, "body" | "madeForName"> & { readonly body: unknown };

/** Every text put forward, newest first, without the texts themselves. */
export async function listContents(work: Work, { organisationId, id }: Key): Promise<Omit<ContentRow, "body">[]> {
	const { rows } = await sql<Omit<ContentRow, "body">>`
		select number, fingerprint, message, made_at "madeAt", made_for "madeFor", made_by "madeBy" from agreement.content
		where organisation_id = ${organisationId} and agreement_id = ${id} order by number desc`.execute(work.db);
	return rows;
}

export async function findContent(
	work: Work,
	{ organisationId, id }: Key,
	number: number,
): Promise<ContentRow | undefined> {
	const { rows } = await sql<ContentRow>`
		select number, body, fingerprint, message, made_at "madeAt", made_for "madeFor", made_by "madeBy" from agreement.content
		where organisation_id = ${organisationId} and agreement_id = ${id} and number = ${number}`.execute(work.db);
	return rows[0];
}

export type Comment = {
	readonly id: string;
	readonly part: string;
	readonly partyId: string;
	readonly personName: string | null;
	readonly body: string;
	readonly madeAt: Date;
	readonly settledAt: Date | null;
	readonly settledBy: string | null;
};

export async function insertComment(
	work: Work,
	{ organisationId, id }: Key,
	comment: Pick<Comment, "part" | "partyId" | "body" | "personName"> & { readonly personId: string | null },
	readers: readonly string[],
): Promise<string> {
	const commentId = newId();
	await work.db
		.insertInto("agreement.comment")
		.values({
			...{ organisation_id: organisationId, agreement_id: id, id: commentId, part: comment.part, body: comment.body },
			...{ party_id: comment.partyId, person_id: comment.personId, person_name: comment.personName },
			...{ made_at: work.now, readers: [...readers] },
		})
		.execute();
	return commentId;
}

/** What has been said of the text, oldest first. */
export async function listComments(work: Work, { organisationId, id }: Key): Promise<Comment[]> {
	return work.db
		.selectFrom("agreement.comment")
		.select(["id", "part", "party_id as partyId", "person_name as personName", "body", "made_at as madeAt"])
		.select(["settled_at as settledAt", "settled_by as settledBy"])
		.where("organisation_id", "=", organisationId)
		.where("agreement_id", "=", id)
		.orderBy("made_at")
		.orderBy("id")
		.execute();
}

/** Marks a comment as settled; false where it was already, or is not there. */
export async function settleComment(
	work: Work,
	{ organisationId, id }: Key,
	commentId: string,
	by: string | null,
): Promise<boolean> {
	const settled = await work.db
		.updateTable("agreement.comment")
		.set({ settled_at: work.now, settled_by: by })
		.where("organisation_id", "=", organisationId)
		.where("agreement_id", "=", id)
		.where("id", "=", commentId)
		.where("settled_at", "is", null)
		.executeTakeFirst();
	return settled.numUpdatedRows === 1n;
}
