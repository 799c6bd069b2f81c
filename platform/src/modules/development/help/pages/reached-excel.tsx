import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { readReached } from "../../service.server.ts";
import type { Route } from "./+types/reached-excel";
import { reachedText } from "./reached.text.ts";
import { narrowReached, reachedTable } from "./table.ts";

const column = (name: keyof (typeof reachedText)["nb"]["columns"]) =>
	header((language) => reachedText[language].columns[name]);

const columns = [
	{ key: "name", kind: "text", required: true, ...column("name") },
	{ key: "population", kind: "wholeNumber", ...column("population") },
	{ key: "distance", kind: "wholeNumber", ...column("distance") },
	{ key: "offers", kind: "wholeNumber", ...column("offers") },
	{ key: "offersByAll", kind: "wholeNumber", ...column("offersByAll") },
	{ key: "accepted", kind: "wholeNumber", ...column("accepted") },
	{ key: "unanswered", kind: "wholeNumber", ...column("unanswered") },
	{ key: "lastContact", kind: "date", ...column("lastContact") },
	{ key: "local", kind: "text", ...column("local") },
	{ key: "letIn", kind: "text", ...column("letIn") },
] as const;

/** Whom help reaches as Excel, narrowed and sorted as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const text = reachedText[language];
	const state = tableState(url, reachedTable);
	return listAsExcel(visit, {
		...{ verb: "help.export-reached", columns, name: text.title, file: text.file },
		note: (day) => text.source(actor.organisationName ?? "", day),
		async read(work) {
			const all = await readReached(work);
			return (
				all &&
				narrowReached(language, all, state).map(({ kilometres, letIn, ...row }) => ({
					...{ ...row, distance: kilometres, letIn: letIn ? text.yes : text.no },
				}))
			);
		},
	});
}
