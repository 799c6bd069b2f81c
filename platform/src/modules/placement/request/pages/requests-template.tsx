import { fileAnswer } from "../../../../spreadsheet/answer.server.ts";
import { writeTemplate } from "../../../../spreadsheet/template.server.ts";
import { representing } from "../../../../visit.server.ts";
import { requestSheet } from "../sheet.ts";
import { requestText } from "../text.ts";
import type { Route } from "./+types/requests-template";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { language } = representing(context, request);
	return fileAnswer(await writeTemplate(requestSheet, language), requestText[language].file);
}
