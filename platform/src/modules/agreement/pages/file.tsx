import { fileAnswer } from "../../../file/upload.server.ts";
import { missing, representing } from "../../../visit.server.ts";
import { readFile } from "../service.server.ts";
import type { Route } from "./+types/file";

/** A signed file, to keep: never shown inside a page of ours. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	const file = (await reading((work) => readFile(work, params.agreementId, params.fileId))) ?? missing();
	return fileAnswer(file);
}
