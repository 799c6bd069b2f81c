import { header, listAsExcel } from "../../../spreadsheet/list.server.ts";
import { tableState } from "../../../ui/table-state.ts";
import { representing } from "../../../visit.server.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { mayKeepAgreements } from "../rules.ts";
import { listAgreements } from "../service.server.ts";
import { agreementText } from "../text.ts";
import { nameOfTheme } from "../words.ts";
import type { Route } from "./+types/list-excel";
import { listText } from "./list.text.ts";
import { agreementQuery, agreementTable } from "./table.ts";

const columns = [
	{ key: "title", kind: "text", required: true, ...header((language) => listText[language].columns.title) },
	{ key: "parties", kind: "text", ...header((language) => listText[language].columns.parties) },
	{ key: "kind", kind: "text", ...header((language) => listText[language].columns.kind) },
	{ key: "level", kind: "text", ...header((language) => listText[language].columns.level) },
	{ key: "themes", kind: "text", ...header((language) => listText[language].columns.themes) },
	{ key: "firstDay", kind: "date", ...header((language) => listText[language].columns.from) },
	{ key: "lastDay", kind: "date", ...header((language) => listText[language].columns.until) },
	{ key: "standing", kind: "text", ...header((language) => listText[language].columns.state) },
] as const;

/** The list as Excel, narrowed and sorted as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const text = listText[language];
	const words = agreementText[language];
	const query = agreementQuery(tableState(url, agreementTable));
	return listAsExcel(visit, {
		...{ verb: "agreement.export", columns, name: words.title, file: text.file },
		note: (day) => text.source(actor.organisationName ?? "", day),
		async read(work) {
			if (!mayKeepAgreements(await mandateOf(work))) return undefined;
			return (await listAgreements(work, query)).rows.map((row) => ({
				...{ title: row.title, firstDay: row.firstDay, lastDay: row.lastDay },
				parties: row.parties.map(({ name }) => name).join(", "),
				...{ kind: words.kinds[row.kind], level: words.levels[row.level], standing: words.standings[row.standing] },
				themes: row.themes.map((theme) => nameOfTheme(language, theme)).join(", "),
			}));
		},
	});
}
