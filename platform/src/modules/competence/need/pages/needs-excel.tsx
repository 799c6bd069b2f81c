import { listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { mayEnter } from "../../rules.ts";
import { listNeeds } from "../../service.server.ts";
import { needSheet } from "../sheet.ts";
import { needText } from "../text.ts";
import type { Route } from "./+types/needs-excel";
import { narrowNeeds, needTable } from "./table.ts";

/** Needs as Excel, narrowed and sorted as the page is: what leaves can come back. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const text = needText[language];
	const state = tableState(url, needTable);
	return listAsExcel(visit, {
		...{ verb: "competence-need.export", columns: needSheet.columns, name: text.needs, file: text.needsFile },
		note: (day) => text.needsSource(actor.organisationName ?? "", day),
		async read(work) {
			if (!mayEnter(await mandateOf(work))) return undefined;
			return narrowNeeds(language, await listNeeds(work), state)
				.filter(({ basis }) => state.filters.basis === undefined || basis === state.filters.basis)
				.map((row) => ({
					...{ unit: row.unitName, entry: nameOfEntry(language, row), basis: row.basis },
					...{ positions: row.users === null ? row.positions : null, users: row.users, usersEach: row.usersEach },
					...{ growth: row.growth, fromDay: row.fromDay, reason: row.reason },
				}));
		},
	});
}
