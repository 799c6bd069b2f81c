import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { mayOf } from "../../asker.server.ts";
import { listReports } from "../../service.server.ts";
import { reportText } from "../text.ts";
import type { Route } from "./+types/reports";
import { StateOfReport } from "./StateOfReport.tsx";

/** Who must report what, and when. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const may = await mayOf(work);
		if (!may.apply && !may.makeCalls) missing();
		return { rows: await listReports(work) };
	});
}

export default function Reports({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = reportText[language];
	const { columns } = text;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader title={text.title} lead={text.lead} />
			<Table
				caption={text.title}
				hideCaption
				rows={loaderData.rows}
				rowKey={({ awardId }) => awardId}
				rowHref={({ awardId }) => `/funding/awards/${awardId}/report`}
				empty={<EmptyState title={text.emptyTitle}>{text.emptyBody}</EmptyState>}
				columns={[
					{ key: "award", label: columns.award, cell: ({ title }) => title },
					{ key: "recipient", label: columns.recipient, cell: ({ recipientName }) => recipientName },
					{ key: "issuer", label: columns.issuer, cell: ({ issuerName }) => issuerName },
					{
						key: "due",
						label: columns.due,
						cell: ({ reportBy, isLate }) => (
							<>
								{formatShortDate(language, reportBy)} {isLate && <Status tone="danger">{text.late}</Status>}
							</>
						),
					},
					{ key: "state", label: columns.state, cell: ({ state }) => <StateOfReport state={state} /> },
				]}
			/>
		</div>
	);
}
