import { formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayPlan } from "../../rules.ts";
import { listCollections } from "../../service.server.ts";
import { collectText } from "../text.ts";
import type { Route } from "./+types/collections";

/** The times units were asked what they have and need. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		if (!mayPlan(await mandateOf(work))) missing();
		return { rows: await listCollections(work) };
	});
}

export default function Collections({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = collectText[language];
	const { columns } = text;
	const of = (part: number, whole: number) => text.of(formatNumber(language, part), formatNumber(language, whole));
	const action = { to: "/competence/collections/new", label: text.begin };
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader title={text.title} lead={text.lead} action={action} />
			<Table
				caption={text.title}
				hideCaption
				rows={loaderData.rows}
				rowKey={(row) => row.id}
				rowHref={(row) => `/competence/collections/${row.id}`}
				columns={[
					{ key: "name", label: columns.name, cell: (row) => row.name },
					{ key: "by", label: columns.answerBy, cell: (row) => formatShortDate(language, row.answerBy) },
					{ key: "answered", label: columns.answered, cell: (row) => of(row.answered, row.asked) },
					{ key: "taken", label: columns.taken, cell: (row) => of(row.taken, row.answered) },
					{
						key: "state",
						label: columns.state,
						cell: (row) => (
							<Status tone={row.closedAt === null ? "info" : "neutral"}>
								{row.closedAt === null ? text.open : text.closed}
							</Status>
						),
					},
				]}
				empty={
					<EmptyState title={text.emptyTitle} action={action}>
						{text.emptyBody}
					</EmptyState>
				}
			/>
		</div>
	);
}
