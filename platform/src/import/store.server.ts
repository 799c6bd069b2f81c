import { sql } from "kysely";
import type { Work } from "../database/work.server.ts";
import { type ImportPreview, type ImportView, importPreview, importStates } from "./contract.ts";

export type StoredImport = ImportView & { readonly personId: string | null; readonly sheet: string | null };

const columns = [
	"organisation_id as organisationId",
	"id",
	"person_id as personId",
	"kind",
	"state",
	"file_name as fileName",
	"sheet",
	"preview",
	"created_at as createdAt",
	"finished_at as finishedAt",
] as const;

export async function insertImport(
	work: Work,
	row: {
		readonly organisationId: string;
		readonly id: string;
		readonly personId: string | null;
		readonly kind: string;
		readonly fileName: string;
		readonly content: Uint8Array;
	},
): Promise<void> {
	await work.db
		.insertInto("import.file")
		.values({
			...{ organisation_id: row.organisationId, id: row.id, person_id: row.personId, kind: row.kind },
			...{ file_name: row.fileName, content: Buffer.from(row.content), created_at: work.now },
		})
		.execute();
}

export async function findImport(work: Work, organisationId: string, id: string): Promise<StoredImport | undefined> {
	const row = await work.db
		.selectFrom("import.file")
		.select(columns)
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.executeTakeFirst();
	return row && viewOf(row);
}

/** The imports of an organisation that are still kept, newest first. */
export async function listImports(work: Work, organisationId: string): Promise<StoredImport[]> {
	const rows = await work.db
		.selectFrom("import.file")
		.select(columns)
		.where("organisation_id", "=", organisationId)
		.orderBy("created_at", "desc")
		.limit(20)
		.execute();
	return rows.map(viewOf);
}

/** Bytes of a file fetched at a time: they come as text, and decoding a whole one would hold the event loop. */
const slice = 1_000_000;

/** The file itself; undefined where it has been taken in. */
export async function findContent(work: Work, organisationId: string, id: string): Promise<Uint8Array | undefined> {
	const stored = work.db
		.selectFrom("import.file")
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("content", "is not", null);
	const found = await stored.select(sql<number>`octet_length(content)`.as("size")).executeTakeFirst();
	if (found === undefined) return undefined;
	const content = new Uint8Array(found.size);
	for (let from = 0; from < content.length; from += slice) {
		const part = sql<Uint8Array>`substring(content from ${from + 1}::int for ${slice}::int)`.as("part");
		content.set((await stored.select(part).executeTakeFirstOrThrow()).part, from);
	}
	return content;
}

export async function updatePreview(work: Work, organisationId: string, id: string, preview: ImportPreview) {
	await work.db
		.updateTable("import.file")
		.set({ state: "previewed", preview: JSON.stringify(preview) })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("state", "<>", "done")
		.execute();
}

/** Another sheet of the same file: it must be read again. */
export async function updateSheet(work: Work, organisationId: string, id: string, sheet: string): Promise<void> {
	await work.db
		.updateTable("import.file")
		.set({ state: "reading", preview: null, sheet })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("state", "<>", "done")
		.execute();
}

/** The file has been taken in, and goes; what it did is shown until the day is over. */
export async function updateDone(work: Work, organisationId: string, id: string, preview: ImportPreview) {
	await work.db
		.updateTable("import.file")
		.set({ state: "done", content: null, preview: JSON.stringify(preview), finished_at: work.now })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.execute();
}

export async function deleteImport(work: Work, organisationId: string, id: string): Promise<void> {
	await work.db.deleteFrom("import.file").where("organisation_id", "=", organisationId).where("id", "=", id).execute();
}

/** Deletes what was uploaded before a moment; returns how many. */
export async function deleteImportsBefore(work: Work, moment: Date): Promise<number> {
	const result = await sql`delete from import.file where created_at < ${moment}`.execute(work.db);
	return Number(result.numAffectedRows ?? 0);
}

type Row = Omit<StoredImport, "state" | "preview"> & {
	readonly state: string;
	readonly preview: unknown;
};

function viewOf(row: Row): StoredImport {
	const state = importStates.find((one) => one === row.state);
	if (!state) throw new Error("An import of no known state");
	return { ...row, state, preview: row.preview === null ? null : importPreview.parse(row.preview) };
}
