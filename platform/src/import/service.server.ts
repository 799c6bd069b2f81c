import { z } from "zod";
import { type Database, newId, type Work } from "../database/work.server.ts";
import type { Actor } from "../identity/actor.ts";
import { record } from "../identity/audit.server.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { defaultLimits } from "../spreadsheet/limits.ts";
import type { ImportCounts, ImportPreview, ImportRefusal, ImportView } from "./contract.ts";
import type { Planned, ReadFile, Tell } from "./importer.server.ts";
import { findImportKind, type ImportKind } from "./kind.server.ts";
import * as store from "./store.server.ts";

export type Upload = { readonly kind: string; readonly fileName: string; readonly content: Uint8Array };

/** Takes in a file to be looked at; `previewImport` reads it. Nothing of what is in it is done. */
export async function uploadImport(work: Work, upload: Upload): Promise<Outcome<{ id: string }, ImportRefusal>> {
	const organisationId = organisationOf(work);
	if (organisationId === null || !(await findImportKind(upload.kind)?.mayImport(work))) return refused("not-allowed");
	if (upload.fileName === "") return refused("file-missing", { field: "file" });
	if (upload.content.length === 0) return refused("file-empty", { field: "file", detail: { file: upload.fileName } });
	const limit = defaultLimits.fileSize;
	if (upload.content.length > limit)
		return refused("file-too-large", { field: "file", detail: { megabytes: Math.floor(limit / 1_000_000) } });
	const id = newId();
	const fileName = upload.fileName.replace(/\p{Cc}/gu, "").slice(-255) || "import";
	await store.insertImport(work, { ...upload, organisationId, id, fileName, personId: personOf(work) });
	return done({ id });
}

/** An import with what it would do; undefined where the asker has no such import. */
export async function readImport(work: Work, importId: string): Promise<ImportView | undefined> {
	return (await open(work, importId)).done;
}

/** The asker's imports that are still kept, newest first. */
export async function listImports(work: Work): Promise<readonly ImportView[]> {
	const organisationId = organisationOf(work);
	if (organisationId === null) return [];
	const open: ImportView[] = [];
	for (const row of await store.listImports(work, organisationId)) if (await kindIfOpen(work, row)) open.push(row);
	return open;
}

/** Another sheet of the file shall be read; `previewImport` reads it. */
export async function chooseSheet(
	work: Work,
	importId: string,
	sheet: string,
): Promise<Outcome<undefined, ImportRefusal>> {
	const found = await open(work, importId);
	if (found.refused) return found;
	if (found.done.state === "done") return refused("already-done");
	if (sheet === "") return refused("sheet-missing", { field: "sheet" });
	await store.updateSheet(work, found.done.organisationId, importId, sheet.slice(0, 100));
	return done(undefined);
}

/** Takes the file away without doing anything. */
export async function discardImport(work: Work, importId: string): Promise<Outcome<undefined, ImportRefusal>> {
	const found = await open(work, importId);
	if (found.refused) return found;
	await store.deleteImport(work, found.done.organisationId, importId);
	return done(undefined);
}

/** Where units of work of one actor are done. */
export type Doing = {
	reading<Value>(work: (work: Work) => Promise<Value>): Promise<Value>;
	commanding<Value, Code extends string>(
		work: (work: Work) => Promise<Outcome<Value, Code>>,
	): Promise<Outcome<Value, Code>>;
	readonly signal?: AbortSignal;
};

/** The units of work of an actor. */
export function doingAs(database: Database, actor: Actor, signal?: AbortSignal): Doing {
	return {
		reading: (work) => database.reading(actor, work),
		commanding: (work) => database.commanding(actor, work),
		...(signal === undefined ? {} : { signal }),
	};
}

/** Reads the file of an import and keeps what it would do, to be looked at. */
export async function previewImport(doing: Doing, importId: string): Promise<Outcome<ImportPreview, ImportRefusal>> {
	const file = await readStored(doing, importId);
	if (file.refused) return file;
	const { organisationId, read } = file.done;
	const { preview } = await doing.reading((work) => read.plan(work, organisationId));
	return doing.commanding(async (work) => {
		const found = await open(work, importId);
		if (found.refused) return found;
		if (found.done.state === "done") return refused("already-done");
		await store.updatePreview(work, organisationId, importId, preview);
		return done(preview);
	});
}

type StoredFile = Upload & { readonly organisationId: string; readonly sheet: string | null };

/** The file of an import, read in a thread. */
export async function readStored(
	doing: Doing,
	importId: string,
): Promise<Outcome<{ organisationId: string; read: ReadFile }, ImportRefusal>> {
	const file = await doing.reading(async (work): Promise<Outcome<StoredFile, ImportRefusal>> => {
		const found = await open(work, importId);
		if (found.refused) return found;
		const { organisationId, kind, fileName, sheet } = found.done;
		const content = await store.findContent(work, organisationId, importId);
		return content === undefined ? refused("already-done") : done({ organisationId, kind, fileName, sheet, content });
	});
	if (file.refused) return file;
	const { organisationId, kind, ...about } = file.done;
	return done({ organisationId, read: await kindOf(kind).importer.read({ ...about, ...doing }) });
}

