import { newId, type Work } from "../../../database/work.server.ts";
import { system } from "../../../identity/actor.ts";
import { record } from "../../../identity/audit.server.ts";
import type { Cron, Task } from "../../../job/task.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { defaultLimits } from "../../../spreadsheet/limits.ts";
import { isId } from "../../organisation/contract.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { mayCoordinate } from "../rules.ts";
import { type ImportKind, type ImportPreview, type ImportRefusal, type ImportView, importLimits } from "./contract.ts";
import { courseImporter } from "./courses/importer.server.ts";
import type { Importer, ReadFile } from "./importer.server.ts";
import * as store from "./store.server.ts";
import { studentImporter } from "./students/importer.server.ts";

export const importers: Readonly<Record<ImportKind, Importer>> = {
	courses: courseImporter,
	students: studentImporter,
};

/** Where units of work of one actor are done. */
export type Doing = {
	reading<Value>(work: (work: Work) => Promise<Value>): Promise<Value>;
	commanding<Value, Code extends string>(
		work: (work: Work) => Promise<Outcome<Value, Code>>,
	): Promise<Outcome<Value, Code>>;
};

/** Takes in a file to be looked at; nothing of what is in it is done. */
export async function uploadImport(
	work: Work,
	upload: { readonly kind: ImportKind; readonly fileName: string; readonly content: Uint8Array },
): Promise<Outcome<{ id: string }, ImportRefusal>> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	if (organisationId === null || !mayCoordinate(mandate)) return refused("not-allowed");
	if (upload.fileName === "") return refused("file-missing", { field: "file" });
	if (upload.content.length === 0) return refused("file-empty", { field: "file", detail: { file: upload.fileName } });
	const limit = defaultLimits.fileSize;
	if (upload.content.length > limit)
		return refused("file-too-large", { field: "file", detail: { megabytes: Math.floor(limit / 1_000_000) } });
	const id = newId();
	const fileName = upload.fileName.replace(/\p{Cc}/gu, "").slice(-255) || "import";
	const personId = work.actor.kind === "person" ? work.actor.personId : null;
	await store.insertImport(work, { ...upload, organisationId, id, fileName, personId });
	return done({ id });
}

/** An import with what it would do; undefined where the asker has no such import. */
export async function readImport(work: Work, importId: string): Promise<ImportView | undefined> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	if (organisationId === null || !mayCoordinate(mandate) || !isId(importId)) return undefined;
	return store.findImport(work, organisationId, importId);
}

/** Takes the file away without doing anything. */
export async function discardImport(work: Work, importId: string): Promise<Outcome<ImportView, ImportRefusal>> {
	const found = await readImport(work, importId);
	if (!found) return refused("missing");
	await store.deleteImport(work, found.organisationId, importId);
	return done(found);
}

/**
 * Reads the file of an import, perhaps another sheet of it, and keeps what it would do, to be looked at.
 * @param sheet null: the one there is, or the one chosen before
 */
export async function previewImport(
	doing: Doing,
	importId: string,
	sheet: string | null,
): Promise<Outcome<ImportPreview, ImportRefusal>> {
	const file = await readStored(doing, importId, sheet);
	if (file.refused) return file;
	const { found, read } = file.done;
	const { preview } = await doing.reading((work) => read.plan(work, found.organisationId));
	return doing.commanding(async (work) => {
		const current = await readImport(work, importId);
		if (!current) return refused("missing");
		if (current.state === "done") return refused("already-done");
		const set = { preview, sheet: sheet ?? found.sheet, isDone: false };
		await store.updatePreview(work, found.organisationId, importId, set);
		return done(preview);
	});
}

/**
 * Does what the preview showed, all of it or nothing. Refused where something has happened since that makes it do
 * anything else than what was approved.
 */
export async function takeIn(doing: Doing, importId: string): Promise<Outcome<ImportPreview, ImportRefusal>> {
	const file = await readStored(doing, importId, null);
	if (file.refused) return file;
	const { read } = file.done;
	return doing.commanding(async (work) => {
		const found = await readImport(work, importId);
		if (!found) return refused("missing");
		if (found.state === "done") return refused("already-done");
		const { organisationId, kind, fileName, sheet } = found;
		const planned = await read.plan(work, organisationId);
		const { preview } = planned;
		if (preview.refusalCount > 0) return refused("rows-refused", { detail: { count: preview.refusalCount } });
		if (preview.fingerprint !== found.preview?.fingerprint) return refused("changed-since-preview");
		if (preview.counts.created + preview.counts.changed === 0) return refused("nothing-to-do");
		await planned.write();
		await store.updatePreview(work, organisationId, importId, { preview, sheet, isDone: true });
		await record(work, {
			...{ verb: kind === "courses" ? "course.import" : "student.import", objectKind: "organisation" },
			...{ objectId: organisationId, organisationId, detail: { fileName, ...preview.counts } },
		});
		return done(preview);
	});
}

async function readStored(
	{ reading }: Doing,
	importId: string,
	sheet: string | null,
): Promise<Outcome<{ found: ImportView; read: ReadFile }, ImportRefusal>> {
	const stored = await reading(async (work) => {
		const found = await readImport(work, importId);
		return found && { found, content: await store.findContent(work, found.organisationId, importId) };
	});
	if (!stored) return refused("missing");
	const { found, content } = stored;
	if (content === undefined) return refused("already-done");
	const file = { content, fileName: found.fileName, sheet: sheet ?? found.sheet };
	return done({ found, read: await importers[found.kind].read(file, reading) });
}

/** Deletes the files nobody did anything with, and what is left of those that were taken in. */
export const sweepImports: Task = {
	name: "placement.sweep-imports",
	async run({ database, log }) {
		const swept = await database.commanding(system("sweep"), async (work) =>
			done(await store.deleteImportsBefore(work, new Date(work.now.getTime() - importLimits.hours * 3_600_000))),
		);
		log.info({ imports: swept.done }, "old imports swept");
	},
};
export const sweepImportsCron: Cron = { pattern: "17 * * * *", task: sweepImports.name };
