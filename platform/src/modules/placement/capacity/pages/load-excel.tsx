import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayCoordinate } from "../../rules.ts";
import { listLoad } from "../service.server.ts";
import { capacityText } from "../text.ts";
import type { Route } from "./+types/load-excel";
import { pagesText } from "./capacity.text.ts";
import { loadText } from "./load.text.ts";
import { loadQuery, loadTable } from "./tables.ts";

const columns = [
	{ key: "site", kind: "text", ...header((language) => pagesText[language].columns.site) },
	{ key: "kind", kind: "text", ...header((language) => pagesText[language].columns.kind) },
	{ key: "name", kind: "text", ...header((language) => pagesText[language].columns.name) },
	{ key: "firstDay", kind: "date", ...header((language) => loadText[language].loadFields.firstDay) },
	{ key: "lastDay", kind: "date", ...header((language) => loadText[language].loadFields.lastDay) },
	{ key: "learners", kind: "wholeNumber", ...header((language) => pagesText[language].columns.learners) },
] as const;

export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const text = pagesText[language];
	const query = loadQuery(tableState(url, loadTable));
	return listAsExcel(visit, {
		...{ verb: "load.export", columns, name: text.tabs.load, file: text.fileName },
		note: (day) => text.source(actor.organisationName ?? "", day),
		async read(work) {
			if (!mayCoordinate(await mandateOf(work))) return undefined;
			return (await listLoad(work, query)).rows.map((row) => ({
				...{ site: row.siteName, kind: capacityText[language].kinds[row.kind], name: row.name },
				...{ firstDay: row.firstDay, lastDay: row.lastDay, learners: row.learners },
			}));
		},
	});
}
