import { searchWords } from "../../../../geography/search.ts";
import { formatNumber } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { namesOf, openStanding } from "../run-view.server.ts";
import type { Route } from "./+types/run-sites";
import { runPagesText } from "./run.text.ts";

const sitesTable = { sort: ["site", "host", "places", "planned"], filters: {} } as const;

/** Sites with what they offer and how many the plan sends there. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, url, language } = representing(context, request);
	const state = tableState(url, sitesTable);
	const { ask, edits } = (await openStanding(reading, params.runId)) ?? missing();
	const { sort, descending, offset, pageSize } = state;
	const { hostIds } = await ask("about", null);
	const page = await ask("sitesPage", {
		...{ sort, descending, offset, pageSize, language, edits, words: searchWords(state.search) },
		hosts: await reading((work) => namesOf(work, hostIds)),
	});
	return { state, ...page, ...params };
}

export default function RunSites({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const { sitesColumns: columns, ...text } = runPagesText[language];
	const { rows, total, state, roundId, runId } = loaderData;
	return (
		<Table
			caption={text.sites}
			hideCaption
			rows={rows}
			total={total}
			state={state}
			rowKey={(row) => row.id}
			rowHref={(row) => `/placement/rounds/${roundId}/runs/${runId}/plan?q=${encodeURIComponent(row.name)}`}
			searchLabel={text.search}
			columns={[
				{ key: "site", label: columns.site, cell: (row) => row.name, sort: true },
				{ key: "host", label: columns.host, cell: (row) => row.host, sort: true },
				{
					key: "places",
					label: columns.places,
					cell: (row) => formatNumber(language, row.places),
					numeric: true,
					sort: true,
				},
				{
					key: "planned",
					label: columns.planned,
					cell: (row) => formatNumber(language, row.planned),
					numeric: true,
					sort: true,
				},
				{
					key: "full",
					label: columns.full,
					cell: (row) => (
						<meter
							min={0}
							max={Math.max(row.places, row.planned, 1)}
							value={row.planned}
							aria-label={`${row.planned} / ${row.places}`}
						/>
					),
				},
			]}
		/>
	);
}
