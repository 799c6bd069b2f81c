import { formatDate, formatNumber, type Language } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { NorwayMap } from "../../../../ui/NorwayMap.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { listCounties, mandateOf, readVocabulary } from "../../../organisation/service.server.ts";
import { themes } from "../../codes.ts";
import { percent } from "../../follow/pages/words.ts";
import { mayKeepAgreements } from "../../rules.ts";
import { agreementText } from "../../text.ts";
import { nameOfTheme } from "../../words.ts";
import { coverages } from "../codes.ts";
import type { CoveredMunicipality } from "../contract.ts";
import { publishedText } from "../published.text.ts";
import { readCoverage } from "../service.server.ts";
import { coveredShare } from "../statistic.ts";
import { coverageText } from "../text.ts";
import type { Route } from "./+types/coverage";
import { CoverageCuts } from "./CoverageCuts.tsx";
import { coverageState } from "./CoverageState.tsx";
import "./coverage.css";
import { drawCoverage } from "./coverage-map.server.ts";
import { few } from "./Few.tsx";
import { arrange, coverageQuery, coverageTable, narrowedHref } from "./table.ts";

/** Who has which themes with whom: on the map, by size, centrality, distance and sector, and municipality by municipality. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, url, language } = representing(context, request);
	const state = tableState(url, coverageTable);
	return reading(async (work) => {
		const query = coverageQuery(state);
		const [mandate, { municipalities, agreements, cuts, coveringOf }, counties, { sectors }] = await Promise.all([
			mandateOf(work),
			readCoverage(work, query),
			listCounties(work),
			readVocabulary(work),
		]);
		if (!mayKeepAgreements(mandate)) missing();
		const found = arrange(municipalities, state);
		const shown = found.slice(state.offset, state.offset + state.pageSize);
		const covering = await coveringOf(shown.map(({ id }) => id));
		const drawn = drawCoverage({
			...{ municipalities, counties, isWhole: query.county === undefined, language },
			countyHref: (county) => narrowedHref(state, "county", county),
		});
		const covered = municipalities.filter(({ coverage }) => coverage !== "none").length;
		return {
			...{ state, counties, cuts, agreements, today: work.today, ...drawn },
			rows: shown.map(({ id, name, coverage, agreements: count, population, centrality, minutes }, index) => ({
				...{ id, name, coverage, agreements: count, population, centrality, minutes },
				...(covering[index] ?? { themes: [], partners: [] }),
			})),
			total: found.length,
			sectors: Object.fromEntries(sectors.map(({ code, name }) => [code, name[language]])),
			...{ covered, noArena: municipalities.filter(({ coverage }) => coverage === "no-arena").length },
			...{ municipalities: municipalities.length },
			theme: query.theme ?? null,
		};
	});
}

export default function CoveragePage({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = coverageText[language];
	const { columns } = text;
	const { state, rows, total, covered, municipalities, noArena, cuts, today, agreements, sectors } = loaderData;
	const number = (value: number) => formatNumber(language, value);
	const share = coveredShare(language, covered, municipalities, today);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader title={text.title} lead={text.lead} />
			<p>
				<Link className="ds-link" to="/agreements/coverage/own">
					{text.own.link}
				</Link>
			</p>
			<ul className="figures">
				<li>
					<strong>{share.value === null ? "–" : percent(language, share.value)}</strong>{" "}
					{text.withAgreement(number(covered), number(municipalities))}
				</li>
				{noArena > 0 && (
					<li>
						<strong>{number(noArena)}</strong> {text.withoutArena}
					</li>
				)}
			</ul>
			<p className="ds-paragraph quiet">
				{`${share.baseRule} ${text.asOf(number(agreements), agreements === 1, formatDate(language, share.date))}`}
			</p>
			<NorwayMap
				drawing={loaderData.drawing}
				title={text.mapTitle}
				description={text.mapDescription(number(covered), number(municipalities))}
				legend={[
					{ tone: "own", label: text.legend.own },
					{ tone: "municipality", label: text.legend.municipality },
				]}
				{...(loaderData.isGathered ? { note: text.mapNote } : {})}
				sources={[loaderData.source]}
			>
				<p className="ds-paragraph">
					<a className="ds-link" href="#municipalities">
						{text.municipalities}
					</a>
				</p>
			</NorwayMap>
			<CoverageCuts cuts={cuts} sectors={sectors} today={today} />
			<Section title={text.municipalities} id="municipalities">
				<Table
					caption={text.municipalities}
					hideCaption
					rows={rows}
					total={total}
					state={state}
					rowKey={(row) => row.id}
					rowHref={(row) => `/organisations/${row.id}`}
					searchLabel={columns.name}
					excel="/agreements/coverage.xlsx"
					filters={[
						{
							name: "theme",
							label: text.theme,
							choices: themes.map((one) => ({ value: one, label: agreementText[language].themes[one] })),
						},
						{
							name: "county",
							label: text.county,
							choices: loaderData.counties.map((one) => ({ value: one.number, label: one.name })),
						},
						{
							name: "sector",
							label: text.sector,
							choices: Object.entries(sectors).map(([value, label]) => ({ value, label })),
						},
						{
							name: "coverage",
							label: columns.state,
							choices: coverages.map((one) => ({ value: one, label: text.coverages[one] })),
						},
						{ name: "with", label: text.ownOnly, choices: [{ value: "own", label: text.ownChoices.own }] },
					]}
					columns={[
						{ key: "name", label: columns.name, cell: (row) => row.name, sort: true },
						{ key: "state", label: columns.state, cell: (row) => coverageState(row.coverage, language) },
						{ key: "partners", label: columns.partners, cell: (row) => few(row.partners, language) },
						{
							key: "themes",
							label: columns.themes,
							cell: (row) =>
								few(
									row.themes.map((theme) => nameOfTheme(language, theme)),
									language,
								),
						},
						{
							key: "agreements",
							label: columns.agreements,
							cell: (row) =>
								row.agreements === 0 ? (
									number(0)
								) : (
									<Link
										className="ds-link"
										to={`/agreements/published?party=${row.id}`}
										aria-label={`${number(row.agreements)}: ${publishedText[language].agreementsOf(row.name)}`}
									>
										{number(row.agreements)}
									</Link>
								),
							sort: true,
							numeric: true,
						},
						{
							key: "population",
							label: columns.population,
							cell: (row) => (row.population === null ? <NoValue /> : number(row.population)),
							sort: true,
							numeric: true,
						},
						{
							key: "centrality",
							label: columns.centrality,
							cell: (row) => (row.centrality === null ? <NoValue /> : number(row.centrality)),
							sort: true,
							numeric: true,
						},
						{
							key: "distance",
							label: columns.distance,
							cell: (row) => (row.minutes === null ? <NoValue /> : number(row.minutes)),
							sort: true,
							numeric: true,
						},
						{
							key: "propose",
							label: columns.propose,
							cell: (row) => propose(row, loaderData.theme, text),
						},
					]}
				/>
			</Section>
		</div>
	);
}

/** The way to a draft with the municipality as party, where there is none about what is looked at. */
function propose(
	row: Pick<CoveredMunicipality, "id" | "name" | "coverage">,
	theme: string | null,
	text: (typeof coverageText)[Language],
) {
	if (row.coverage !== "none") return <NoValue />;
	const to = `/agreements/new?party=${row.id}${theme === null ? "" : `&theme=${theme}`}`;
	return (
		<Link className="ds-link" to={to} aria-label={text.proposeTo(row.name)}>
			{text.propose}
		</Link>
	);
}
