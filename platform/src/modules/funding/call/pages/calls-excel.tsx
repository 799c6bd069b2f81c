import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { listCalls } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { callText } from "../text.ts";
import type { Route } from "./+types/calls-excel";
import { callTable, narrowCalls } from "./table.ts";

const columns = [
	{ key: "title", kind: "text", required: true, ...header((language) => callText[language].columns.title) },
	{ key: "giver", kind: "text", ...header((language) => callText[language].columns.giver) },
	{ key: "scheme", kind: "text", ...header((language) => callText[language].columns.scheme) },
	{ key: "opensOn", kind: "date", ...header((language) => callText[language].opensOn) },
	{ key: "closesOn", kind: "date", ...header((language) => callText[language].columns.closes) },
	{ key: "pot", kind: "wholeNumber", ...header((language) => callText[language].columns.pot) },
	{ key: "standing", kind: "text", ...header((language) => callText[language].columns.standing) },
] as const;

/** Calls as Excel, narrowed and sorted as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const { calls, standings } = fundingText[language];
	const state = tableState(url, callTable);
	return listAsExcel(visit, {
		...{ verb: "funding-call.export", columns, name: calls, file: callText[language].file },
		note: (day) => callText[language].source(actor.organisationName ?? "", day),
		read: async (work) =>
			narrowCalls(language, await listCalls(work), state).map((row) => ({
				...{ title: row.title, giver: row.organisationName, scheme: row.schemeName, opensOn: row.opensOn },
				...{ closesOn: row.closesOn, pot: row.pot, standing: standings[row.standing] },
			})),
	});
}
