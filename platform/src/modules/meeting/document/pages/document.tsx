import { fileAnswer } from "../../../../file/upload.server.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { readDocument } from "../service.server.ts";
import type { Route } from "./+types/document";

/** A file of an arena, a meeting or a hearing, to keep. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return fileAnswer((await reading((work) => readDocument(work, params.documentId))) ?? missing());
}
