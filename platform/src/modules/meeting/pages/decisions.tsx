import { formatShortDate } from "../../../language.ts";
import { houseText } from "../../../text.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Table } from "../../../ui/Table.tsx";
import { tableState } from "../../../ui/table-state.ts";
import { representing } from "../../../visit.server.ts";
import { decisionStandings } from "../codes.ts";
import { listDecisions } from "../service.server.ts";
import { meetingText } from "../text.ts";
import type { Route } from "./+types/decisions";
import { arenasText } from "./arenas.text.ts";
import { DecisionStands } from "./standings.tsx";
import { decisionTable } from "./table.ts";

/** What has been decided, across arenas and years: what is late first. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	const state = tableState(url, decisionTable);
	const { search, sort, descending, offset, pageSize, filters } = state;
	const arenaId = url.searchParams.get("arena") ?? undefined;
	return reading(async (work) => ({
		state,
		...(await listDecisions(work, { ...filters, arenaId, search, sort, descending, offset, pageSize })),
	}));
}

export default function Decisions({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = arenasText[language];
	const words = meetingText[language];
	const { columns } = text;
	const { state, rows, total } = loaderData;
	const day = (date: string | null) => (date === null ? "" : formatShortDate(language, date));
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(words.decisions)}</title>
			<PageHeader title={words.decisions} lead={text.decisionsLead} />
			<Table
				caption={words.decisions}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/arenas/${row.arenaId}/decisions/${row.id}`}
				searchLabel={text.searchDecisions}
				excel="/arenas/decisions.xlsx"
				filters={[
					{
						name: "standing",
						label: columns.standing,
						choices: decisionStandings.map((one) => ({ value: one, label: words.standings[one] })),
					},
				]}
				columns={[
					{ key: "decision", label: columns.decision, cell: (row) => row.body },
					{ key: "owner", label: columns.owner, cell: (row) => row.ownerName, sort: true },
					{ key: "due", label: columns.due, cell: (row) => day(row.dueOn), sort: true },
					{ key: "arena", label: columns.arena, cell: (row) => row.arenaName, sort: true },
					{ key: "decided", label: columns.decided, cell: (row) => day(row.decidedOn), sort: true },
					{
						key: "urgent",
						label: columns.standing,
						cell: (row) => <DecisionStands standing={row.standing} />,
						sort: true,
					},
				]}
				empty={<EmptyState title={text.noDecisions}>{text.noDecisionsBody}</EmptyState>}
			/>
		</div>
	);
}
