import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { professionOf } from "../../capacity/codes.ts";
import { mayCoordinate } from "../../rules.ts";
import { standingOf } from "../rules.ts";
import { listRequests } from "../service.server.ts";
import { requestSheet } from "../sheet.ts";
import { requestText } from "../text.ts";
import type { Route } from "./+types/requests-excel";
import { requestQuery, requestTable } from "./table.ts";

/** The columns an import reads, and what became of each order. */
const columns = [
	...requestSheet.columns,
	{ key: "state", kind: "text", ...header((language) => requestText[language].columns.state) },
	{ key: "unmet", kind: "wholeNumber", ...header((language) => requestText[language].columns.unmet) },
] as const;

/** The list everyone e-mails. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const text = requestText[language];
	const query = requestQuery(tableState(url, requestTable));
	return listAsExcel(visit, {
		...{ verb: "request.export", columns, name: text.title, file: text.file },
		note: (day) => text.source(actor.organisationName ?? "", day),
		async read(work) {
			if (!mayCoordinate(await mandateOf(work))) return undefined;
			return (await listRequests(work, query)).rows.flatMap((row) => {
				const profession = professionOf(row.profession);
				if (profession === null) return [];
				return [
					{
						...{
							institution: row.institutionName,
							host: row.hostName,
							programme: row.programme,
							courseName: row.courseName,
						},
						...{ profession, yearOfStudy: row.yearOfStudy, firstDay: row.firstDay, lastDay: row.lastDay },
						...{ places: row.places, answerBy: row.answerBy, message: row.message },
						state: text.standings[standingOf(row, work.today)],
						offered: row.state === "answered" ? row.offered : null,
						unmet: row.state === "answered" ? Math.max(0, row.places - row.offered) : null,
						reason: row.unmetReason,
					},
				];
			});
		},
	});
}
