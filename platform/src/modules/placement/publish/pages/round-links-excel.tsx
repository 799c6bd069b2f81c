import { dayOf } from "../../../../day.ts";
import { excelAnswer } from "../../../../spreadsheet/answer.server.ts";
import { header } from "../../../../spreadsheet/list.server.ts";
import { sheetOf } from "../../../../spreadsheet/written.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { makeRoundLinks } from "../link.server.ts";
import type { Route } from "./+types/round-links-excel";
import { linkText } from "./link.text.ts";

const of = (word: keyof (typeof linkText)["nb"]["columns"]) => header((language) => linkText[language].columns[word]);

const columns = {
	sites: [
		{ key: "name", kind: "text", ...of("site") },
		{ key: "placements", kind: "wholeNumber", ...of("placements") },
		{ key: "contactName", kind: "text", ...of("contact") },
		{ key: "contactEmail", kind: "text", ...of("email") },
		{ key: "link", kind: "text", ...of("link") },
		{ key: "until", kind: "date", ...of("until") },
	],
	students: [
		{ key: "name", kind: "text", ...of("student") },
		{ key: "number", kind: "text", ...of("number") },
		{ key: "email", kind: "text", ...of("email") },
		{ key: "courseName", kind: "text", ...of("course") },
		{ key: "siteName", kind: "text", ...of("site") },
		{ key: "link", kind: "text", ...of("link") },
		{ key: "until", kind: "date", ...of("until") },
	],
} as const;

export function loader() {
	missing();
}

/** Makes a link for each site and student of a round who waits for an answer and cannot be written to, and gives them out once. */
export async function action({ context, request, params }: Route.ActionArgs) {
	const { house, language, commanding } = representing(context, request);
	const text = linkText[language];
	const telling = { mails: house.configuration.mail.smtpUrl !== undefined };
	const { sites, students } =
		(await commanding((work) => makeRoundLinks(work, params.roundId, telling))).done ?? missing();
	const told = <Row extends { readonly path: string; readonly expiresAt: Date }>(row: Row) => ({
		...row,
		...{ link: new URL(row.path, house.configuration.url).href, until: dayOf(row.expiresAt) },
	});
	const notes = [text.note];
	return excelAnswer(
		[
			sheetOf({ columns: columns.sites }, sites.map(told), { name: text.sheets.sites, notes }),
			sheetOf({ columns: columns.students }, students.map(told), { name: text.sheets.students, notes }),
		],
		language,
		text.file,
	);
}
