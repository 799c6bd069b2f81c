import { involvementText } from "../../../../involvement/text.ts";
import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { listHearings } from "../service.server.ts";
import { hearingText } from "../text.ts";
import type { Route } from "./+types/hearings-excel";
import { hearingsText } from "./hearings.text.ts";
import { hearingTable } from "./table.ts";

const named = (column: keyof (typeof hearingsText)["nb"]["columns"]) =>
	header((language) => hearingsText[language].columns[column]);

const columns = [
	{ key: "title", kind: "text", required: true, ...named("title") },
	{ key: "holder", kind: "text", ...named("holder") },
	{ key: "roles", kind: "text", ...named("roles") },
	{ key: "standing", kind: "text", ...named("standing") },
	{ key: "lastDay", kind: "date", ...named("lastDay") },
	{ key: "silent", kind: "wholeNumber", ...named("silent") },
	{ key: "unanswered", kind: "wholeNumber", ...named("unanswered") },
] as const;

/** The list as Excel, narrowed and sorted as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { language, url } = visit;
	const words = hearingText[language];
	const { search, sort, descending, filters } = tableState(url, hearingTable);
	return listAsExcel(visit, {
		...{ verb: "hearing.export", columns, name: words.title, file: words.title.toLocaleLowerCase("nb") },
		note: (day) => hearingsText[language].excelNote(day),
		read: async (work) =>
			(await listHearings(work, { ...filters, search, sort, descending })).rows.map((row) => ({
				...{ title: row.title, holder: row.holderName, standing: words.standings[row.standing], lastDay: row.lastDay },
				...{ silent: row.silent, unanswered: row.unanswered },
				roles: row.roles.map((role) => involvementText[language].role[role]).join(", "),
			})),
	});
}
