import { formatNumber } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { distanceCut, sizeCut } from "../../cuts.ts";
import { mayEnter } from "../../rules.ts";
import { readAsked } from "../../service.server.ts";
import { askedHows } from "../codes.ts";
import { askedBy } from "../rules.ts";
import { researchText } from "../text.ts";
import type { Route } from "./+types/asked";
import { askedText } from "./asked.text.ts";
import { researchPageText } from "./research.text.ts";
import { askedTable, narrowAsked } from "./table.ts";

/** Who is asked too much, and who never: by size, and by distance from whoever looks. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	const state = tableState(url, askedTable);
	return reading(async (work) => {
		if (!mayEnter(await mandateOf(work))) missing();
		const all = await readAsked(work);
		const rows = narrowAsked(language, all, state);
		return {
			...{ state, total: rows.length, rows: rows.slice(state.offset, state.offset + state.pageSize) },
			// Where no file with inhabitants has been imported there is nothing to divide by.
			bySize: all.some(({ population }) => population !== null) ? askedBy(all, sizeCut.classes, sizeCut.classOf) : [],
			byDistance: all.some(({ kilometres }) => kilometres !== null)
				? askedBy(all, distanceCut.classes, distanceCut.classOf)
				: [],
		};
	});
}

export default function AskedPage({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const page = researchPageText[language];
	const text = askedText[language];
	const { columns } = text;
	const { state, rows, total, bySize, byDistance } = loaderData;
	const number = (value: number | null) => (value === null ? <NoValue /> : formatNumber(language, value));
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(page.whoIsAsked)}</title>
			<PageHeader
				title={page.whoIsAsked}
				lead={text.lead}
				trail={[{ to: "/development/research", label: researchText[language].title }]}
			/>
			{bySize.length > 0 && (
				<Groups caption={text.bySize} groups={bySize.map((one) => ({ ...one, label: text.sizes[one.class] }))} />
			)}
			{byDistance.length > 0 && (
				<>
					<Groups
						caption={text.byDistance}
						groups={byDistance.map((one) => ({ ...one, label: text.distances[one.class] }))}
					/>
					<p className="quiet">{text.estimate}</p>
				</>
			)}
			<Table
				caption={text.group}
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/organisations/${row.id}`}
				searchLabel={text.search}
				excel="/development/research/asked.xlsx"
				filters={[
					{ name: "how", label: text.how, choices: askedHows.map((one) => ({ value: one, label: text[one] })) },
				]}
				columns={[
					{ key: "name", label: columns.name, cell: (row) => row.name, sort: true },
					{
						...{ key: "population", label: columns.population, numeric: true, sort: true },
						cell: (row) => number(row.population),
					},
					{
						...{ key: "kilometres", label: columns.kilometres, numeric: true },
						cell: (row) => number(row.kilometres),
					},
					{ key: "asks", label: columns.asks, numeric: true, sort: true, cell: (row) => number(row.asks) },
					{ key: "hours", label: columns.hours, numeric: true, sort: true, cell: (row) => number(row.hours) },
				]}
			/>
		</div>
	);
}

type Group = { readonly label: string; readonly count: number; readonly never: number; readonly asks: number };

/** How much each group is asked. */
function Groups({ caption, groups }: { readonly caption: string; readonly groups: readonly Group[] }) {
	const language = useLanguage();
	const text = askedText[language];
	return (
		<Table
			caption={caption}
			rows={groups}
			rowKey={({ label }) => label}
			columns={[
				{ key: "group", label: text.group, cell: ({ label }) => label },
				{ key: "count", label: text.count, numeric: true, cell: ({ count }) => formatNumber(language, count) },
				{ key: "never", label: text.neverAsked, numeric: true, cell: ({ never }) => formatNumber(language, never) },
				{
					...{ key: "per-one", label: text.perOne, numeric: true },
					cell: ({ asks, count }) => formatNumber(language, Math.round((10 * asks) / count) / 10),
				},
			]}
		/>
	);
}
