import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { mayEnter } from "../../rules.ts";
import { listNeeds } from "../../service.server.ts";
import { needText } from "../text.ts";
import type { Route } from "./+types/needs-excel";
import { narrowNeeds, needTable } from "./table.ts";

const columns = [
	{ key: "unit", kind: "text", required: true, ...header((language) => needText[language].columns.unit) },
	{ key: "entry", kind: "text", ...header((language) => needText[language].columns.entry) },
	{ key: "positions", kind: "decimal", ...header((language) => needText[language].columns.positions) },
	{ key: "basis", kind: "text", ...header((language) => needText[language].columns.basis) },
	{ key: "users", kind: "wholeNumber", ...header((language) => needText[language].fields.users) },
	{ key: "usersEach", kind: "decimal", ...header((language) => needText[language].fields.usersEach) },
	{ key: "growth", kind: "wholeNumber", ...header((language) => needText[language].columns.growth) },
	{ key: "fromDay", kind: "date", ...header((language) => needText[language].columns.from) },
	{ key: "reason", kind: "text", ...header((language) => needText[language].columns.reason) },
] as const;

/** Needs as Excel, narrowed and sorted as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const text = needText[language];
	const state = tableState(url, needTable);
	return listAsExcel(visit, {
		...{ verb: "competence-need.export", columns, name: text.needs, file: text.needsFile },
		note: (day) => text.needsSource(actor.organisationName ?? "", day),
		async read(work) {
			if (!mayEnter(await mandateOf(work))) return undefined;
			return narrowNeeds(language, await listNeeds(work), state)
				.filter(({ basis }) => state.filters.basis === undefined || basis === state.filters.basis)
				.map((row) => ({
					...{ unit: row.unitName, entry: nameOfEntry(language, row), positions: row.positions },
					...{ basis: text.bases[row.basis], users: row.users, usersEach: row.usersEach, growth: row.growth },
					...{ fromDay: row.fromDay, reason: row.reason },
				}));
		},
	});
}
