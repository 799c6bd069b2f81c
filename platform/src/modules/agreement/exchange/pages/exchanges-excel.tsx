import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayKeepAgreements } from "../../rules.ts";
import { agreementText } from "../../text.ts";
import { exchangeStanding } from "../rules.ts";
import { listExchanges } from "../service.server.ts";
import { exchangeText } from "../text.ts";
import type { Route } from "./+types/exchanges-excel";
import { exchangeTable } from "./table.ts";

const columns = [
	{ key: "title", kind: "text", required: true, ...header((language) => exchangeText[language].columns.title) },
	{ key: "kind", kind: "text", ...header((language) => exchangeText[language].columns.kind) },
	{ key: "person", kind: "text", ...header((language) => exchangeText[language].columns.person) },
	{ key: "home", kind: "text", ...header((language) => exchangeText[language].columns.home) },
	{ key: "homeShare", kind: "wholeNumber", ...header((language) => exchangeText[language].columns.homeShare) },
	{ key: "guest", kind: "text", ...header((language) => exchangeText[language].columns.guest) },
	{ key: "guestShare", kind: "wholeNumber", ...header((language) => exchangeText[language].columns.guestShare) },
	{ key: "financing", kind: "text", ...header((language) => exchangeText[language].columns.financing) },
	{ key: "tasks", kind: "text", ...header((language) => exchangeText[language].columns.tasks) },
	{ key: "lectures", kind: "wholeNumber", ...header((language) => exchangeText[language].columns.lectures) },
	{ key: "firstDay", kind: "date", ...header((language) => exchangeText[language].columns.from) },
	{ key: "lastDay", kind: "date", ...header((language) => exchangeText[language].columns.until) },
	{ key: "state", kind: "text", ...header((language) => exchangeText[language].columns.state) },
	{ key: "agreement", kind: "text", ...header((language) => exchangeText[language].columns.agreement) },
	{ key: "evaluation", kind: "text", ...header((language) => exchangeText[language].columns.evaluation) },
] as const;

/** The list as Excel, narrowed and sorted as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const text = exchangeText[language];
	const { search, sort, descending, filters } = tableState(url, exchangeTable);
	return listAsExcel(visit, {
		...{ verb: "exchange.export", columns, name: text.title, file: text.file },
		note: (day) => text.source(actor.organisationName ?? "", day),
		async read(work) {
			if (!mayKeepAgreements(await mandateOf(work))) return undefined;
			return (await listExchanges(work, { ...filters, search, sort, descending })).rows.map((row) => ({
				...{ title: row.title, kind: agreementText[language].exchangeKinds[row.kind], person: row.personName },
				...{ home: row.homeName, homeShare: row.homeShare, guest: row.guestName, guestShare: row.guestShare },
				...{
					financing: row.financing,
					tasks: row.tasks,
					lectures: row.lectures,
					firstDay: row.firstDay,
					lastDay: row.lastDay,
				},
				...{ state: text.standings[exchangeStanding(row, work.today)], agreement: row.agreementTitle },
				evaluation: row.evaluation,
			}));
		},
	});
}
