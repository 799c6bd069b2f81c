import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayEnter } from "../../rules.ts";
import { readAsked } from "../../service.server.ts";
import type { Route } from "./+types/asked-excel";
import { askedText } from "./asked.text.ts";
import { researchPageText } from "./research.text.ts";
import { askedTable, narrowAsked } from "./table.ts";

const column = (name: keyof (typeof askedText)["nb"]["columns"]) =>
	header((language) => askedText[language].columns[name]);

const columns = [
	{ key: "name", kind: "text", required: true, ...column("name") },
	{ key: "population", kind: "wholeNumber", ...column("population") },
	{ key: "centrality", kind: "wholeNumber", ...column("centrality") },
	{ key: "kilometres", kind: "wholeNumber", ...column("kilometres") },
	{ key: "asks", kind: "wholeNumber", ...column("asks") },
	{ key: "hours", kind: "wholeNumber", ...column("hours") },
] as const;

/** Who is asked and who is not as Excel, narrowed and sorted as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const text = askedText[language];
	const state = tableState(url, askedTable);
	return listAsExcel(visit, {
		...{ verb: "research.export-asked", columns, name: researchPageText[language].whoIsAsked, file: text.file },
		note: (day) => text.source(actor.organisationName ?? "", day),
		async read(work) {
			if (!mayEnter(await mandateOf(work))) return undefined;
			return narrowAsked(language, await readAsked(work), state);
		},
	});
}
