import { formatNumber } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { loadKinds } from "../../codes.ts";
import { mayCoordinate } from "../../rules.ts";
import { listLoad } from "../service.server.ts";
import { capacityText } from "../text.ts";
import type { Route } from "./+types/load";
import { CapacityTabs } from "./CapacityTabs.tsx";
import { pagesText } from "./capacity.text.ts";
import { loadText } from "./load.text.ts";
import { loadQuery, loadTable } from "./tables.ts";
import { daysWord } from "./words.ts";

/** Learners outside the rounds who hold places at the organisation's sites. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	const state = tableState(url, loadTable);
	return reading(async (work) => {
		if (!mayCoordinate(await mandateOf(work))) missing();
		return {
			state,
			...(await listLoad(work, { ...loadQuery(state), offset: state.offset, pageSize: state.pageSize })),
		};
	});
}

export default function LoadList({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = pagesText[language];
	const loadWords = loadText[language];
	const { columns } = text;
	const { rows, total, state } = loaderData;
	const add = { to: "/placement/load/new", label: loadWords.addLoad };
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.tabs.load)}</title>
			<PageHeader title={text.tabs.load} lead={loadWords.loadLead} action={add} />
			<CapacityTabs coordinate />
			<Table
				caption={text.tabs.load}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/placement/load/${row.id}`}
				searchLabel={text.search}
				excel="/placement/load.xlsx"
				filters={[
					{
						name: "kind",
						label: columns.kind,
						choices: loadKinds.map((kind) => ({ value: kind, label: capacityText[language].kinds[kind] })),
					},
				]}
				columns={[
					{ key: "site", label: columns.site, cell: (row) => row.siteName, sort: true },
					{ key: "kind", label: columns.kind, cell: (row) => capacityText[language].kinds[row.kind], sort: true },
					{ key: "name", label: columns.name, cell: (row) => row.name ?? "" },
					{ key: "from", label: columns.days, cell: (row) => daysWord(language, row), sort: true },
					{
						key: "learners",
						label: columns.learners,
						cell: (row) => formatNumber(language, row.learners),
						sort: true,
						numeric: true,
					},
				]}
				empty={
					<EmptyState title={loadWords.loadEmpty} action={add}>
						{loadWords.loadEmptyBody}
					</EmptyState>
				}
			/>
		</div>
	);
}
