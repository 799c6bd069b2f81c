import { record } from "../../../../identity/audit.server.ts";
import { formatDate, inEachLanguage, languageNames } from "../../../../language.ts";
import { done } from "../../../../outcome.ts";
import { excelAnswer } from "../../../../spreadsheet/answer.server.ts";
import { sheetOf } from "../../../../spreadsheet/written.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { maySeeStudents } from "../../rules.ts";
import { listStudents } from "../service.server.ts";
import { rosterText } from "../text.ts";
import type { Route } from "./+types/students-excel";
import { studentQuery, studentTable } from "./student-table.ts";
import { studentsText } from "./students.text.ts";

const field = (key: keyof typeof studentsText.nb.fields) =>
	inEachLanguage((language) => studentsText[language].fields[key]);
const columns = [
	{ key: "name", kind: "text", headers: field("name") },
	{ key: "number", kind: "text", headers: field("number") },
	{ key: "email", kind: "text", headers: field("email") },
	{ key: "phone", kind: "text", headers: field("phone") },
	{ key: "institutionName", kind: "text", headers: field("institutionId") },
	{ key: "programme", kind: "text", headers: field("programme") },
	{ key: "yearOfStudy", kind: "wholeNumber", headers: field("yearOfStudy") },
	{ key: "postcode", kind: "postcode", headers: inEachLanguage((language) => rosterText[language].columns.postcode) },
	{ key: "travel", kind: "text", headers: field("travel") },
	{ key: "language", kind: "text", headers: field("language") },
	{ key: "claims", kind: "wholeNumber", headers: inEachLanguage((language) => rosterText[language].columns.claims) },
	{
		key: "withoutWishes",
		kind: "wholeNumber",
		headers: inEachLanguage((language) => studentsText[language].columns.wishes),
	},
] as const;

/** The list of students as Excel, narrowed as the page is. Taking it out is logged. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, language, commanding, url } = representing(context, request);
	const { organisationId } = actor;
	const query = studentQuery(tableState(url, studentTable));
	const outcome = await commanding(async (work) => {
		if (!maySeeStudents(await mandateOf(work))) missing();
		const { rows, total } = await listStudents(work, query);
		await record(work, {
			...{ verb: "student.export", objectKind: "organisation", objectId: organisationId, organisationId },
			detail: { rows: total },
		});
		return done({ rows, today: work.today });
	});
	if (!outcome.done) missing();
	const { rows, today } = outcome.done;
	const text = studentsText[language];
	const sheet = sheetOf(
		{ columns },
		rows.map((row) => ({
			...row,
			travel: rosterText[language].travel[row.travel],
			language: row.language && languageNames[row.language],
		})),
		{ name: text.title, notes: [text.source(actor.organisationName ?? "", formatDate(language, today))] },
	);
	return excelAnswer([sheet], language, `${text.file}-${today}`);
}
