import { formatDate, formatNumber, type Language } from "../../../language.ts";
import { houseText } from "../../../text.ts";
import { Alert } from "../../../ui/Alert.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { NorwayMap } from "../../../ui/NorwayMap.tsx";
import { NoValue } from "../../../ui/NoValue.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { type Column, Table } from "../../../ui/Table.tsx";
import { TableTools } from "../../../ui/TableTools.tsx";
import { Tabs } from "../../../ui/Tabs.tsx";
import { isByFit, tableHref, tableState } from "../../../ui/table-state.ts";
import { signedIn } from "../../../visit.server.ts";
import { day } from "../contract.ts";
import type { DirectoryQuery, OrganisationRow } from "../directory/contract.ts";
import { organisationSorts } from "../directory/contract.ts";
import { listOrganisations, listRegistrableKinds, mayTakeFacts } from "../service.server.ts";
import { readKinds } from "../vocabulary.server.ts";
import type { Route } from "./+types/organisations";
import { organisationsText } from "./organisations.text.ts";
import { drawOrganisations } from "./organisations-map.server.ts";
import { registerPagesText } from "./register/register.text.ts";

const table = {
	sort: organisationSorts,
	ranks: true,
	filters: { kind: "text", county: "text", asOf: "text" },
} as const;

export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, language, reading, url } = signedIn(context, request);
	const state = tableState(url, table);
	const date = day.safeParse(state.filters.asOf);
	const asOf = date.success ? date.data : null;
	const isMap = url.searchParams.get("view") === "map";
	const query: DirectoryQuery = {
		...(asOf === null ? {} : { asOf }),
		...(state.filters.kind === undefined ? {} : { kind: state.filters.kind }),
		...(state.filters.county === undefined ? {} : { county: state.filters.county }),
		search: state.search,
		...(isByFit(state) ? {} : { sort: state.sort, descending: state.descending }),
	};
	// Where a map of the whole country is asked for, the list is only counted.
	const shown = isMap ? { offset: 0, pageSize: 1 } : { offset: state.offset, pageSize: state.pageSize };
	return reading(async (work) => {
		const [counties, kinds, page, municipalities, registrable, takeFacts] = await Promise.all([
			listOrganisations(work, { kind: "county", ...(asOf === null ? {} : { asOf }) }),
			readKinds(work),
			listOrganisations(work, { ...query, ...shown }),
			asOf === null ? null : listOrganisations(work, { kind: "municipality", asOf, offset: 0, pageSize: 1 }),
			listRegistrableKinds(work),
			mayTakeFacts(work),
		]);
		const shared = {
			state,
			asOf,
			total: page.total,
			kinds: kinds
				.filter((kind) => page.byKind.has(kind.code) || kind.code === state.filters.kind)
				.map((kind) => ({
					code: kind.code,
					name: kind.name[language],
					plural: kind.plural[language],
					count: page.byKind.get(kind.code) ?? 0,
				})),
			counties: counties.rows.map(({ number, name, shortName }) => ({ number: number ?? "", name: shortName ?? name })),
			has: {
				population: page.rows.some((row) => row.population !== null),
				centrality: page.rows.some((row) => row.centrality !== null),
			},
			// No list of municipalities goes back so far: nothing found is then no answer.
			isBeforeRegister: municipalities?.total === 0,
			// Said once, where there is a municipality that ought to have them.
			lacksFacts:
				page.rows.some((row) => row.kind === "municipality") &&
				!page.rows.some((row) => row.population !== null || row.centrality !== null),
			can: { register: registrable.length > 0, takeFacts },
		};
		if (!isMap) return { ...shared, view: "list" as const, rows: page.rows.map(shownOf) };
		const map = { query, state, total: page.total, counties: shared.counties, own: actor.organisationId, language };
		return { ...shared, view: "map" as const, ...(await drawOrganisations(work, map)) };
	});
}

/** What the list shows of an organisation. */
function shownOf({ id, name, kind, countyName, number, found, population, centrality }: OrganisationRow) {
	return {
		...{ id, name, kind, countyName, number, found },
		population: population?.value ?? null,
		centrality: centrality?.value ?? null,
	};
}

export default function Organisations({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = organisationsText[language];
	const { state, asOf } = loaderData;
	const view = (name: "list" | "map") => {
		const parameters = new URLSearchParams(tableHref(state, { page: 1 }).split("?")[1]);
		parameters.delete("view");
		if (name === "map") parameters.set("view", "map");
		const query = parameters.toString();
		return query === "" ? state.path : `${state.path}?${query}`;
	};
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={asOf === null ? text.lead : text.leadAsOf(formatDate(language, asOf))}
				action={
					loaderData.can.register
						? { to: "/organisations/new", label: registerPagesText[language].newTitle }
						: undefined
				}
			/>
			<Tabs
				label={text.views}
				tabs={[
					{ to: view("list"), label: text.list },
					{ to: view("map"), label: text.map },
				]}
			/>
			{loaderData.isBeforeRegister && (
				<Alert tone="warning" title={text.noPast}>
					{text.noPastBody}{" "}
					{loaderData.can.takeFacts && (
						<Link className="ds-link" to="/import/public">
							{text.importFacts}
						</Link>
					)}
				</Alert>
			)}
			{loaderData.view === "list" ? <List loaderData={loaderData} /> : <OnMap loaderData={loaderData} />}
		</div>
	);
}

