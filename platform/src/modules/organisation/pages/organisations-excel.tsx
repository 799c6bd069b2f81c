import { importText } from "../../../import/text.ts";
import { formatDate, inEachLanguage } from "../../../language.ts";
import { excelAnswer } from "../../../spreadsheet/answer.server.ts";
import { sheetOf } from "../../../spreadsheet/written.ts";
import { isByFit, tableState } from "../../../ui/table-state.ts";
import { signedIn } from "../../../visit.server.ts";
import { day } from "../contract.ts";
import { organisationSorts } from "../directory/contract.ts";
import { organisationFiles } from "../import/text.ts";
import { listOrganisations, readVocabulary } from "../service.server.ts";
import type { Route } from "./+types/organisations-excel";
import { organisationsText } from "./organisations.text.ts";

const table = { sort: organisationSorts, ranks: true, filters: { kind: "text", county: "text" } } as const;

const columns = [
	{
		key: "name",
		kind: "text",
		required: true,
		headers: inEachLanguage((language) => organisationsText[language].name),
	},
	{
		key: "kind",
		kind: "text",
		required: true,
		headers: inEachLanguage((language) => organisationsText[language].kind),
	},
	{ key: "number", kind: "text", headers: inEachLanguage((language) => organisationsText[language].number) },
	{
		key: "countyNumber",
		kind: "text",
		headers: inEachLanguage((language) => organisationsText[language].countyNumber),
	},
	{ key: "countyName", kind: "text", headers: inEachLanguage((language) => organisationsText[language].county) },
	{
		key: "population",
		kind: "wholeNumber",
		headers: inEachLanguage((language) => organisationsText[language].population),
	},
	{
		key: "populationYear",
		kind: "wholeNumber",
		headers: inEachLanguage((language) => organisationsText[language].populationYear),
	},
	{
		key: "centrality",
		kind: "wholeNumber",
		headers: inEachLanguage((language) => organisationsText[language].centrality),
	},
	{ key: "latitude", kind: "latitude", headers: inEachLanguage((language) => organisationsText[language].latitude) },
	{ key: "longitude", kind: "longitude", headers: inEachLanguage((language) => organisationsText[language].longitude) },
] as const;

/** The directory as Excel, narrowed and sorted as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, url } = signedIn(context, request);
	const state = tableState(url, table);
	const date = day.safeParse(url.searchParams.get("asOf"));
	const text = importText[language];
	const { rows, kinds, today } = await reading(async (work) => {
		const { kinds } = await readVocabulary(work);
		const { rows } = await listOrganisations(work, {
			...(date.success ? { asOf: date.data } : {}),
			...(state.filters.kind === undefined ? {} : { kind: state.filters.kind }),
			...(state.filters.county === undefined ? {} : { county: state.filters.county }),
			search: state.search,
			...(isByFit(state) ? {} : { sort: state.sort, descending: state.descending }),
		});
		return { rows, kinds: new Map(kinds.map((kind) => [kind.code, kind.name[language]])), today: work.today };
	});
	const sheet = sheetOf(
		{ columns },
		rows.map(({ name, kind, number, countyNumber, countyName, population, centrality, latitude, longitude }) => ({
			...{ name, number, countyNumber, countyName, latitude, longitude },
			kind: kinds.get(kind) ?? kind,
			population: population?.value ?? null,
			populationYear: population?.year ?? null,
			centrality: centrality?.value ?? null,
		})),
		{
			name: organisationsText[language].title,
			notes: [text.source("Læringsarena", formatDate(language, date.success ? date.data : today))],
		},
	);
	return excelAnswer([sheet], language, `${organisationFiles[language].all}-${today}`);
}
