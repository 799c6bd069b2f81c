import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayEnter } from "../../rules.ts";
import { listEntries } from "../../service.server.ts";
import { competenceText } from "../../text.ts";
import { nameOfEntry } from "../name.ts";
import { frameworkText } from "../text.ts";
import type { Route } from "./+types/framework-excel";
import { frameworkTable } from "./table.ts";

const columns = [
	{ key: "name", kind: "text", required: true, ...header((language) => frameworkText[language].columns.name) },
	{ key: "kind", kind: "text", ...header((language) => frameworkText[language].columns.kind) },
	{ key: "level", kind: "text", ...header((language) => frameworkText[language].columns.level) },
	{ key: "occupation", kind: "text", ...header((language) => frameworkText[language].columns.occupation) },
	{ key: "keeper", kind: "text", ...header((language) => frameworkText[language].columns.keeper) },
	{ key: "mapped", kind: "text", ...header((language) => frameworkText[language].columns.mapped) },
] as const;

/** The framework as Excel, narrowed and sorted as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const text = frameworkText[language];
	const words = competenceText[language];
	const { search, sort, descending, filters } = tableState(url, frameworkTable);
	return listAsExcel(visit, {
		...{ verb: "competence-entry.export", columns, name: words.framework, file: text.file },
		note: (day) => text.source(actor.organisationName ?? "", day),
		async read(work) {
			if (!mayEnter(await mandateOf(work))) return undefined;
			return (await listEntries(work, { ...filters, search, sort, descending })).rows.map((row) => ({
				...{ name: nameOfEntry(language, row), kind: words.kinds[row.kind], occupation: row.occupation },
				...{ level: row.level === null ? null : words.levels[row.level] },
				keeper: text.keepers[row.isShared ? "shared" : "own"],
				mapped: row.mapped === null ? null : nameOfEntry(language, row.mapped),
			}));
		},
	});
}
