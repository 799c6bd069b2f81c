import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Document, DocumentFile, DocumentPlace } from "./contract.ts";

const columns = sql`id, organisation_id "organisationId", arena_id "arenaId", meeting_id "meetingId", item_id "itemId",
	hearing_id "hearingId", title, link, media_type "mediaType", added_at "addedAt", added_for "addedFor", added_by "addedBy"`;

/** Every document of an arena and its meetings, or of a hearing, oldest first, without what is in the files. */
export async function listDocuments(
	work: Work,
	place: { readonly arenaId: string } | { readonly hearingId: string },
): Promise<Document[]> {
	const here = "arenaId" in place ? sql`arena_id = ${place.arenaId}` : sql`hearing_id = ${place.hearingId}`;
	const { rows } = await sql<Document>`select ${columns} from meeting.document where ${here}
		order by added_at, id`.execute(work.db);
	return rows;
}

export async function findDocument(work: Work, id: string): Promise<Document | undefined> {
	const { rows } = await sql<Document>`select ${columns} from meeting.document where id = ${id}`.execute(work.db);
	return rows[0];
}

/** What is in a file. */
export async function findContent(
	work: Work,
	{ organisationId, id }: Pick<Document, "organisationId" | "id">,
): Promise<Buffer | undefined> {
	const row = await work.db
		.selectFrom("meeting.document")
		.select("content")
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.executeTakeFirst();
	return row?.content ?? undefined;
}

export async function insertDocument(
	work: Work,
	organisationId: string,
	place: DocumentPlace,
	given: {
		readonly id: string;
		readonly title: string;
		readonly link: string | null;
		readonly file: Pick<DocumentFile, "mediaType" | "content"> | null;
		readonly addedFor: string;
		readonly addedBy: string | null;
	},
): Promise<void> {
	const at =
		place.of === "hearing"
			? { hearing_id: place.hearingId }
			: { arena_id: place.arenaId, meeting_id: place.meetingId, item_id: place.itemId };
	await work.db
		.insertInto("meeting.document")
		.values({
			...{ organisation_id: organisationId, id: given.id, ...at, title: given.title, link: given.link },
			...{ media_type: given.file?.mediaType ?? null, content: given.file?.content ?? null },
			...{ added_at: work.now, added_for: given.addedFor, added_by: given.addedBy },
		})
		.execute();
}

export async function deleteDocument(
	work: Work,
	{ organisationId, id }: Pick<Document, "organisationId" | "id">,
): Promise<void> {
	await sql`delete from meeting.document where organisation_id = ${organisationId} and id = ${id}`.execute(work.db);
}
