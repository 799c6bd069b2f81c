import { newId, type Work } from "../../database/work.server.ts";
import { type FileType, fileTypeOf, mostBytes } from "../../file/file-type.ts";
import { cleanFileName } from "../../file/upload.server.ts";
import { record } from "../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../outcome.ts";
import { isId } from "../organisation/contract.ts";
import type { AgreementRefusal } from "./contract.ts";
import { accessIn, nameOfActor, openAgreement, tellLife } from "./open.server.ts";

export type AgreementFile = {
	readonly id: string;
	readonly name: string;
	readonly mediaType: string;
	readonly addedAt: Date;
	readonly addedBy: string | null;
};

/** Puts a signed agreement beside its text. What it is, is read in the file itself, not in its name. */
export async function addFile(
	work: Work,
	agreementId: string,
	given: { readonly name: string; readonly content: Uint8Array },
): Promise<Outcome<{ id: string; type: FileType }, AgreementRefusal>> {
	const opened = await openAgreement(work, agreementId, null);
	if (opened.refused) return opened;
	const { agreement, can, organisationId } = opened.done;
	if (!can.sign && !can.follow) return refused("not-allowed");
	const type = fileTypeOf(given.content);
	if (type === undefined || given.content.length > mostBytes) return refused("file-type", { field: "file" });
	const id = newId();
	const name = cleanFileName(given.name, "avtale");
	await work.db
		.insertInto("agreement.file")
		.values({
			...{ organisation_id: agreement.organisationId, agreement_id: agreementId, id, kind: "signed", name },
			...{ media_type: type, content: Buffer.from(given.content), added_at: work.now, added_for: organisationId },
			...{ added_by: nameOfActor(work), readers: [...accessIn(agreement.state, opened.done).readers] },
		})
		.execute();
	await tellLife(work, opened.done, { what: "file-added", note: name });
	await record(work, { verb: "agreement.add-file", objectKind: "agreement", objectId: agreementId });
	return done({ id, type });
}

/** The files beside an agreement, oldest first, without what is in them. */
export async function listFiles(work: Work, agreementId: string): Promise<AgreementFile[]> {
	return work.db
		.selectFrom("agreement.file")
		.select(["id", "name", "media_type as mediaType", "added_at as addedAt", "added_by as addedBy"])
		.where("agreement_id", "=", agreementId)
		.orderBy("added_at")
		.execute();
}

/** A file with what is in it; undefined where it is missing or not the asker's to read. */
export async function readFile(
	work: Work,
	agreementId: string,
	fileId: string,
): Promise<{ readonly name: string; readonly mediaType: string; readonly content: Buffer } | undefined> {
	if (!isId(fileId) || (await openAgreement(work, agreementId, null)).refused) return undefined;
	return work.db
		.selectFrom("agreement.file")
		.select(["name", "media_type as mediaType", "content"])
		.where("agreement_id", "=", agreementId)
		.where("id", "=", fileId)
		.executeTakeFirst();
}
