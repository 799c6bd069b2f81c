import { formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Tag } from "../../../../ui/Tag.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayCoordinate } from "../../rules.ts";
import { listCollections } from "../service.server.ts";
import type { Route } from "./+types/collections";
import { CapacityTabs } from "./CapacityTabs.tsx";
import { pagesText } from "./capacity.text.ts";
import { collectionText } from "./collection.text.ts";
import { daysWord } from "./words.ts";

/** The times the organisation has asked its sites; a handful a year. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		if (!mayCoordinate(await mandateOf(work))) missing();
		return { collections: await listCollections(work) };
	});
}

export default function Collections({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = pagesText[language];
	const asking = collectionText[language];
	const start = { to: "/placement/capacity/collections/new", label: asking.startCollection };
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.tabs.collections)}</title>
			<PageHeader title={text.tabs.collections} lead={asking.collectionsLead} action={start} />
			<CapacityTabs coordinate />
			<Table
				caption={text.tabs.collections}
				hideCaption
				rows={loaderData.collections}
				rowKey={(row) => row.id}
				rowHref={(row) => `/placement/capacity/collections/${row.id}`}
				columns={[
					{ key: "name", label: text.columns.name, cell: (row) => row.name },
					{ key: "days", label: text.columns.days, cell: (row) => daysWord(language, row) },
					{
						key: "due",
						label: text.columns.due,
						cell: (row) =>
							row.state === "closed" ? <Tag>{asking.closedTag}</Tag> : formatShortDate(language, row.dueOn),
					},
					{ key: "asked", label: asking.asked, cell: (row) => formatNumber(language, row.asked), numeric: true },
					{
						key: "answered",
						label: asking.answeredCount,
						cell: (row) => formatNumber(language, row.answered),
						numeric: true,
					},
					{
						key: "approve",
						label: asking.toApprove,
						cell: (row) => formatNumber(language, row.toApprove),
						numeric: true,
					},
					{
						key: "published",
						label: text.columns.published,
						cell: (row) => formatNumber(language, row.published),
						numeric: true,
					},
				]}
				empty={
					<EmptyState title={asking.collectionsEmpty} action={start}>
						{asking.collectionsEmptyBody}
					</EmptyState>
				}
			/>
		</div>
	);
}
