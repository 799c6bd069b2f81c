import { header, listAsExcel } from "../../../spreadsheet/list.server.ts";
import { tableState } from "../../../ui/table-state.ts";
import { representing } from "../../../visit.server.ts";
import { listDecisions } from "../service.server.ts";
import { meetingText } from "../text.ts";
import type { Route } from "./+types/decisions-excel";
import { arenasText } from "./arenas.text.ts";
import { decisionTable } from "./table.ts";

const columns = [
	{ key: "body", kind: "text", required: true, ...header((language) => arenasText[language].columns.decision) },
	{ key: "ownerName", kind: "text", ...header((language) => arenasText[language].columns.owner) },
	{ key: "dueOn", kind: "date", ...header((language) => arenasText[language].columns.due) },
	{ key: "arenaName", kind: "text", ...header((language) => arenasText[language].columns.arena) },
	{ key: "decidedOn", kind: "date", ...header((language) => arenasText[language].columns.decided) },
	{ key: "standing", kind: "text", ...header((language) => arenasText[language].columns.standing) },
	{ key: "note", kind: "text", ...header((language) => arenasText[language].fields.note) },
] as const;

/** The list as Excel, narrowed and sorted as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { language, url } = visit;
	const words = meetingText[language];
	const { search, sort, descending, filters } = tableState(url, decisionTable);
	const arenaId = url.searchParams.get("arena") ?? undefined;
	return listAsExcel(visit, {
		...{ verb: "decision.export", columns, name: words.decisions, file: words.decisions.toLocaleLowerCase("nb") },
		note: (day) => arenasText[language].excelNote(day),
		read: async (work) =>
			(await listDecisions(work, { ...filters, arenaId, search, sort, descending })).rows.map((row) => ({
				...{ body: row.body, ownerName: row.ownerName, dueOn: row.dueOn, arenaName: row.arenaName },
				...{ decidedOn: row.decidedOn, standing: words.standings[row.standing], note: row.note || null },
			})),
	});
}