/**
 * Does what the preview showed, all of it or nothing. Refused where something has happened since the preview that
 * makes it do anything else than what was approved.
 */
export async function takeIn(
	work: Work,
	importId: string,
	read: ReadFile,
	tell: Tell = silently,
): Promise<Outcome<{ importId: string; counts: ImportCounts }, ImportRefusal>> {
	const found = await open(work, importId);
	if (found.refused) return found;
	const { organisationId, kind, state, preview, fileName } = found.done;
	if (state === "done") return refused("already-done");
	if (state === "reading" || preview === null) return refused("not-read-yet");
	const planned = await read.plan(work, organisationId);
	const writing = { organisationId, kind: kindOf(kind), fileName, importId };
	const written = await write(work, writing, planned, { approved: preview.fingerprint, tell });
	if (written.refused) return written;
	await store.updateDone(work, organisationId, importId, planned.preview);
	return done({ importId, counts: planned.preview.counts });
}

/** Reads a file and does what it says at once, or says why not: for the command line. */
export async function importAtOnce(
	doing: Doing,
	organisationId: string,
	upload: Upload & { readonly sheet: string | null; readonly onlyLook: boolean },
): Promise<Outcome<ImportPreview, ImportRefusal> & { readonly preview?: ImportPreview }> {
	const { kind: name, ...file } = upload;
	const kind = kindOf(name);
	const read = await kind.importer.read({ ...file, ...doing });
	let preview: ImportPreview | undefined;
	const outcome = await doing.commanding(async (work) => {
		if (!(await kind.mayImport(work))) return refused("not-allowed");
		const planned = await read.plan(work, organisationId);
		preview = planned.preview;
		if (upload.onlyLook && preview.refusalCount === 0) return done(preview);
		const writing = { organisationId, kind, fileName: file.fileName, importId: null };
		const written = await write(work, writing, planned, { approved: null, tell: silently });
		return written.refused ? written : done(planned.preview);
	});
	return preview === undefined ? outcome : { ...outcome, preview };
}

type Writing = {
	readonly organisationId: string;
	readonly kind: ImportKind;
	readonly fileName: string;
	readonly importId: string | null;
};

async function write(
	work: Work,
	{ organisationId, kind, fileName, importId }: Writing,
	planned: Planned,
	{ approved, tell }: { readonly approved: string | null; readonly tell: Tell },
): Promise<Outcome<undefined, ImportRefusal>> {
	const { refusalCount, fingerprint } = planned.preview;
	const { further: _further, ...counts } = planned.preview.counts;
	if (refusalCount > 0) return refused("rows-refused", { detail: { count: refusalCount } });
	if (approved !== null && approved !== fingerprint) return refused("changed-since-preview");
	if (counts.created + counts.changed === 0) return importId === null ? done(undefined) : refused("nothing-to-do");
	await planned.write(tell);
	await record(work, {
		verb: kind.verbs.taken,
		objectKind: "organisation",
		objectId: organisationId,
		organisationId,
		detail: { fileName, ...counts },
	});
	return done(undefined);
}

async function open(work: Work, importId: string): Promise<Outcome<store.StoredImport, ImportRefusal>> {
	const organisationId = organisationOf(work);
	const isId = z.uuid().safeParse(importId).success;
	const found = organisationId !== null && isId ? await store.findImport(work, organisationId, importId) : undefined;
	return found && (await kindIfOpen(work, found)) ? done(found) : refused("missing");
}

/** The kind of an import, where the asker may look at it: whoever uploaded it, and those who may open all of its kind. */
async function kindIfOpen(work: Work, one: store.StoredImport): Promise<ImportKind | undefined> {
	const kind = findImportKind(one.kind);
	if (!kind || !(await kind.mayImport(work))) return undefined;
	const isOwn = work.actor.kind === "person" && one.personId === work.actor.personId;
	return isOwn || (await kind.mayOpenAll(work)) ? kind : undefined;
}

/** @throws where no room takes in such rows: what was asked for has been checked at the door. */
function kindOf(name: string): ImportKind {
	const kind = findImportKind(name);
	if (!kind) throw new Error(`no room takes in ${name}`);
	return kind;
}

async function silently(): Promise<void> {}

function organisationOf({ actor }: Work): string | null {
	return actor.kind === "nobody" ? null : (actor.organisationId ?? null);
}

function personOf(work: Work): string | null {
	return work.actor.kind === "person" ? work.actor.personId : null;
}
