import { dayOf } from "../../../../day.ts";
import { excelAnswer } from "../../../../spreadsheet/answer.server.ts";
import { header } from "../../../../spreadsheet/list.server.ts";
import { sheetOf } from "../../../../spreadsheet/written.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { inviteStudents } from "../service.server.ts";
import type { Route } from "./+types/students-links-excel";
import { inviteText } from "./invite.text.ts";
import { studentQuery, studentTable } from "./student-table.ts";
import { studentsText } from "./students.text.ts";

const columns = [
	{ key: "name", kind: "text", ...header((language) => studentsText[language].fields.name) },
	{ key: "number", kind: "text", ...header((language) => studentsText[language].fields.number) },
	{ key: "email", kind: "text", ...header((language) => studentsText[language].fields.email) },
	{ key: "link", kind: "text", ...header((language) => inviteText[language].linkColumn) },
	{ key: "until", kind: "date", ...header((language) => inviteText[language].linkUntil) },
] as const;

export function loader() {
	missing();
}

/** Makes a link for each student of the list who has not wished, and gives them out once, to be sent by other ways than e-mail. */
export async function action({ context, request }: Route.ActionArgs) {
	const { house, language, commanding, url } = representing(context, request);
	const text = inviteText[language];
	const query = studentQuery(tableState(url, studentTable));
	const outcome = await commanding((work) =>
		inviteStudents(work, query, { reason: (written) => inviteText[written].inviteReason, whom: "everybody" }),
	);
	const made = outcome.done ?? missing();
	const rows = made.map(({ student: { name, number, email }, path, expiresAt }) => ({
		...{ name, number, email, link: new URL(path, house.configuration.url).href },
		until: dayOf(expiresAt),
	}));
	const sheet = sheetOf({ columns }, rows, { name: text.linksSheet, notes: [text.linksNote] });
	return excelAnswer([sheet], language, text.linksFile);
}
