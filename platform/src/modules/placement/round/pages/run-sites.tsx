import { foldName, searchWords } from "../../../../geography/search.ts";
import { compareText, formatNumber } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { nameOrganisations } from "../../../organisation/service.server.ts";
import { viewRun } from "../run-view.server.ts";
import type { Route } from "./+types/run-sites";
import { runPagesText } from "./run.text.ts";

const sitesTable = { sort: ["site", "host", "places", "planned"], filters: {} } as const;

/** Sites with what they offer and how many the plan sends there. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, url, language } = representing(context, request);
	const state = tableState(url, sitesTable);
	return reading(async (work) => {
		const { content, rows } = (await viewRun(work, params.runId)) ?? missing();
		const { sites, offers } = content.snapshot;
		const hosts = await nameOrganisations(work, [...new Set(sites.map(({ hostId }) => hostId))]);
		const places = new Map<string, number>();
		for (const offer of offers) places.set(offer.siteId, (places.get(offer.siteId) ?? 0) + offer.places);
		const planned = new Map<string, number>();
		for (const { siteId } of rows) if (siteId !== null) planned.set(siteId, (planned.get(siteId) ?? 0) + 1);
		const words = searchWords(state.search);
		const compare = compareText(language);
		const shown = sites
			.map(({ id, name, hostId }) => ({
				...{ id, name, host: hosts.get(hostId)?.name ?? "" },
				places: places.get(id) ?? 0,
				planned: planned.get(id) ?? 0,
			}))
			.filter((row) => words.every((word) => foldName(`${row.name} ${row.host}`).includes(word)))
			.sort((a, b) => {
				if (state.sort === "places" || state.sort === "planned")
					return a[state.sort] - b[state.sort] || compare(a.name, b.name);
				return (state.sort === "host" ? compare(a.host, b.host) : 0) || compare(a.name, b.name);
			});
		if (state.descending) shown.reverse();
		return { state, total: shown.length, rows: shown.slice(state.offset, state.offset + state.pageSize), ...params };
	});
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
