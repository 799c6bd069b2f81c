import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { listReceived, openGiven } from "../../service.server.ts";
import { stateOf } from "../rules.ts";
import { assessText } from "../text.ts";
import type { Route } from "./+types/received-excel";
import { narrowReceived, receivedTable, sortedBy } from "./table.ts";

const named = (key: keyof (typeof assessText)["nb"]["columns"]) =>
	header((language) => assessText[language].columns[key]);

const columns = [
	{ key: "name", kind: "text", required: true, ...named("applicant") },
	{ key: "reference", kind: "text", ...named("reference") },
	{ key: "population", kind: "wholeNumber", ...named("population") },
	{ key: "centrality", kind: "wholeNumber", ...named("centrality") },
	{ key: "people", kind: "wholeNumber", ...named("people") },
	{ key: "applied", kind: "wholeNumber", ...named("applied") },
	{ key: "own", kind: "wholeNumber", ...named("own") },
	{ key: "mean", kind: "decimal", ...named("score") },
	{ key: "granted", kind: "wholeNumber", ...named("granted") },
	{ key: "state", kind: "text", ...named("state") },
] as const;

/** The applications to one's own call as Excel, narrowed and sorted as the page is. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { language, url, reading } = visit;
	const text = assessText[language];
	const state = tableState(url, receivedTable);
	const { content } = (await reading((work) => openGiven(work, params.callId))) ?? missing();
	return listAsExcel(visit, {
		...{ verb: "funding-call.export-applications", columns, name: text.title, file: text.file },
		note: (day) => text.sourceNote(content.title, day),
		read: async (work) => {
			const { rows } = (await listReceived(work, params.callId)).done ?? missing();
			return narrowReceived(rows, state, sortedBy(state.sort)).map((row) => ({
				...{ name: row.name, reference: row.reference, population: row.population, centrality: row.centrality },
				...{ people: row.people, applied: row.applied, own: row.own, mean: row.mean, granted: row.granted },
				state: text.states[stateOf(row)],
			}));
		},
	});
}
