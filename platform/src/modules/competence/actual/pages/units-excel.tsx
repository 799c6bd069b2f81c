import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { mayEnter } from "../../rules.ts";
import { listCurrent } from "../../service.server.ts";
import { competenceText } from "../../text.ts";
import { actualSheet } from "../sheet.ts";
import { actualText } from "../text.ts";
import type { Route } from "./+types/units-excel";

/** The sheet an import reads, and beside it where a unit stands and whether a number is old. */
const columns = [
	...actualSheet.columns,
	{ key: "above", kind: "text", ...header((language) => actualText[language].columns.above) },
	{ key: "kind", kind: "text", ...header((language) => actualText[language].kind) },
	{ key: "stale", kind: "yesNo", ...header((language) => actualText[language].stale) },
] as const;

/** Every number that counts today as Excel: what leaves can come back. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language } = visit;
	const text = actualText[language];
	const words = competenceText[language];
	return listAsExcel(visit, {
		...{ verb: "competence-actual.export", columns, name: words.title, file: text.file },
		note: (day) => text.source(actor.organisationName ?? "", day),
		async read(work) {
			if (!mayEnter(await mandateOf(work))) return undefined;
			return (await listCurrent(work)).map(({ unit, fact }) => ({
				...{ unit: [...unit.above, unit.name].join(" › "), entry: nameOfEntry(language, fact), asOf: fact.asOf },
				...{ heads: fact.heads, positions: fact.positions, aged55: fact.aged55, aged60: fact.aged60 },
				...{ aged65: fact.aged65, turnover: fact.turnover, hasDeputy: fact.hasDeputy, source: fact.source },
				...{ above: unit.above.join(" › "), kind: words.kinds[fact.kind], stale: fact.isStale },
			}));
		},
	});
}
