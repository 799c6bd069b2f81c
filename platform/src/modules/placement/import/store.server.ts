import type { Work } from "../../../database/work.server.ts";
import { type ImportKind, type ImportPreview, type ImportView, importKinds, importPreview } from "./contract.ts";

export async function insertImport(
	work: Work,
	row: {
		readonly organisationId: string;
		readonly id: string;
		readonly personId: string | null;
		readonly kind: ImportKind;
		readonly fileName: string;
		readonly content: Uint8Array;
	},
): Promise<void> {
	await work.db
		.insertInto("placement.import")
		.values({
			...{ organisation_id: row.organisationId, id: row.id, person_id: row.personId, kind: row.kind },
			...{ file_name: row.fileName, content: Buffer.from(row.content), created_at: work.now },
		})
		.execute();
}

export async function findImport(work: Work, organisationId: string, id: string): Promise<ImportView | undefined> {
	const row = await work.db
		.selectFrom("placement.import")
		.select(["organisation_id as organisationId", "id", "person_id as personId", "kind", "state", "sheet", "preview"])
		.select("file_name as fileName")
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.executeTakeFirst();
	const kind = importKinds.find((one) => one === row?.kind);
	if (!row || !kind) return undefined;
	const state = (["reading", "previewed", "done"] as const).find((one) => one === row.state) ?? "reading";
	return { ...row, kind, state, preview: row.preview === null ? null : importPreview.parse(row.preview) };
}

export async function findContent(work: Work, organisationId: string, id: string): Promise<Uint8Array | undefined> {
	const row = await work.db
		.selectFrom("placement.import")
		.select("content")
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.executeTakeFirst();
	return row?.content ?? undefined;
}

export async function updatePreview(
	work: Work,
	organisationId: string,
	id: string,
	set: { readonly preview: ImportPreview; readonly sheet: string | null; readonly isDone: boolean },
): Promise<void> {
	await work.db
		.updateTable("placement.import")
		.set({
			preview: JSON.stringify(set.preview),
			sheet: set.sheet,
			...(set.isDone ? { state: "done", content: null, finished_at: work.now } : { state: "previewed" }),
		})
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.execute();
}

export async function deleteImport(work: Work, organisationId: string, id: string): Promise<void> {
	await work.db
		.deleteFrom("placement.import")
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.execute();
}

/** Returns how many there were. */
export async function deleteImportsBefore(work: Work, moment: Date): Promise<number> {
	const { numDeletedRows } = await work.db
		.deleteFrom("placement.import")
		.where("created_at", "<", moment)
		.executeTakeFirst();
	return Number(numDeletedRows);
}
