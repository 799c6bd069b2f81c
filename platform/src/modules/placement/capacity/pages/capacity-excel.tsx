import { listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayCoordinate } from "../../rules.ts";
import { listOwnOffers } from "../service.server.ts";
import type { Route } from "./+types/capacity-excel";
import { pagesText } from "./capacity.text.ts";
import { offerColumns, offerRows } from "./offers-sheet.server.ts";
import { offerTable } from "./tables.ts";

/** What the organisation keeps, as the sheet an import reads: one row for each offer. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const text = pagesText[language];
	const { search } = tableState(url, offerTable);
	return listAsExcel(visit, {
		...{ verb: "capacity.export", columns: offerColumns, name: text.title, file: text.fileName },
		note: (day) => text.source(actor.organisationName ?? "", day),
		read: async (work) =>
			mayCoordinate(await mandateOf(work))
				? offerRows(work, (await listOwnOffers(work, { search })).rows, language)
				: undefined,
	});
}
