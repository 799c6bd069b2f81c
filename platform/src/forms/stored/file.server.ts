import { sql } from "kysely";
import { newId, type Work } from "../../database/work.server.ts";
import { mostBytes } from "../../file/file-type.ts";
import { cleanFileName, documentTypeOf } from "../../file/upload.server.ts";
import { isId } from "../../id.ts";
import type { Refusal } from "../../outcome.ts";
import type { FormDefinition } from "../definition.ts";
import { questionsOf } from "../parts.ts";
import type { AnswerValues } from "../walk.ts";

/** The most files answers to one form may hold in all. */
const mostFiles = 40;

/** What a field that sends new files of a question is called: the path of the question, and this. */
export const newFiles = ".new";

/** A file taken in from a form, not yet kept. */
export type SentFile = {
	readonly id: string;
	readonly name: string;
	readonly mediaType: string;
	readonly content: Uint8Array;
};

export type SentFiles = {
	readonly files: readonly SentFile[];
	/** The ids of the files sent to each question, by its path. */
	readonly added: Readonly<Record<string, readonly string[]>>;
	readonly refusals: readonly Refusal<"file-type" | "file-too-large">[];
};

/**
 * The files of a sent form, by the question each answers. What is too large is refused before anything of it is read; what
 * a file is, is read in the file itself, not in its name.
 */
export async function readFiles(definition: FormDefinition, form: FormData): Promise<SentFiles> {
	const asked = new Set(questionsOf(definition.parts).flatMap(({ kind, id }) => (kind === "file" ? [id] : [])));
	const files: SentFile[] = [];
	const refusals: Refusal<"file-type" | "file-too-large">[] = [];
	const added: Record<string, string[]> = {};
	for (const [field, sent] of form) {
		const path = field.endsWith(newFiles) ? field.slice(0, -newFiles.length) : "";
		if (!(sent instanceof File) || sent.size === 0 || !asked.has(path.split(".").at(-1) ?? "")) continue;
		if (sent.size > mostBytes || files.length >= mostFiles) {
			refusals.push({ code: "file-too-large", field: path, detail: { megabytes: mostBytes / 1_000_000 } });
			continue;
		}
		const content = new Uint8Array(await sent.arrayBuffer());
		const mediaType = documentTypeOf(content);
		if (mediaType === undefined) {
			refusals.push({ code: "file-type", field: path });
			continue;
		}
		const file = { id: newId(), name: cleanFileName(sent.name, "vedlegg"), mediaType, content };
		files.push(file);
		added[path] = [...(added[path] ?? []), file.id];
	}
	return { files, added, refusals };
}

type AnswerKey = { readonly organisationId: string; readonly id: string };

export async function insertFiles(work: Work, answer: AnswerKey, files: readonly SentFile[]): Promise<void> {
	for (const { id, name, mediaType, content } of files)
		await work.db
			.insertInto("form.file")
			.values({
				...{ organisation_id: answer.organisationId, answer_id: answer.id, id, name, media_type: mediaType },
				...{ content: Buffer.from(content), added_at: work.now },
			})
			.execute();
}

/** Throws away the files of a draft that its answers no longer name. */
export async function dropFiles(work: Work, answer: AnswerKey, values: AnswerValues): Promise<void> {
	const named = Object.values(values).flatMap((value) => (typeof value === "object" ? value.filter(isId) : []));
	await sql`
		delete from form.file where organisation_id = ${answer.organisationId} and answer_id = ${answer.id}
			and not id = any(${named}::uuid[])`.execute(work.db);
}

/** Copies files of answers to a draft of the same organisation, each under a new id. */
export async function copyFiles(
	work: Work,
	{ organisationId, id }: AnswerKey,
	to: string,
	ids: ReadonlyMap<string, string>,
): Promise<void> {
	for (const [from, copy] of ids)
		await sql`
			insert into form.file (organisation_id, answer_id, id, name, media_type, content, added_at)
			select organisation_id, ${to}, ${copy}, name, media_type, content, ${work.now} from form.file
			where organisation_id = ${organisationId} and answer_id = ${id} and id = ${from}`.execute(work.db);
}

/** What the files of answers are called, by id. */
export async function listFileNames(work: Work, answer: AnswerKey): Promise<Readonly<Record<string, string>>> {
	const rows = await work.db
		.selectFrom("form.file")
		.select(["id", "name"])
		.where("organisation_id", "=", answer.organisationId)
		.where("answer_id", "=", answer.id)
		.execute();
	return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

/** A file with what is in it; undefined where it is missing or not the asker's to read. */
export function readFile(work: Work, answer: AnswerKey, fileId: string) {
	if (!isId(fileId)) return undefined;
	return work.db
		.selectFrom("form.file")
		.select(["name", "media_type as mediaType", "content"])
		.where("organisation_id", "=", answer.organisationId)
		.where("answer_id", "=", answer.id)
		.where("id", "=", fileId)
		.executeTakeFirst();
}
