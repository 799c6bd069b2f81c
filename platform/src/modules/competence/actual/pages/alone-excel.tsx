import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { mayEnter } from "../../rules.ts";
import { listAlone } from "../../service.server.ts";
import { aloneText } from "../alone.text.ts";
import type { Route } from "./+types/alone-excel";
import { leavingInWords, narrowAlone } from "./alone-rows.ts";
import { aloneTable } from "./table.ts";

const columns = [
	{ key: "entry", kind: "text", required: true, ...header((language) => aloneText[language].columns.entry) },
	{ key: "unit", kind: "text", ...header((language) => aloneText[language].columns.unit) },
	{ key: "positions", kind: "decimal", ...header((language) => aloneText[language].columns.positions) },
	{ key: "leaving", kind: "text", ...header((language) => aloneText[language].columns.leaving) },
	{ key: "deputy", kind: "yesNo", ...header((language) => aloneText[language].columns.deputy) },
	{ key: "onTheWay", kind: "wholeNumber", ...header((language) => aloneText[language].columns.onTheWay) },
	{ key: "asOf", kind: "date", ...header((language) => aloneText[language].columns.asOf) },
] as const;

/** Who stands alone as Excel, narrowed and sorted as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const text = aloneText[language];
	return listAsExcel(visit, {
		...{ verb: "competence-alone.export", columns, name: text.title, file: text.file },
		note: (day) => text.source(actor.organisationName ?? "", day),
		async read(work) {
			if (!mayEnter(await mandateOf(work))) return undefined;
			return narrowAlone(language, await listAlone(work), tableState(url, aloneTable)).map((one) => ({
				...{ entry: nameOfEntry(language, one.fact), unit: one.unit.name, positions: one.fact.positions },
				...{ leaving: leavingInWords(language, one.leaves), deputy: one.fact.hasDeputy, onTheWay: one.onTheWay },
				asOf: one.fact.asOf,
			}));
		},
	});
}
