import { dayOf } from "../../../../day.ts";
import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { listGuidance, mayGuide } from "../../service.server.ts";
import { guidanceText } from "../text.ts";
import type { Route } from "./+types/guidance-excel";
import { guidanceTable, narrowGuidance } from "./table.ts";

const columns = [
	{ key: "subject", kind: "text", required: true, ...header((language) => guidanceText[language].columns.subject) },
	{ key: "asker", kind: "text", ...header((language) => guidanceText[language].columns.asker) },
	{ key: "giver", kind: "text", ...header((language) => guidanceText[language].columns.giver) },
	{ key: "open", kind: "text", ...header((language) => guidanceText[language].columns.open) },
	{ key: "last", kind: "date", ...header((language) => guidanceText[language].columns.last) },
	{ key: "state", kind: "text", ...header((language) => guidanceText[language].columns.state) },
] as const;

/** Guidance as Excel, narrowed and sorted as the page is: nobody gets more than the page shows them. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const text = guidanceText[language];
	const state = tableState(url, guidanceTable);
	return listAsExcel(visit, {
		...{ verb: "funding-guidance.export", columns, name: text.title, file: text.file },
		note: (day) => text.source(actor.organisationName ?? "", day),
		async read(work) {
			if (!(await mayGuide(work))) return undefined;
			return narrowGuidance(language, await listGuidance(work), state).map((row) => ({
				...{ subject: row.subject, asker: row.askerName, giver: row.giverName },
				...{ open: row.open ? text.open : text.walled, last: dayOf(row.lastAt), state: text.states[row.state] },
			}));
		},
	});
}
