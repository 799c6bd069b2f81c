import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { mayEnter } from "../../rules.ts";
import { listMeasures } from "../../service.server.ts";
import { measureText } from "../text.ts";
import type { Route } from "./+types/measures-excel";
import { measurePageText } from "./measure.text.ts";
import { measureTable, narrowMeasures } from "./table.ts";

const columns = [
	{ key: "priority", kind: "wholeNumber", ...header((language) => measurePageText[language].fields.priority) },
	{ key: "title", kind: "text", required: true, ...header((language) => measurePageText[language].columns.title) },
	{ key: "kind", kind: "text", ...header((language) => measurePageText[language].columns.kind) },
	{ key: "plan", kind: "text", ...header((language) => measurePageText[language].columns.plan) },
	{ key: "unit", kind: "text", ...header((language) => measurePageText[language].columns.unit) },
	{ key: "entry", kind: "text", ...header((language) => measurePageText[language].columns.entry) },
	{ key: "closes", kind: "decimal", ...header((language) => measurePageText[language].columns.closes) },
	{ key: "persons", kind: "wholeNumber", ...header((language) => measurePageText[language].columns.persons) },
	{ key: "cost", kind: "wholeNumber", ...header((language) => measurePageText[language].columns.cost) },
	{ key: "financing", kind: "text", ...header((language) => measurePageText[language].columns.financing) },
	{ key: "substitutes", kind: "decimal", ...header((language) => measurePageText[language].columns.substitutes) },
	{ key: "owner", kind: "text", ...header((language) => measurePageText[language].columns.owner) },
	{ key: "deputy", kind: "text", ...header((language) => measurePageText[language].columns.deputy) },
	{ key: "dueOn", kind: "date", ...header((language) => measurePageText[language].columns.due) },
	{ key: "status", kind: "text", ...header((language) => measurePageText[language].columns.status) },
	{ key: "note", kind: "text", ...header((language) => measurePageText[language].columns.note) },
] as const;

/** Measures as Excel, narrowed and sorted as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const [text, words] = [measurePageText[language], measureText[language]];
	const state = tableState(url, measureTable);
	return listAsExcel(visit, {
		...{ verb: "competence-measure.export", columns, name: words.title, file: text.file },
		note: (day) => text.source(actor.organisationName ?? "", day),
		async read(work) {
			if (!mayEnter(await mandateOf(work))) return undefined;
			return narrowMeasures(language, await listMeasures(work), state).map((row) => ({
				...{ priority: row.priority, title: row.title, kind: words.kinds[row.kind], plan: row.planTitle },
				...{ unit: row.unitName ?? words.wholeScope, closes: row.closes, persons: row.persons, cost: row.cost },
				entry:
					row.entryName === null
						? null
						: nameOfEntry(language, { name: row.entryName, nameNn: row.entryNameNn, nameEn: row.entryNameEn }),
				...{ financing: words.financings[row.financing], substitutes: row.substitutePositions },
				...{ owner: row.ownerName, deputy: row.deputyName, dueOn: row.dueOn },
				...{ status: words.statuses[row.status], note: row.note },
			}));
		},
	});
}