type Data = Route.ComponentProps["loaderData"];

function filtersOf(loaderData: Data, text: { kind: string; county: string; asOf: string }) {
	return [
		{
			name: "kind",
			label: text.kind,
			choices: loaderData.kinds.map((kind) => ({ value: kind.code, label: `${kind.plural} (${kind.count})` })),
		},
		{
			name: "county",
			label: text.county,
			choices: loaderData.counties.map((county) => ({ value: county.number, label: county.name })),
		},
		{ name: "asOf", label: text.asOf },
	];
}

function List({ loaderData }: { loaderData: Extract<Data, { view: "list" }> }) {
	const language = useLanguage();
	const text = organisationsText[language];
	const kindName = (code: string) => loaderData.kinds.find((kind) => kind.code === code)?.name ?? code;
	return (
		<>
			<Table
				caption={text.title}
				hideCaption
				rows={loaderData.rows}
				total={loaderData.total}
				state={loaderData.state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/organisations/${row.id}${loaderData.asOf === null ? "" : `?asOf=${loaderData.asOf}`}`}
				searchLabel={text.search}
				filters={filtersOf(loaderData, text)}
				excel="/organisations.xlsx"
				columns={[
					{ key: "name", label: text.name, cell: (row) => row.name, sort: true },
					{ key: "kind", label: text.kind, cell: (row) => kindName(row.kind), sort: true },
					{ key: "county", label: text.county, cell: (row) => row.countyName ?? <NoValue />, sort: true },
					{ key: "number", label: text.number, cell: (row) => row.number ?? <NoValue /> },
					...(loaderData.rows.some((row) => row.found !== null)
						? [{ key: "found", label: text.found, cell: (row: Row) => whyFound(row, language) }]
						: []),
					...factColumns(loaderData, language),
				]}
				empty={<EmptyState title={text.emptyTitle}>{text.emptyBody}</EmptyState>}
			/>
			{loaderData.lacksFacts && (
				<p className="ds-paragraph quiet">
					{text.noFacts}{" "}
					{loaderData.can.takeFacts && (
						<Link className="ds-link" to="/import/public">
							{text.importFacts}
						</Link>
					)}
				</p>
			)}
		</>
	);
}

type Row = Extract<Data, { view: "list" }>["rows"][number];

/** What the search fitted, where the name does not say so. */
function whyFound({ found }: Row, language: Language): string {
	if (found === null) return "";
	const { by, words, until } = found;
	return organisationsText[language].foundBy[by](words, until === null ? "" : formatDate(language, until));
}

/** Public figures have a column where somebody on the page has them. */
function factColumns({ has, state }: Data, language: Language): Column<Row>[] {
	const text = organisationsText[language];
	const population: Column<Row> = {
		key: "population",
		label: text.population,
		cell: (row) => (row.population === null ? <NoValue /> : formatNumber(language, row.population)),
		sort: true,
		numeric: true,
	};
	const centrality: Column<Row> = {
		key: "centrality",
		label: text.centrality,
		cell: (row) => row.centrality ?? <NoValue />,
		sort: true,
		numeric: true,
	};
	return [
		...(has.population || state.sort === "population" ? [population] : []),
		...(has.centrality || state.sort === "centrality" ? [centrality] : []),
	];
}

/** How a map of counties is read, and each of them by name. */
function Counties({ loaderData: { state, counties } }: { loaderData: Extract<Data, { view: "map" }> }) {
	const text = organisationsText[useLanguage()];
	return (
		<>
			<p>{text.gathered}</p>
			<ul className="map-counties" aria-label={text.counties}>
				{counties.map(({ number, name }) => (
					<li key={number}>
						<Link className="ds-link" to={tableHref(state, { filters: { ...state.filters, county: number }, page: 1 })}>
							{name}
						</Link>
					</li>
				))}
			</ul>
		</>
	);
}

function OnMap({ loaderData }: { loaderData: Extract<Data, { view: "map" }> }) {
	const text = organisationsText[useLanguage()];
	const { drawing, isGathered, source, total } = loaderData;
	return (
		<div className="map-page">
			<TableTools
				state={loaderData.state}
				searchLabel={text.search}
				filters={filtersOf(loaderData, text)}
				orders={[]}
			/>
			<NorwayMap
				drawing={drawing}
				title={text.mapTitle}
				description={text.mapDescription(total)}
				legend={[
					{ tone: "own", label: text.own },
					{ tone: "municipality", label: text.municipalities },
					{ tone: "institution", label: text.institutions },
					{ tone: "other", label: text.others },
				]}
				{...(isGathered ? { note: <Counties loaderData={loaderData} /> } : {})}
				sources={[source]}
			/>
		</div>
	);
}
