import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { readReach } from "../../service.server.ts";
import type { Route } from "./+types/reach-excel";
import { narrowReach, reachTable } from "./reach-table.ts";
import { resultsText } from "./results.text.ts";

const column = (name: keyof (typeof resultsText)["nb"]["reach"]["columns"]) =>
	header((language) => resultsText[language].reach.columns[name]);

const columns = [
	{ key: "name", kind: "text", required: true, ...column("name") },
	{ key: "county", kind: "text", ...column("county") },
	{ key: "population", kind: "wholeNumber", ...column("population") },
	{ key: "before", kind: "wholeNumber", ...column("before") },
	{ key: "here", kind: "text", ...column("here") },
] as const;

/** Whom a programme reaches as Excel, narrowed and sorted as the page is. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { language, reading, url } = visit;
	const text = resultsText[language].reach;
	const { programme } = (await reading((work) => readReach(work, params.programmeId))) ?? missing();
	const state = tableState(url, reachTable);
	return listAsExcel(visit, {
		...{ verb: "programme.export", columns, name: text.title, file: text.file },
		note: (day) => text.source(programme.title, day),
		async read(work) {
			const read = await readReach(work, params.programmeId);
			return (
				read &&
				narrowReach(language, read.reached, state).map((row) => ({
					...{ name: row.name, county: row.countyName, population: row.population, before: row.before },
					here: text.heres[row.here],
				}))
			);
		},
	});
}
