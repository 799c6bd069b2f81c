import { missing, representing } from "../../visit.server.ts";
import type { Route } from "./+types/answer-take";
import { answerAsExcel, answerAsPdf, answerFile } from "./answer-out.server.ts";

/** Answers as PDF or Excel, or one of their files. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, language } = representing(context, request);
	const { answerId, file, fileId } = params;
	if (file === "pdf") return answerAsPdf(reading, answerId, language);
	if (file === "xlsx") return answerAsExcel(reading, answerId, language);
	return file === "file" && fileId ? answerFile(reading, answerId, fileId) : missing();
}
