import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { mayOf } from "../../asker.server.ts";
import { listReports } from "../../service.server.ts";
import { dueStates } from "../codes.ts";
import { reportText } from "../text.ts";
import type { Route } from "./+types/reports";
import { StateOfReport } from "./StateOfReport.tsx";
import { narrowReports, reportTable } from "./table.ts";

/** Who must report what, and when. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, language, url } = representing(context, request);
	const state = tableState(url, reportTable);
	return reading(async (work) => {
		const may = await mayOf(work);
		if (!may.apply && !may.makeCalls) missing();
		const rows = narrowReports(language, await listReports(work), state);
		return { state, total: rows.length, rows: rows.slice(state.offset, state.offset + state.pageSize) };
	});
}

export default function Reports({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = reportText[language];
	const { columns } = text;
	const { state: asked, rows, total } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader title={text.title} lead={text.lead} />
			<Table
				caption={text.title}
				hideCaption
				rows={rows}
				total={total}
				state={asked}
				searchLabel={text.search}
				filters={[
					{
						name: "state",
						label: columns.state,
						choices: dueStates.map((one) => ({ value: one, label: text.states[one] })),
					},
				]}
				rowKey={({ path }) => path}
				rowHref={({ path }) => path}
				empty={<EmptyState title={text.emptyTitle}>{text.emptyBody}</EmptyState>}
				columns={[
					{
						key: "title",
						label: columns.award,
						cell: ({ title, interim }) => (interim ? `${title}, ${text.interim}` : title),
						sort: true,
					},
					{ key: "recipient", label: columns.recipient, sort: true, cell: ({ recipientName }) => recipientName },
					{ key: "issuer", label: columns.issuer, cell: ({ issuerName }) => issuerName },
					{
						key: "due",
						label: columns.due,
						sort: true,
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
