import { listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayReceiveStudents } from "../../rules.ts";
import { listOffersOfCapacity } from "../service.server.ts";
import type { Route } from "./+types/capacity-excel";
import { pagesText } from "./capacity.text.ts";
import { offerColumns, offerRows } from "./offers-sheet.server.ts";
import { capacityQuery, capacityTable } from "./tables.ts";

/** The list as it is narrowed, as the sheet an import reads: one row for each offer. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const text = pagesText[language];
	const query = capacityQuery(tableState(url, capacityTable));
	return listAsExcel(visit, {
		...{ verb: "capacity.export", columns: offerColumns, name: text.title, file: text.fileName },
		note: (day) => text.source(actor.organisationName ?? "", day),
		read: async (work) =>
			mayReceiveStudents(await mandateOf(work))
				? offerRows(work, await listOffersOfCapacity(work, query), language)
				: undefined,
	});
}
