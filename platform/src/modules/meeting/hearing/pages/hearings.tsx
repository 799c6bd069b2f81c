import { involvementText } from "../../../../involvement/text.ts";
import { formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { hearingStandings } from "../codes.ts";
import { mayHoldHearings } from "../rules.ts";
import { listHearings } from "../service.server.ts";
import { hearingText } from "../text.ts";
import type { Route } from "./+types/hearings";
import { HearingStands } from "./HearingStands.tsx";
import { hearingsText } from "./hearings.text.ts";
import { hearingTable } from "./table.ts";

/** The hearings of the organisation acted for, and those the asker is invited to. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, url, actor } = representing(context, request);
	const state = tableState(url, hearingTable);
	const { search, sort, descending, offset, pageSize, filters } = state;
	return reading(async (work) => ({
		state,
		mayKeep: mayHoldHearings({ ...(await mandateOf(work)), personId: actor.personId }),
		...(await listHearings(work, { ...filters, search, sort, descending, offset, pageSize })),
	}));
}

export default function Hearings({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = hearingsText[language];
	const words = hearingText[language];
	const { columns } = text;
	const { state, rows, total, mayKeep } = loaderData;
	const add = { to: "/hearings/new", label: text.add };
	const number = (value: number) => formatNumber(language, value);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(words.title)}</title>
			<PageHeader title={words.title} lead={text.lead} {...(mayKeep ? { action: add } : {})} />
			<Table
				caption={words.title}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/hearings/${row.id}`}
				searchLabel={text.search}
				excel="/arenas/hearings.xlsx"
				filters={[
					{
						name: "standing",
						label: columns.standing,
						choices: hearingStandings.map((one) => ({ value: one, label: words.standings[one] })),
					},
				]}
				columns={[
					{ key: "title", label: columns.title, cell: (row) => row.title, sort: true },
					{ key: "holder", label: columns.holder, cell: (row) => row.holderName },
					{
						key: "roles",
						label: columns.roles,
						cell: (row) => row.roles.map((role) => involvementText[language].role[role]).join(", "),
					},
					{
						key: "urgent",
						label: columns.standing,
						cell: (row) => <HearingStands standing={row.standing} />,
						sort: true,
					},
					{
						key: "last-day",
						label: columns.lastDay,
						cell: (row) => formatShortDate(language, row.lastDay),
						sort: true,
					},
					{
						key: "silent",
						label: columns.silent,
						cell: (row) => text.ofInvited(number(row.silent), number(row.invited)),
						sort: true,
						numeric: true,
					},
					{ key: "unanswered", label: columns.unanswered, cell: (row) => number(row.unanswered), numeric: true },
				]}
				empty={
					<EmptyState title={text.emptyTitle} {...(mayKeep ? { action: add } : {})}>
						{text.emptyBody}
					</EmptyState>
				}
			/>
		</div>
	);
}
