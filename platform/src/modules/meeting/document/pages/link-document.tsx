import { fileAnswer } from "../../../../file/upload.server.ts";
import { findLink } from "../../../../identity/link-visit.server.ts";
import { missing } from "../../../../visit.server.ts";
import { readDocument } from "../service.server.ts";
import type { Route } from "./+types/link-document";

/** A file for whoever holds a link to the meeting or the hearing it belongs to. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { reading } = (await findLink(context, params.token)).done ?? missing();
	return fileAnswer((await reading((work) => readDocument(work, params.documentId))) ?? missing());
}
