import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayKeepAgreements } from "../../rules.ts";
import { nameOfTheme } from "../../words.ts";
import { readCoverage } from "../service.server.ts";
import { coverageText } from "../text.ts";
import type { Route } from "./+types/coverage-excel";
import { arrange, coverageQuery, coverageTable } from "./table.ts";

const columns = [
	{ key: "name", kind: "text", required: true, ...header((language) => coverageText[language].columns.name) },
	{ key: "state", kind: "text", ...header((language) => coverageText[language].columns.state) },
	{ key: "agreements", kind: "wholeNumber", ...header((language) => coverageText[language].columns.agreements) },
	{ key: "partners", kind: "text", ...header((language) => coverageText[language].columns.partners) },
	{ key: "themes", kind: "text", ...header((language) => coverageText[language].columns.themes) },
	{ key: "population", kind: "wholeNumber", ...header((language) => coverageText[language].columns.population) },
	{ key: "centrality", kind: "wholeNumber", ...header((language) => coverageText[language].columns.centrality) },
	{ key: "minutes", kind: "wholeNumber", ...header((language) => coverageText[language].columns.distance) },
	{ key: "campus", kind: "text", ...header((language) => coverageText[language].columns.campus) },
] as const;

/** The municipalities as Excel, narrowed and sorted as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const text = coverageText[language];
	const state = tableState(url, coverageTable);
	return listAsExcel(visit, {
		...{ verb: "agreement.export-coverage", columns, name: text.title, file: text.file },
		note: (day) => `${text.source(actor.organisationName ?? "", day)} ${text.baseRule} ${text.estimate}`,
		async read(work) {
			if (!mayKeepAgreements(await mandateOf(work))) return undefined;
			const { municipalities, coveringOf } = await readCoverage(work, coverageQuery(state));
			const found = arrange(municipalities, state);
			const covering = await coveringOf(found.map(({ id }) => id));
			return found.map((row, index) => ({
				...{ name: row.name, state: text.coverages[row.coverage], agreements: row.agreements },
				...{
					partners: covering[index]?.partners.join(", ") ?? "",
					population: row.population,
					centrality: row.centrality,
				},
				...{ minutes: row.minutes, campus: row.campus },
				themes: (covering[index]?.themes ?? []).map((theme) => nameOfTheme(language, theme)).join(", "),
			}));
		},
	});
}
