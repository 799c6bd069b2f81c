import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { horizons } from "../../codes.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { mayEnter } from "../../rules.ts";
import { reckonGaps } from "../../service.server.ts";
import { needText } from "../text.ts";
import type { Route } from "./+types/gap-excel";
import { gapTable, narrowGaps, readAssumptions } from "./table.ts";

const columns = [
	{ key: "unit", kind: "text", required: true, ...header((language) => needText[language].columns.unit) },
	{ key: "entry", kind: "text", ...header((language) => needText[language].columns.entry) },
	{ key: "required", kind: "decimal", ...header((language) => needText[language].required) },
	{ key: "has", kind: "decimal", ...header((language) => needText[language].has) },
	{ key: "now", kind: "decimal", ...header((language) => needText[language].parts.now) },
	{ key: "leaving", kind: "decimal", ...header((language) => needText[language].parts.leaving) },
	{ key: "growth", kind: "decimal", ...header((language) => needText[language].parts.growth) },
	{ key: "newTasks", kind: "decimal", ...header((language) => needText[language].parts.newTasks) },
	{ key: "total", kind: "decimal", ...header((language) => needText[language].total) },
] as const;

/** What is lacking as Excel, for the years and under the assumptions the page has. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { language, url } = visit;
	const text = needText[language];
	const assumed = readAssumptions(url);
	const at = horizons.indexOf(assumed.years);
	const rounded = (value: number | undefined) => (value === undefined ? null : Math.round(value * 100) / 100);
	return listAsExcel(visit, {
		...{ verb: "competence-need.export", columns, name: text.gap, file: text.gapFile },
		note: (day) => `${text.horizons[assumed.years]}. ${text.source(day)} ${text.assumption}`,
		async read(work) {
			if (!mayEnter(await mandateOf(work))) return undefined;
			const gaps = narrowGaps(language, await reckonGaps(work, assumed), tableState(url, gapTable), assumed.years);
			return gaps.map((row) => {
				const lacking = row.lacking[at];
				return {
					...{ unit: row.unitName, entry: nameOfEntry(language, row), required: row.required, has: row.has },
					...{ now: rounded(lacking?.now), leaving: rounded(lacking?.leaving), growth: rounded(lacking?.growth) },
					...{ newTasks: rounded(lacking?.newTasks), total: rounded(lacking?.total) },
				};
			});
		},
	});
}
