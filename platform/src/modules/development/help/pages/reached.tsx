import { formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { distanceCut, sizeCut } from "../../cuts.ts";
import { readReached } from "../../service.server.ts";
import { reachedHows } from "../codes.ts";
import { offeredBy } from "../rules.ts";
import { helpText } from "../text.ts";
import type { Route } from "./+types/reached";
import { reachedText } from "./reached.text.ts";
import { narrowReached, reachedTable } from "./table.ts";

/** Every municipality and what it has been offered: by size, and by distance from whoever helps. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	const state = tableState(url, reachedTable);
	return reading(async (work) => {
		const all = (await readReached(work)) ?? missing();
		const rows = narrowReached(language, all, state);
		return {
			...{ state, total: rows.length, rows: rows.slice(state.offset, state.offset + state.pageSize) },
			// Where no file with inhabitants has been imported there is nothing to divide by.
			bySize: all.some(({ population }) => population !== null) ? offeredBy(all, sizeCut.classes, sizeCut.classOf) : [],
			byDistance: all.some(({ kilometres }) => kilometres !== null)
				? offeredBy(all, distanceCut.classes, distanceCut.classOf)
				: [],
		};
	});
}

export default function ReachedPage({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = reachedText[language];
	const { columns } = text;
	const { state, rows, total, bySize, byDistance } = loaderData;
	const number = (value: number | null) => (value === null ? <NoValue /> : formatNumber(language, value));
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={text.lead}
				trail={[{ to: "/development/help", label: helpText[language].title }]}
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
				rowHref={(row) => `/development/help/reached/${row.id}`}
				searchLabel={text.search}
				excel="/development/help/reached.xlsx"
				filters={[
					{
						...{ name: "how", label: text.how },
						choices: reachedHows.map((one) => ({ value: one, label: text.hows[one] })),
					},
				]}
				columns={[
					{ key: "name", label: columns.name, cell: (row) => row.name, sort: true },
					{
						...{ key: "population", label: columns.population, numeric: true, sort: true },
						cell: (row) => number(row.population),
					},
					{
						...{ key: "distance", label: columns.distance, numeric: true, sort: true },
						cell: (row) => number(row.kilometres),
					},
					{ key: "offers", label: columns.offers, numeric: true, sort: true, cell: (row) => number(row.offers) },
					{ key: "offers-by-all", label: columns.offersByAll, numeric: true, cell: (row) => number(row.offersByAll) },
					{ key: "accepted", label: columns.accepted, numeric: true, cell: (row) => number(row.accepted) },
					{
						...{ key: "contact", label: columns.lastContact, sort: true },
						cell: (row) => (row.lastContact === null ? <NoValue /> : formatShortDate(language, row.lastContact)),
					},
					{ key: "local", label: columns.local, cell: (row) => row.local ?? <NoValue /> },
				]}
			/>
		</div>
	);
}

type Group = { readonly label: string; readonly count: number; readonly offered: number; readonly accepted: number };

/** How far offers reach in each group. */
function Groups({ caption, groups }: { readonly caption: string; readonly groups: readonly Group[] }) {
	const language = useLanguage();
	const text = reachedText[language];
	const of = (part: number, whole: number) =>
		text.of(formatNumber(language, part), formatNumber(language, Math.round((100 * part) / whole)));
	return (
		<Table
			caption={caption}
			rows={groups}
			rowKey={({ label }) => label}
			columns={[
				{ key: "group", label: text.group, cell: ({ label }) => label },
				{ key: "count", label: text.count, numeric: true, cell: ({ count }) => formatNumber(language, count) },
				{ key: "offered", label: text.offered, numeric: true, cell: (row) => of(row.offered, row.count) },
				{ key: "accepted", label: text.acceptedShare, numeric: true, cell: (row) => of(row.accepted, row.count) },
			]}
		/>
	);
}
