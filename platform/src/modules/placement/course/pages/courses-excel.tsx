import { formatDate, inEachLanguage } from "../../../../language.ts";
import { excelAnswer } from "../../../../spreadsheet/answer.server.ts";
import { sheetOf } from "../../../../spreadsheet/written.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { professionName } from "../../../organisation/text.ts";
import { listCourses } from "../service.server.ts";
import { courseText } from "../text.ts";
import type { Route } from "./+types/courses-excel";
import { courseQuery, courseTable } from "./course-table.ts";

const field = (key: keyof typeof courseText.nb.fields) =>
	inEachLanguage((language) => courseText[language].fields[key]);
const columns = [
	{ key: "institutionName", kind: "text", headers: field("institutionId") },
	{ key: "programme", kind: "text", headers: field("programme") },
	{ key: "campus", kind: "text", headers: field("campus") },
	{ key: "code", kind: "text", headers: field("code") },
	{ key: "name", kind: "text", headers: field("name") },
	{ key: "profession", kind: "text", headers: field("profession") },
	{ key: "yearOfStudy", kind: "wholeNumber", headers: field("yearOfStudy") },
	{ key: "credits", kind: "decimal", headers: field("credits") },
	{ key: "weeks", kind: "wholeNumber", headers: field("weeks") },
	{ key: "hours", kind: "wholeNumber", headers: field("hours") },
	{ key: "nextDay", kind: "date", headers: inEachLanguage((language) => courseText[language].columns.next) },
] as const;

/** The list of courses as Excel, narrowed as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, language, reading, url } = representing(context, request);
	const text = courseText[language];
	const { rows, today } = await reading(async (work) => ({
		...(await listCourses(work, courseQuery(tableState(url, courseTable)))),
		today: work.today,
	}));
	const sheet = sheetOf(
		{ columns },
		rows.map((row) => ({ ...row, profession: professionName(language, row.profession) })),
		{ name: text.title, notes: [text.source(actor.organisationName ?? "", formatDate(language, today))] },
	);
	return excelAnswer([sheet], language, `${text.file}-${today}`);
}
