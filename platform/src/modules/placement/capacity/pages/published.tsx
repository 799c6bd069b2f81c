import { formatNumber } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { professions } from "../../../organisation/codes.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { yearsOfStudy } from "../../course/codes.ts";
import { mayCoordinate } from "../../rules.ts";
import { listPublishedOffers } from "../service.server.ts";
import { capacityText } from "../text.ts";
import type { Route } from "./+types/published";
import { CapacityTabs } from "./CapacityTabs.tsx";
import { pagesText } from "./capacity.text.ts";
import { publishedText } from "./published.text.ts";
import { offerQuery, offerTable } from "./tables.ts";
import { daysWord, professionWord, yearsWord } from "./words.ts";

/** Places every host has published, as far as they are not kept for others. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	const state = tableState(url, offerTable);
	return reading(async (work) => ({
		state,
		...(await listPublishedOffers(work, { ...offerQuery(state), offset: state.offset, pageSize: state.pageSize })),
		can: { coordinate: mayCoordinate(await mandateOf(work)) },
	}));
}

export default function Published({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = pagesText[language];
	const publishedWords = publishedText[language];
	const { columns } = text;
	const { rows, total, state, can } = loaderData;
	const order = { to: "/placement/requests/new", label: publishedWords.order };
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(publishedWords.publishedTitle)}</title>
			<PageHeader
				title={publishedWords.publishedTitle}
				lead={publishedWords.publishedLead}
				{...(can.coordinate ? { action: order } : {})}
			/>
			<CapacityTabs coordinate={can.coordinate} />
			<Table
				caption={publishedWords.publishedTitle}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				searchLabel={publishedWords.searchPlaces}
				excel="/placement/capacity/published.xlsx"
				filters={[
					{
						name: "profession",
						label: columns.profession,
						choices: professions.map((one) => ({ value: one, label: professionWord(language, one) })),
					},
					{
						name: "year",
						label: columns.years,
						choices: yearsOfStudy.map((year) => ({
							value: String(year),
							label: capacityText[language].years(String(year)),
						})),
					},
					{ name: "from", label: publishedWords.from },
					{ name: "to", label: publishedWords.to },
				]}
				columns={[
					{ key: "site", label: columns.site, cell: (row) => row.siteName, sort: true },
					{ key: "host", label: columns.host, cell: (row) => row.hostName, sort: true },
					{
						key: "profession",
						label: columns.profession,
						cell: (row) => professionWord(language, row.profession),
						sort: true,
					},
					{ key: "years", label: columns.years, cell: (row) => yearsWord(language, row.years) },
					{ key: "from", label: columns.days, cell: (row) => daysWord(language, row), sort: true },
					{
						key: "places",
						label: columns.places,
						cell: (row) => formatNumber(language, row.places),
						sort: true,
						numeric: true,
					},
					{ key: "together", label: columns.together, cell: (row) => row.leastTogether ?? "", numeric: true },
					{ key: "reserved", label: columns.reserved, cell: (row) => row.reservedForName ?? "" },
				]}
				empty={
					<EmptyState title={publishedWords.publishedEmpty} {...(can.coordinate ? { action: order } : {})}>
						{publishedWords.publishedEmptyBody}
					</EmptyState>
				}
			/>
		</div>
	);
}
