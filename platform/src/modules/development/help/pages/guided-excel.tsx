import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { endingText } from "../../ending/text.ts";
import { readGuided } from "../../service.server.ts";
import { statusText } from "../../status/text.ts";
import type { Route } from "./+types/guided-excel";
import { reachedText } from "./reached.text.ts";
import { guidedTable, narrowGuided } from "./table.ts";

const column = (name: keyof (typeof reachedText)["nb"]["guided"]["columns"]) =>
	header((language) => reachedText[language].guided.columns[name]);

const columns = [
	{ key: "organisation", kind: "text", required: true, ...column("organisation") },
	{ key: "title", kind: "text", ...column("title") },
	{ key: "purpose", kind: "text", ...column("purpose") },
	{ key: "leader", kind: "text", ...column("leader") },
	{ key: "status", kind: "date", ...column("status") },
	{ key: "standing", kind: "text", ...column("standing") },
	{ key: "lastDay", kind: "date", ...column("lastDay") },
	{ key: "contact", kind: "date", ...column("contact") },
] as const;

/** The projects advisers follow as Excel, narrowed and sorted as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const text = reachedText[language].guided;
	const state = tableState(url, guidedTable);
	return listAsExcel(visit, {
		...{ verb: "help.export-projects", columns, name: text.title, file: text.file },
		note: (day) => text.source(actor.organisationName ?? "", day),
		async read(work) {
			const read = await readGuided(work);
			return (
				read &&
				narrowGuided(language, read.projects, state, work.today).map((row) => ({
					...{ organisation: row.organisationName, title: row.title, purpose: row.purpose, leader: row.leaderName },
					...{ status: row.statusOn, lastDay: row.lastDay, contact: row.lastContact },
					standing:
						row.outcome !== null
							? endingText[language].outcomes[row.outcome]
							: row.standing && statusText[language].standings[row.standing],
				}))
			);
		},
	});
}
