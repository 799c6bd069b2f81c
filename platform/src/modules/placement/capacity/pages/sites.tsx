import { Link } from "react-router";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf, readVocabulary } from "../../../organisation/service.server.ts";
import { mayCoordinate } from "../../rules.ts";
import { listSites } from "../service.server.ts";
import type { Route } from "./+types/sites";
import { CapacityTabs } from "./CapacityTabs.tsx";
import { pagesText } from "./capacity.text.ts";
import { siteText } from "./site.text.ts";
import { siteQuery, siteTable } from "./tables.ts";

/** The sites the organisation keeps, its own and those of hosts that are not here. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, url, language } = representing(context, request);
	const state = tableState(url, siteTable);
	return reading(async (work) => {
		if (!mayCoordinate(await mandateOf(work))) missing();
		const { settings } = await readVocabulary(work);
		return {
			state,
			...(await listSites(work, { ...siteQuery(state), offset: state.offset, pageSize: state.pageSize })),
			settings: settings.map(({ code, name }) => ({ value: code, label: name[language] })),
		};
	});
}

export default function Sites({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = pagesText[language];
	const siteWords = siteText[language];
	const { columns } = text;
	const { rows, total, state, settings } = loaderData;
	const fromUnits = { to: "/placement/sites/from-units", label: siteWords.addUnits };
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.tabs.sites)}</title>
			<PageHeader
				title={text.tabs.sites}
				lead={siteWords.sitesLead}
				action={fromUnits}
				secondary={
					<Link className="ds-button" data-variant="secondary" to="/placement/sites/new">
						{siteWords.addSite}
					</Link>
				}
			/>
			<CapacityTabs coordinate />
			<Table
				caption={text.tabs.sites}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/placement/sites/${row.id}`}
				searchLabel={siteWords.searchSites}
				excel="/placement/sites.xlsx"
				filters={[
					{ name: "setting", label: columns.setting, choices: settings },
					{
						name: "status",
						label: siteWords.status,
						all: siteWords.open,
						choices: [{ value: "closed", label: siteWords.closed }],
					},
				]}
				columns={[
					{ key: "name", label: columns.site, cell: (row) => row.name, sort: true },
					{
						key: "setting",
						label: columns.setting,
						cell: (row) => settings.find(({ value }) => value === row.setting)?.label ?? "",
						sort: true,
					},
					{ key: "host", label: columns.host, cell: (row) => row.hostName, sort: true },
					{
						key: "contact",
						label: columns.contact,
						cell: (row) => (
							<>
								{row.contactName}
								{row.contactEmail !== null && <span className="quiet list-under">{row.contactEmail}</span>}
							</>
						),
						sort: true,
					},
				]}
				empty={
					<EmptyState title={siteWords.sitesEmpty} action={fromUnits}>
						{siteWords.sitesEmptyBody}
					</EmptyState>
				}
			/>
		</div>
	);
}
