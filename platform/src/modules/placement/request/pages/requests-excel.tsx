import { listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayCoordinate } from "../../rules.ts";
import { listedRequest } from "../listed.ts";
import { listRequests } from "../service.server.ts";
import { requestList } from "../sheet.ts";
import { requestText } from "../text.ts";
import type { Route } from "./+types/requests-excel";
import { requestQuery, requestTable } from "./table.ts";

/** The list everyone e-mails. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const text = requestText[language];
	const query = requestQuery(tableState(url, requestTable));
	return listAsExcel(visit, {
		...{ verb: "request.export", columns: requestList.columns, name: text.title, file: text.file },
		note: (day) => text.source(actor.organisationName ?? "", day),
		async read(work) {
			if (!mayCoordinate(await mandateOf(work))) return undefined;
			const { rows } = await listRequests(work, query);
			return rows.flatMap((row) => listedRequest(row, language, work.today));
		},
	});
}
