import { fileAnswer } from "../../../../spreadsheet/answer.server.ts";
import { writeTemplate } from "../../../../spreadsheet/template.server.ts";
import { representing } from "../../../../visit.server.ts";
import { capacitySheet } from "../sheet.ts";
import type { Route } from "./+types/capacity-template";
import { pagesText } from "./capacity.text.ts";

/** An empty sheet of capacity, with what each column means. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language } = representing(context, request);
	return fileAnswer(await writeTemplate(capacitySheet, language), pagesText[language].fileName);
}
