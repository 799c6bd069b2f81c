import { linkVisit } from "../../identity/link-visit.server.ts";
import { missing } from "../../visit.server.ts";
import { answerPurpose } from "../stored/answer.server.ts";
import type { Route } from "./+types/link-take";
import { answerAsExcel, answerAsPdf, answerFile } from "./answer-out.server.ts";

/** What the holder of a link may take along of their own answers. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { visit, actor, reading } = await linkVisit(context, params.token, answerPurpose);
	if (params.file === "pdf") return answerAsPdf(reading, actor.objectId, visit.language);
	if (params.file === "xlsx") return answerAsExcel(reading, actor.objectId, visit.language);
	return params.file === "file" && params.fileId ? answerFile(reading, actor.objectId, params.fileId) : missing();
}
