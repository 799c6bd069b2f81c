import { dayOf } from "../../../day.ts";
import { formatNumber, formatShortDate } from "../../../language.ts";
import { houseText } from "../../../text.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Table } from "../../../ui/Table.tsx";
import { Status } from "../../../ui/Tag.tsx";
import { tableState } from "../../../ui/table-state.ts";
import { representing } from "../../../visit.server.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { arenaSorts, arenaStates } from "../codes.ts";
import { mayKeepArenas } from "../rules.ts";
import { listArenas } from "../service.server.ts";
import { meetingText } from "../text.ts";
import type { Route } from "./+types/arenas";
import { arenasText } from "./arenas.text.ts";

const table = { sort: arenaSorts, filters: { state: arenaStates } } as const;

/** The arenas of the organisation acted for: when they meet, and what they have not done. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, url, actor } = representing(context, request);
	const state = tableState(url, table);
	const { filters, search, sort, descending, offset, pageSize } = state;
	return reading(async (work) => ({
		state,
		mayKeep: mayKeepArenas({ ...(await mandateOf(work)), personId: actor.personId }),
		...(await listArenas(work, { ...filters, search, sort, descending, offset, pageSize })),
	}));
}

export default function Arenas({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = arenasText[language];
	const words = meetingText[language];
	const { columns } = text;
	const { state, rows, total, mayKeep } = loaderData;
	const add = { to: "/arenas/new", label: text.add };
	const shortDayOf = (moment: Date | null) => (moment === null ? "" : formatShortDate(language, dayOf(moment)));
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(words.title)}</title>
			<PageHeader title={words.arenas} lead={text.lead} {...(mayKeep ? { action: add } : {})} />
			<Table
				caption={words.arenas}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/arenas/${row.id}`}
				searchLabel={text.search}
				filters={[
					{
						name: "state",
						label: columns.standing,
						choices: arenaStates.map((one) => ({ value: one, label: words.arenaStates[one] })),
					},
				]}
				columns={[
					{
						key: "name",
						label: columns.name,
						cell: (row) =>
							row.endedOn === null ? row.name : `${row.name} (${words.arenaStates.ended.toLocaleLowerCase("nb")})`,
						sort: true,
					},
					{ key: "parties", label: columns.parties, cell: (row) => row.parties.join(", ") },
					{ key: "level", label: columns.level, cell: (row) => words.levels[row.level], sort: true },
					{ key: "next", label: columns.next, cell: (row) => shortDayOf(row.next), sort: true },
					{ key: "last", label: columns.last, cell: (row) => shortDayOf(row.last) },
					{
						key: "open",
						label: columns.open,
						cell: (row) => formatNumber(language, row.open),
						sort: true,
						numeric: true,
					},
					{
						key: "late",
						label: columns.late,
						cell: (row) =>
							row.late === 0 ? (
								formatNumber(language, 0)
							) : (
								<Status tone="danger">{formatNumber(language, row.late)}</Status>
							),
						numeric: true,
					},
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
