import { fileAnswer } from "../../../../file/upload.server.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { readAwardFile } from "../../service.server.ts";
import type { Route } from "./+types/file";

/** The file of a document of an award. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return fileAnswer((await reading((work) => readAwardFile(work, params.awardId, params.documentId))) ?? missing());
}
